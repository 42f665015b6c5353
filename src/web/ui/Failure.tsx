/** 没成: what happened, what is safe, what to do next; the same words wherever something is asked or done. */
import { useEffect, useRef } from "react";
import { Act } from "./Act.tsx";
import { sentenceOf } from "./sentence.ts";

interface FailureProps {
  error: unknown;
  again?: (() => void) | undefined;
  verb?: string;
}

/** Whoever types in another form isn't taken away from it; in this one he is told at once. */
function typesElsewhere(failure: HTMLElement): boolean {
  const field = document.activeElement?.closest("input, textarea, [role=combobox]");
  return field != null && !failure.closest("form, [role=dialog]")?.contains(field);
}

export function Failure({ error, again, verb = "再试一次" }: FailureProps) {
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (here.current && !typesElsewhere(here.current)) here.current.focus();
  }, []);
  const { sentence, next, fields } = sentenceOf(error);
  return (
    <div className="failure" role="alert" tabIndex={-1} ref={here}>
      <p>
        <strong>{sentence}</strong>
      </p>
      {fields.length > 0 ? (
        <ul>
          {fields.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      ) : null}
      <p className="next">{next}</p>
      {again ? <Act words={verb} onAct={again} small /> : null}
    </div>
  );
}
