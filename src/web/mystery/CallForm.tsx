/** 一通拨测的表单: what is typed lies in a draft, and is sent once it is whole. */
import { type ReactNode, useState } from "react";
import { useDraft } from "../shell/draft.ts";
import { useSend } from "../shell/send.ts";
import { Sending } from "../ui/Sending.tsx";
import { type Call, MYSTERY } from "./data.ts";

export interface FormProps {
  call: Call;
  done(words: string): void;
  /** somebody was faster: reads it again and keeps what is typed */
  newest(): void;
}

export interface Filling<T> {
  value: T;
  set(value: T): void;
  /** it was to be sent and something is missing */
  tried: boolean;
}

interface CallFormProps<T> extends FormProps {
  term: string;
  /** what one should know before */
  meta: string;
  words: string;
  noun: "ratings" | "settlement";
  first: T;
  said: string;
  /** what is sent; null: something is still missing */
  bodyOf(value: T): object | null;
  children(form: Filling<T>): ReactNode;
}

export function CallForm<T>(props: CallFormProps<T>) {
  const { call, done, newest, term, meta, words, noun, first, said, bodyOf, children } = props;
  const { value, set, clear } = useDraft<T>(`mystery.${noun}.${call.id}`, first);
  const [tried, setTried] = useState(false);
  const sent = useSend<Call>(MYSTERY, () => {
    clear();
    done(said);
  });
  const submit = () => {
    setTried(true);
    const body = bodyOf(value);
    if (body) sent.send({ path: `/mystery-calls/${call.id}/${noun}`, body, version: call.version });
  };
  const again = () => {
    newest();
    sent.forget();
  };
  return (
    <section className="panel" aria-label={term}>
      <header>
        <h2>{term}</h2>
        <span className="meta">{meta}</span>
      </header>
      <form className="form in" aria-label={term} onSubmit={(event) => event.preventDefault()} autoComplete="off">
        {children({ value, set, tried })}
        <Sending words={words} sent={sent} submit={submit} cancel={null} newest={again} />
      </form>
    </section>
  );
}
