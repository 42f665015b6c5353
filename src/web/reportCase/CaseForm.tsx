/** 改案例: a further wording; if somebody else wrote meanwhile, both are kept and nobody's text is lost. */
import { Input } from "antd";
import { useState } from "react";
import { identifyingIn } from "../../domain/access/anonymise.ts";
import { useDraft } from "../shell/draft.ts";
import { useSend } from "../shell/send.ts";
import { Act } from "../ui/Act.tsx";
import { Field } from "../ui/Field.tsx";
import { Hidden } from "../ui/Hidden.tsx";
import { Sending } from "../ui/Sending.tsx";
import { CASES, type Case } from "./data.ts";

interface CaseFormProps {
  one: Case;
  /** reads the newest again */
  newest(): void;
  close(): void;
}

/** which wording it was begun from: a later one stands beside it until it has been looked at */
interface Draft {
  title: string;
  text: string;
  version: number;
}

function Newer({ one, seen }: { one: Case; seen(): void }) {
  return (
    <section className="warning" aria-label="别人刚改的">
      <p>别人刚写了新的一稿，您写的还在下面。</p>
      <p>
        <strong>{one.title}</strong>
      </p>
      <p className="paragraphs">{one.text}</p>
      <Act words="看过了，在这一稿之后保存我写的" small onAct={seen} />
    </section>
  );
}

export function CaseForm({ one, newest, close }: CaseFormProps) {
  const draft = useDraft<Draft>(`case.${one.id}`, { title: one.title, text: one.text, version: one.version });
  const [tried, setTried] = useState(false);
  const { title, text, version } = draft.value;
  const sent = useSend<Case>(CASES, () => {
    draft.clear();
    close();
  });
  const set = (change: Partial<Draft>) => draft.set({ ...draft.value, ...change });
  const lacks = (words: string, what: string) => (tried && words.trim() === "" ? `还差${what}。` : null);
  const submit = () => {
    setTried(true);
    if (title.trim() === "" || text.trim() === "") return;
    sent.send({ path: `/report-cases/${one.id}/revision`, body: { title, text }, version });
  };
  const isOld = version < one.version;
  return (
    <form className="form in" aria-label="改写案例" onSubmit={(event) => event.preventDefault()}>
      {isOld ? (
        <Newer
          one={one}
          seen={() => {
            set({ version: one.version });
            sent.forget();
          }}
        />
      ) : null}
      <Field label="标题" fault={lacks(title, "标题")}>
        {(control) => (
          <Input {...control} maxLength={100} value={title} onChange={({ target }) => set({ title: target.value })} />
        )}
      </Field>
      <Field
        label="正文"
        hint="一行一段；号码、门牌、住址、单位和来电人自己的姓名存下时隐去。别人的姓名不一定认得出来，请自己改成“王某”。"
        fault={lacks(text, "正文")}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: 8, maxRows: 24 }}
            maxLength={5000}
            value={text}
            onChange={({ target }) => set({ text: target.value })}
          />
        )}
      </Field>
      <Hidden found={identifyingIn(`${title}\n${text}`)} />
      <Sending
        words="存为新的一稿"
        sent={sent}
        submit={submit}
        cancel={() => {
          draft.clear();
          close();
        }}
        newest={newest}
      />
    </form>
  );
}
