import type { z } from "zod";
import type { figure } from "../../contract/cockpit/cockpit.ts";
import type { RequestCounts } from "../../domain/measure/counts.ts";
import type { Measured } from "../../domain/measure/measured.ts";
import { total } from "../../domain/measure/tally.ts";

/** 一个数 on the wire, with what it is about and by which rule. */
export function figureOf({
  value,
  numerator,
  denominator,
  cohort,
  rule,
  reason,
  note,
}: Measured): z.input<typeof figure> {
  return {
    value,
    words: [cohort, rule?.words].filter(Boolean).join("；"),
    ...(numerator === undefined ? {} : { numerator }),
    ...(denominator === undefined ? {} : { denominator }),
    ...(reason === undefined ? {} : { reason }),
    ...(note === undefined ? {} : { note }),
  };
}

/** 受理 and what became of it: its parts make the whole. */
export function outcomesOf(rows: RequestCounts[]) {
  const of = (outcome: RequestCounts["outcome"]) => total(rows, (row) => (row.outcome === outcome ? row.count : 0));
  return {
    accepted: total(rows, (row) => row.count),
    firstContact: of("firstContact"),
    dispatched: of("dispatched"),
    pending: of("pending"),
    withdrawn: of("withdrawn"),
  };
}
