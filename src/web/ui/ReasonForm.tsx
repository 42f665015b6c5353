/** 写明为什么: what is taken back for good is so with its reason. */
import { useState } from "react";
import { useSend } from "../shell/send.ts";
import { LineField } from "./LineField.tsx";
import { Sending } from "./Sending.tsx";

interface ReasonFormProps {
  /** 作废, and of what: 作废这一版 */
  term: string;
  words: string;
  path: string;
  version: number;
  /** what is old once it is done */
  nouns: readonly string[];
  close(): void;
}

export function ReasonForm({ term, words, path, version, nouns, close }: ReasonFormProps) {
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const sent = useSend(nouns, close);
  const lacks = reason.trim() === "";
  const submit = () => {
    setTried(true);
    if (!lacks) sent.send({ path, body: { reason }, version });
  };
  return (
    <form className="form in" aria-label={term} onSubmit={(event) => event.preventDefault()}>
      <LineField
        label={`为什么${term}`}
        fault={tried && lacks ? "还差原因。" : null}
        value={reason}
        set={setReason}
        focus
      />
      <Sending words={words} sent={sent} submit={submit} cancel={close} danger />
    </form>
  );
}
