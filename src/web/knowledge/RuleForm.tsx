/** 审提议: what the unit wrote, and whether it is to hold. */
import { Radio } from "antd";
import { useRef, useState } from "react";
import { useDraft } from "../shell/draft.ts";
import { useSend } from "../shell/send.ts";
import { Failure } from "../ui/Failure.tsx";
import { Field } from "../ui/Field.tsx";
import { LineField } from "../ui/LineField.tsx";
import { Sending } from "../ui/Sending.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { type Article, KNOWLEDGE, useArticle, useEdition } from "./data.ts";
import type { FormProps } from "./LineForm.tsx";
import { Wording } from "./Wording.tsx";

interface Ruling {
  accepted: boolean | null;
  reason: string;
}

function faultOf({ accepted, reason }: Ruling): string | null {
  if (accepted === null) return "还没有选同意不同意。";
  return !accepted && reason.trim() === "" ? "不同意要写明理由。" : null;
}

function Proposal({ article }: { article: Article }) {
  const { data, error, refetch } = useEdition(article.id, article.waiting);
  if (error) return <Failure error={error} again={() => refetch()} />;
  if (!data) return <Waiting what="提议" />;
  return (
    <>
      <p>
        第 {data.no} 版，{data.reason}。来源：{data.source}
      </p>
      <Wording edition={data} query="" />
    </>
  );
}

export function RuleForm({ article, close, done }: FormProps) {
  const draft = useDraft<Ruling>(`article.${article.id}.rule`, { accepted: null, reason: "" });
  const { accepted, reason } = draft.value;
  const [tried, setTried] = useState(false);
  const { refetch } = useArticle(article.id);
  const version = useRef(article.version);
  const sent = useSend(KNOWLEDGE, () => {
    draft.clear();
    done(accepted ? "已同意，现在就是现行的一版。" : "没有同意，理由已写明。");
  });
  const fault = faultOf(draft.value);
  const submit = () => {
    setTried(true);
    const body = { accepted, reason: reason || null };
    if (fault === null) sent.send({ path: `/articles/${article.id}/proposal-ruling`, body, version: version.current });
  };
  const newest = async () => {
    version.current = (await refetch()).data?.version ?? version.current;
    sent.forget();
  };
  return (
    <form className="form in" aria-label="审提议" onSubmit={(event) => event.preventDefault()}>
      <Proposal article={article} />
      <Field label="审定" fault={tried ? fault : null}>
        {(control) => (
          <Radio.Group
            {...control}
            aria-label="审定"
            optionType="button"
            options={[
              { value: true, label: "同意" },
              { value: false, label: "不同意" },
            ]}
            value={accepted}
            onChange={({ target }) => draft.set({ ...draft.value, accepted: target.value })}
          />
        )}
      </Field>
      <LineField
        label="理由（不同意时要写）"
        value={reason}
        set={(next) => draft.set({ ...draft.value, reason: next })}
      />
      <Sending words="提交审定" sent={sent} submit={submit} cancel={close} newest={newest} />
    </form>
  );
}
