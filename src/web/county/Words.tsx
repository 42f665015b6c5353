/** 写一段话就完的事: one field of words, whatever stands before it, and sending. */
import { Input } from "antd";
import { type ReactNode, useState } from "react";
import { useDraft } from "../shell/draft.ts";
import { useSend } from "../shell/send.ts";
import { Field } from "../ui/Field.tsx";
import { Sending } from "../ui/Sending.tsx";
import { COUNTIES } from "./data.ts";

export interface FormProps {
  done(words: string): void;
  close(): void;
  /** somebody was faster: reads it again and keeps what is typed */
  newest(): void;
}

interface WordsProps extends FormProps {
  /** its heading, and what the button says */
  term: string;
  label: string;
  path: string;
  version: number;
  /** where the words start */
  text: string;
  said: string;
  /** what else is sent; null: something is still missing */
  more: Record<string, unknown> | null;
  children?: ReactNode | ((tried: boolean) => ReactNode);
}

export function WordsForm({ term, label, path, version, text, said, more, done, close, newest, children }: WordsProps) {
  const draft = useDraft(`county${path}`, text);
  const [tried, setTried] = useState(false);
  const sent = useSend(COUNTIES, () => {
    draft.clear();
    done(said);
  });
  const lacks = draft.value.trim() === "";
  const submit = () => {
    setTried(true);
    if (!lacks && more !== null) sent.send({ path, body: { ...more, text: draft.value }, version });
  };
  return (
    <form className="form in" aria-label={term} onSubmit={(event) => event.preventDefault()}>
      {typeof children === "function" ? children(tried) : children}
      <Field label={label} fault={tried && lacks ? `还差${label}。` : null}>
        {(control) => (
          <Input.TextArea
            {...control}
            autoFocus
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={2000}
            value={draft.value}
            onChange={({ target }) => draft.set(target.value)}
          />
        )}
      </Field>
      <Sending
        words={term}
        sent={sent}
        submit={submit}
        cancel={close}
        newest={() => {
          newest();
          sent.forget();
        }}
      />
    </form>
  );
}
