/** 写一段话就完的事: one field of words, whatever stands before it, and sending. */
import { type ReactNode, useState } from "react";
import { useDraft } from "../shell/draft.ts";
import { useSend } from "../shell/send.ts";
import { Sending } from "./Sending.tsx";
import { WordsField } from "./WordsField.tsx";

export interface FormProps {
  done(words: string): void;
  /** null: there is nothing to go back to */
  close: (() => void) | null;
  /** somebody was faster: reads it again and keeps what is typed */
  newest(): void;
}

interface WordsProps extends FormProps {
  /** its heading, and what the button says */
  term: string;
  label: string;
  path: string;
  version: number;
  /** what is old once it is done */
  nouns: readonly string[];
  /** where the words start */
  text: string;
  said: string;
  /** what else is sent; null: something is still missing */
  more: Record<string, unknown> | null;
  children?: ReactNode | ((tried: boolean) => ReactNode);
}

export function WordsForm({
  term,
  label,
  path,
  version,
  nouns,
  text,
  said,
  more,
  done,
  close,
  newest,
  children,
}: WordsProps) {
  const draft = useDraft(`words${path} ${text}`, text);
  const [tried, setTried] = useState(false);
  const sent = useSend(nouns, () => {
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
      <WordsField
        label={label}
        value={draft.value}
        set={draft.set}
        fault={tried && lacks ? `还差${label}。` : null}
        focus
      />
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
