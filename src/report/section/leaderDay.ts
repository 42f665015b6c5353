import type { Span } from "../block.ts";
import type { ReportFacts } from "../facts.ts";
import { count, some } from "../phrase/number.ts";
import { type Counted, daySaid } from "../phrase/reach.ts";
import { enumerated, say } from "../phrase/say.ts";
import { paragraph, type Section } from "./section.ts";
import { wording } from "./wording.ts";

/** 领导接听日工作情况: each day held: date, unit, calls, what was asked and settled on the spot. */
export const leaderDay: Section = {
  name: "leaderDay",
  path: ["领导接听日工作情况"],
  write: (facts) => {
    const days = facts.more.leaderDays;
    if (days.length === 0) return [];
    return [
      ...days.map((day) => paragraph(`day ${day.date} ${day.unit}`, ...held(day, facts))),
      ...wording(facts, "leaderDay"),
    ];
  },
};

/** 一天的一句话 */
export function held(day: ReportFacts["more"]["leaderDays"][number], counted: Counted): Span[] {
  const came = say`${daySaid(day.date, counted)}，${day.unit}负责同志到热线接听`;
  if (day.calls.value === 0 && day.subjects.length === 0) return say`${came}，没有群众来电。`;
  const topics = day.subjects.slice(0, 6).map(({ topic }) => topic);
  const about = topics.length > 0 ? `，内容涉及${enumerated(topics).join("")}等方面` : "";
  const settled = some(day.settledOnTheSpot) ? say`当场答复解决${count(day.settledOnTheSpot, "个")}` : [];
  const sent = some(day.dispatched) ? say`${settled.length ? "，" : ""}现场交办${count(day.dispatched, "个")}` : [];
  const outcome = settled.length + sent.length > 0 ? say`。${settled}${sent}` : [];
  return say`${came}群众来电${count(day.calls, "个")}${about}${outcome}。`;
}
