import type { ReportFacts } from "../facts.ts";
import { count, some } from "../phrase/number.ts";
import { periodSaid } from "../phrase/reach.ts";
import { enumerated, say } from "../phrase/say.ts";
import { barsBlock, chartRow, paragraph, type Section } from "./section.ts";

type Rows = NonNullable<ReportFacts["further"]>["hours"];

/** how many of the busiest hours are told */
const BUSIEST = 3;

/** 来电时段分布: how the calls spread over the hours of the day. */
export const hours: Section = {
  name: "hours",
  extra: true,
  path: ["接听情况分析", "来电时段分布"],
  write: (facts) => {
    const rows = facts.further?.hours ?? [];
    if (!rows.some(({ calls }) => some(calls))) return [];
    return [
      paragraph("busiest", ...say`${periodSaid(facts)}来电最集中的时段是${busiest(rows)}。`),
      ...barsBlock(
        "各时段来电",
        "通",
        rows.flatMap((row) => chartRow(row.hour, row.calls, "通")),
      ),
    ];
  },
};

/** hours as busy as the last of them are told too */
function busiest(rows: Rows) {
  const size = (row: (typeof rows)[number]) => row.calls.value ?? 0;
  const called = rows.filter((row) => size(row) > 0).toSorted((a, b) => size(b) - size(a));
  const least = size(called[BUSIEST - 1] ?? called.at(-1)!);
  const told = called.filter((row) => size(row) >= least);
  return enumerated(told.map((row) => say`${row.hour}（${count(row.calls, "通")}）`));
}
