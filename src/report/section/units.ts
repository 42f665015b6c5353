import { eachLeader } from "../phrase/leading.ts";
import { numeral } from "../phrase/number.ts";
import { enumerated, say } from "../phrase/say.ts";
import { panelsBlock } from "./districts.ts";
import { paragraph, type Section } from "./section.ts";

/** 各单位诉求热点情况: the units outside the districts with most work orders, and what those were about. */
export const units: Section = {
  name: "units",
  path: ["接听情况分析", "诉求热点情况", "诉求涉及单位分布情况", "各单位诉求热点情况"],
  write: ({ figures }) => {
    const list = figures.unitsTop3.map(({ unit, top }) => ({ name: unit, top })).filter(({ top }) => top.length > 0);
    if (list.length === 0) return [paragraph("本月没有可按单位列出的派发工单。")];
    const names = enumerated(list.map(({ name }) => name));
    const opening =
      list.length === 1
        ? say`县市区、园区以外，承办工单最多的单位是${names}`
        : say`县市区、园区以外，承办工单量居前${numeral(list.length)}位的单位依次是${names}`;
    return [
      paragraph(...say`${opening}。各单位工单中占比最高的事项：${eachLeader(list)}`),
      ...panelsBlock(`承办量前${numeral(list.length)}位单位的诉求分布`, list),
    ];
  },
};
