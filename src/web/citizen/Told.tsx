/** 没成: what happened and what to do next; it takes the focus, so that it is read out. */
import { useEffect, useRef } from "react";
import { sentenceOf } from "../ui/sentence.ts";

export function Told({ error, again }: { error: unknown; again?: () => void }) {
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => here.current?.focus(), []);
  const { sentence, next, fields } = sentenceOf(error);
  return (
    <div className="told bad" role="alert" tabIndex={-1} ref={here}>
      <p>
        <strong>{sentence}</strong>
      </p>
      {fields.map((one) => (
        <p key={one}>{one}。</p>
      ))}
      <p>{next}</p>
      {again ? (
        <button type="button" onClick={again}>
          再试一次
        </button>
      ) : null}
    </div>
  );
}
