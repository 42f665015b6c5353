import { alsoCompared } from "../phrase/change.ts";
import { shortMonth } from "../phrase/date.ts";
import { count, counted, rate, several } from "../phrase/number.ts";
import { say, separated } from "../phrase/say.ts";
import { paragraph, type Section } from "./section.ts";

/** 县级平台接听与办理情况: calls of each platform and the rates over all of them. */
export const countyPlatforms: Section = {
  name: "countyPlatforms",
  monthly: true,
  path: ["办理情况分析", "县级热线平台办理情况", "接听与办理情况"],
  write: ({ month, figures: { countyPlatforms: of } }) => {
    if (of.byPlatform.length === 0) return [];
    const each = of.byPlatform.flatMap((row) =>
      row.offered.value === null ? [] : [counted(row.platform, row.offered, "个")],
    );
    const rates = (
      [
        ["接通率", of.answerRate],
        ["在线办结率", of.firstContactRate],
        ["按时办结率", of.onTimeRate],
        ["回访率", of.followUpRate],
        ["回访满意率", of.satisfactionRate],
      ] as const
    ).flatMap(([name, figure]) => (figure.value === null ? [] : [rate(name, figure)]));
    const offered =
      each.length === 0
        ? []
        : say`${shortMonth(month)}，${several(each.length)}个县级热线平台共接到群众来电${count(of.offered, "个")}${alsoCompared(of.offeredMoM)}，其中${separated(each, "、")}。`;
    const pooled = rates.length === 0 ? [] : say`各平台合计，${separated(rates, "、")}。`;
    const told = say`${offered}${pooled}`;
    return [paragraph("platforms", ...(told.length === 0 ? say`县级热线平台本月没有报送数据。` : told))];
  },
};
