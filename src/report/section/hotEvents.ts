import { periodOf, pointersOf } from "../../domain/calendar/period.ts";
import type { Span } from "../block.ts";
import type { ReportFacts } from "../facts.ts";
import { count, counted, num } from "../phrase/number.ts";
import { periodSaid } from "../phrase/reach.ts";
import { enumerated, say } from "../phrase/say.ts";
import { paragraph, type Section } from "./section.ts";
import { wording } from "./wording.ts";

/** 热点事件情况: what many people called about at once, its share, and under which subjects. */
export const hotEvents: Section = {
  name: "hotEvents",
  path: ["接听情况分析", "诉求热点情况", "热点事件情况"],
  write: (facts) => {
    const events = facts.more.hotEvents;
    if (events.length === 0)
      return [paragraph("events", `${pointersOf(facts.month).this}没有形成集中反映的热点事件。`)];
    return [
      ...events.map((event) => paragraph(`event ${event.event}`, ...told(event, facts))),
      ...wording(facts, "hotEvents"),
    ];
  },
};

function told(
  { event, count: size, share, leading }: ReportFacts["more"]["hotEvents"][number],
  facts: ReportFacts,
): Span[] {
  const topics = leading.map(({ topic, count: n }) => counted(topic, n, "件"));
  const about = topics.length > 0 ? say`从诉求内容看，主要涉及${enumerated(topics)}。` : [];
  const part = share.value === null ? [] : say`，占受理诉求总量的${num(share)}`;
  // over several months part of them may have gone by before anybody marked requests as the event's
  const { kind } = periodOf(facts.month);
  const which = kind === "quarter" || kind === "year" ? "期间归入这一事件的诉求" : "相关诉求";
  return say`${periodSaid(facts)}群众集中反映的热点是${event}，${which}共${count(size, "件")}${part}。${about}`;
}
