import { count, counted, some } from "../phrase/number.ts";
import { periodSaid } from "../phrase/reach.ts";
import { enumerated, say, separated } from "../phrase/say.ts";
import { barsBlock, chartRow, paragraph, type Section } from "./section.ts";

/** 文明创建诉求情况: requests under a 文明创建 indicator, by group and item. */
export const civilizedCity: Section = {
  name: "civilizedCity",
  path: ["接听情况分析", "诉求热点情况", "文明创建诉求情况"],
  write: (facts) => {
    const { more } = facts;
    const { civilizedCity: total } = facts.figures;
    if (!some(total?.count)) return [];
    const groups = more.civilized.filter((group) => some(group.count));
    const told = groups.map(({ group, count: n, items }) => {
      const named = items.filter((item) => some(item.count)).map((item) => item.item);
      return say`${counted(group, n, "件")}${named.length > 0 ? say`（${enumerated(named)}）` : []}`;
    });
    const parts = told.length > 0 ? say`，其中${separated(told, "、")}` : [];
    return [
      paragraph(
        "groups",
        ...say`${periodSaid(facts)}受理的诉求中，涉及文明创建指标的共${count(total.count, "件")}${parts}。`,
      ),
      ...barsBlock(
        "文明创建诉求情况",
        "件",
        groups.flatMap((group) => chartRow(group.group, group.count, "件")),
      ),
    ];
  },
};
