import { rateCompared } from "../phrase/change.ts";
import { categoryName } from "../phrase/number.ts";
import { periodSaid } from "../phrase/reach.ts";
import { enumerated, say } from "../phrase/say.ts";
import { paragraph, plainTable, type Section, textCell } from "./section.ts";

/** 在线办结工单: what the hotline answered and closed itself. */
export const firstContact: Section = {
  name: "firstContact",
  path: ["办理情况分析", "本级热线办理情况", "在线办结工单"],
  write: (facts) => {
    const { handling } = facts.figures;
    if (handling.firstContactRate.value === null) return [];
    const hot = handling.firstContactHot.filter(({ topics }) => topics.length > 0);
    const leading = [...new Set(hot.map(({ topics }) => topics[0]!))];
    const about =
      leading.length > 0
        ? say`在线解答${leading.length > 1 ? "较多的事项有" : "的主要是"}${enumerated(leading)}。`
        : [];
    const opening = say`${periodSaid(facts)}，${rateCompared("在线办结率", handling.firstContactRate, handling.firstContactRateMoM)}。${about}`;
    if (hot.length === 0) return [paragraph("rate", ...opening)];
    const rows = hot.map(({ category, topics }) => [textCell(categoryName(category)), textCell(topics.join("、"))]);
    const table = plainTable([2, 3], ["诉求类别", "热点事项"], rows);
    return [paragraph("rate", ...opening), { kind: "table", table, caption: "在线办结热点事项" }];
  },
};
