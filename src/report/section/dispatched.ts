import { alsoCompared, rateCompared } from "../phrase/change.ts";
import { categoryName, count, some } from "../phrase/number.ts";
import { isOver, periodSaid, reach } from "../phrase/reach.ts";
import { say, separated } from "../phrase/say.ts";
import { barsBlock, chartRow, paragraph, type Section } from "./section.ts";

/** 转办工单: what went to the units, how much of it was handled in time, the leading topic of each category. */
export const dispatched: Section = {
  name: "dispatched",
  path: ["办理情况分析", "本级热线办理情况", "转办工单"],
  write: (facts) => {
    const { handling, openOverdue } = facts.figures;
    const hot = handling.dispatchedHot;
    const told = hot.map((row) => say`${categoryName(row.category)}的${row.topic}（${count(row.count, "件")}）`);
    const about = told.length > 0 ? say`转办${told.length > 1 ? "较多" : ""}的是${separated(told, "、")}。` : [];
    const stock = some(openOverdue.total)
      ? say`${isOver(facts) ? "同期末" : `截至${reach(facts)}，`}另有超期未反馈工单${count(openOverdue.total, "件")}，不在上述比率之内。`
      : [];
    const sent = some(handling.dispatched)
      ? say`转办诉求${count(handling.dispatched, "件")}${alsoCompared(handling.dispatchedMoM)}`
      : say`没有转办诉求`;
    const onTime =
      handling.onTimeRate.value === null
        ? []
        : say`；${rateCompared("按时办结率", handling.onTimeRate, handling.onTimeRateMoM)}`;
    return [
      paragraph("sent", ...say`${periodSaid(facts)}${sent}${onTime}。${stock}${about}`),
      ...barsBlock(
        "转办热点诉求",
        "件",
        hot.flatMap((row) => chartRow(`${categoryName(row.category)}·${row.topic}`, row.count, "件")),
      ),
    ];
  },
};
