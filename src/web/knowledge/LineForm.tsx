/** 一句话的表单: what is wrong; until when it holds. */
import { Input } from "antd";
import { type ReactNode, useRef, useState } from "react";
import { useDraft } from "../shell/draft.ts";
import { useSend } from "../shell/send.ts";
import { Field } from "../ui/Field.tsx";
import { LineField } from "../ui/LineField.tsx";
import { Sending } from "../ui/Sending.tsx";
import { type Article, KNOWLEDGE, useArticle } from "./data.ts";

export interface FormProps {
  article: Article;
  close(): void;
  done(said: string): void;
}

interface LineFormProps {
  /** what the form is for */
  name: string;
  /** where what is half written is kept */
  draft: string;
  label: string;
  missing: string;
  /** on the button */
  words: string;
  /** where the line is sent */
  path: string;
  /** what it is about, above the line */
  children?: ReactNode;
  close(): void;
  done(): void;
}

export function LineForm({ name, draft: kept, label, missing, words, path, children, close, done }: LineFormProps) {
  const draft = useDraft(kept, "");
  const [tried, setTried] = useState(false);
  const sent = useSend(KNOWLEDGE, () => {
    draft.clear();
    done();
  });
  const isEmpty = draft.value.trim() === "";
  const submit = () => {
    setTried(true);
    if (!isEmpty) sent.send({ path, body: { text: draft.value } });
  };
  return (
    <form className="form in" aria-label={name} onSubmit={(event) => event.preventDefault()}>
      {children}
      <LineField label={label} fault={tried && isEmpty ? missing : null} value={draft.value} set={draft.set} focus />
      <Sending words={words} sent={sent} submit={submit} cancel={close} />
    </form>
  );
}

export const ReportForm = ({ article: { id, shown }, close, done }: FormProps) => (
  <LineForm
    name="报错"
    draft={`article.${id}.report`}
    label="哪里不对，一句话"
    missing="还差一句话。"
    words="报错"
    path={`/articles/${id}/error-reports`}
    close={close}
    done={() => done(`已报错，热线办${shown.unit === null ? "" : `和${shown.unitName}`}会收到。`)}
  />
);

export function RenewForm({ article, close, done }: FormProps) {
  const draft = useDraft(`article.${article.id}.renew`, { until: "", source: "" });
  const { until, source } = draft.value;
  const [tried, setTried] = useState(false);
  const { refetch } = useArticle(article.id);
  const version = useRef(article.version);
  const sent = useSend(KNOWLEDGE, () => {
    draft.clear();
    done("已续期，马上可以采用。");
  });
  const newest = async () => {
    version.current = (await refetch()).data?.version ?? version.current;
    sent.forget();
  };
  const submit = () => {
    setTried(true);
    const body = { until: until || null, source };
    if (source.trim() !== "") sent.send({ path: `/articles/${article.id}/renewal`, body, version: version.current });
  };
  return (
    <form className="form in" aria-label="续期" onSubmit={(event) => event.preventDefault()}>
      <Field label="续到哪天（含）" hint="空着就是长期有效。">
        {(control) => (
          <Input
            {...control}
            type="date"
            autoFocus
            value={until}
            onChange={({ target }) => draft.set({ ...draft.value, until: target.value })}
          />
        )}
      </Field>
      <LineField
        label="依据"
        fault={tried && source.trim() === "" ? "还差依据。" : null}
        value={source}
        set={(next) => draft.set({ ...draft.value, source: next })}
      />
      <Sending words="续期" sent={sent} submit={submit} cancel={close} newest={newest} />
    </form>
  );
}
