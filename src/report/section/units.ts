import { firstDay } from "../../domain/calendar/month.ts";
import { pointersOf } from "../../domain/calendar/period.ts";
import { allInForce } from "../../domain/rule/inForce.ts";
import type { Span } from "../block.ts";
import type { ReportFacts } from "../facts.ts";
import { eachLeader, type Leading } from "../phrase/leading.ts";
import { num, numeral } from "../phrase/number.ts";
import { enumerated, say } from "../phrase/say.ts";
import { panelsBlock } from "./districts.ts";
import { paragraph, type Section } from "./section.ts";

/** 各单位诉求热点情况: the units outside the districts with most work orders, and what those were about. */
export const units: Section = {
  name: "units",
  path: ["接听情况分析", "诉求热点情况", "诉求涉及单位分布情况", "各单位诉求热点情况"],
  write: (facts) => {
    const list = facts.figures.unitsTop3
      .map(({ unit, top }) => ({ name: unit, top }))
      .filter(({ top }) => top.length > 0);
    if (list.length === 0) return [paragraph("leaders", `${pointersOf(facts.month).this}没有可按单位列出的派发工单。`)];
    const names = enumerated(list.map(({ name }) => name));
    // of one alone there is no rank
    if (list.length === 1)
      return [
        paragraph("leaders", ...say`${outside(facts)}工单主要由${names}承办，涉及${topics(list[0]!)}。`),
        ...panelsBlock(`${list[0]!.name}的诉求分布`, list),
      ];
    return [
      paragraph(
        "leaders",
        ...say`${outside(facts)}承办工单量居前${numeral(list.length)}位的单位依次是${names}。各单位工单中占比最高的事项：${eachLeader(list)}`,
      ),
      ...panelsBlock(`承办量前${numeral(list.length)}位单位的诉求分布`, list),
    ];
  },
};

const topics = ({ top }: Leading): Span[] =>
  say`${enumerated(top.map(({ topic, share }) => say`${topic}（${num(share)}）`))}`;

/** the groups that have a ranking of their own, by their printed names */
function outside({ rulebook, month }: ReportFacts): Span[] {
  const apart = allInForce(rulebook, "unitGroup", firstDay(month)).filter((row) => row.value.rankedApart);
  return apart.length === 0 ? [] : say`${enumerated(apart.map((row) => row.value.name))}以外，`;
}
