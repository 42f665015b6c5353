import { compared } from "../phrase/change.ts";
import { longMonth } from "../phrase/date.ts";
import { count } from "../phrase/number.ts";
import { isOver } from "../phrase/reach.ts";
import { say } from "../phrase/say.ts";
import { paragraph, type Section } from "./section.ts";

/** 与上年同期相比: calls and accepted requests against the same days of the year before. */
export const yearBefore: Section = {
  name: "yearBefore",
  extra: true,
  path: ["接听情况分析", "与上年同期相比"],
  write: (facts) => {
    const { month, further } = facts;
    const { calls, requests } = facts.figures;
    if (further === null) return [];
    const { yearBefore: of } = further;
    if (!isOver(facts)) return [paragraph("compared", "本期还没有过完，不作同比。")];
    if (of === null) return [paragraph("compared", "没有上年同期的数据，不作同比。")];
    return [
      paragraph(
        "compared",
        ...say`${longMonth(month)}群众来电${count(calls.offered, "通")}，上年同期${count(of.offered, "通")}，${compared(of.offeredYoY, "同比")}；受理诉求${count(requests.accepted, "件")}，上年同期${count(of.accepted, "件")}，${compared(of.acceptedYoY, "同比")}。`,
      ),
    ];
  },
};
