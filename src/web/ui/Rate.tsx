/** 一个率: with the two counts that it is made of, or why there is none. */
import type { z } from "zod";
import type { measuredRate } from "../../contract/measure.ts";
import { count } from "./number.ts";

export type MeasuredRate = z.output<typeof measuredRate>;

export function Rate({ name, rate }: { name: string; rate: MeasuredRate }) {
  const { percent, numerator, denominator, words, note } = rate;
  if (percent === null || numerator === null || denominator === null)
    return (
      <span>
        {name} — {note ? <span>（{note}）</span> : null}
      </span>
    );
  return (
    <span title={words ?? undefined}>
      {name} <strong>{percent.toFixed(2)}%</strong>（{count(numerator)} ÷ {count(denominator)}）
      {note ? <span>{note}</span> : null}
    </span>
  );
}
