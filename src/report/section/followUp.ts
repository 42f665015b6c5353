import { ruleDay } from "../../domain/calendar/month.ts";
import { periodOf, pointersOf } from "../../domain/calendar/period.ts";
import { inForce, inForceWithin } from "../../domain/rule/inForce.ts";
import type { Block } from "../block.ts";
import type { ReportFacts } from "../facts.ts";
import { alsoCompared, restated } from "../phrase/change.ts";
import { shortDay } from "../phrase/date.ts";
import { count, num, rate, some } from "../phrase/number.ts";
import { periodSaid } from "../phrase/reach.ts";
import { enoughRatings, satisfaction } from "../phrase/satisfaction.ts";
import { enumerated, say, separated } from "../phrase/say.ts";
import { numberCell, paragraph, plainTable, type Section, textCell } from "./section.ts";

/** 回访满意率: follow-ups, ratings, rate; how people were asked and why; who handles much and pleases; what displeased. */
export const followUp: Section = {
  name: "followUp",
  path: ["办理情况分析", "本级热线办理情况", "回访满意率"],
  write: (facts) => {
    if (!some(facts.figures.followUp.followUps))
      return [paragraph("ratings", `${pointersOf(facts.month).this}没有结束的回访。`)];
    return [paragraph("ratings", ...say`${ratings(facts)}${channel(facts)}${large(facts)}`), ...dissatisfied(facts)];
  },
};

function ratings(facts: ReportFacts) {
  const { rulebook, month, more } = facts;
  const { followUp: of } = facts.figures;
  const due = more.followUp.rate.value === null ? [] : say`${rate("回访率", more.followUp.rate)}，`;
  const enough = enoughRatings(rulebook, month);
  return say`${periodSaid(facts)}共回访转办诉求${count(of.followUps, "件")}，涉及${count(of.units, "家")}承办单位，${due}其中评价满意${count(of.satisfied, "件")}、一般${count(of.neutral, "件")}、不满意${count(of.dissatisfied, "件")}、未评价${count(of.noResponse, "件")}。${satisfaction("回访满意率", of.satisfactionRate, more.responseShares.followUp, enough)}${alsoCompared(more.followUp.satisfactionMoM)}${restated(more.followUp.satisfactionMoM)}。`;
}

const channels = { sms: "短信", phone: "电话" };

/** within the period one mode may have followed another: each is told with its day, none for the whole */
function channel({ rulebook, month, figures: { followUp: of } }: ReportFacts) {
  const modes = inForceWithin(rulebook, "followUpMode", "mode", periodOf(month));
  if (modes.length > 1) {
    const told = modes.map(
      ({ from, row }) =>
        say`${shortDay(from, month)}起以${channels[row.value.channel]}进行${row.value.reason ? `（${row.value.reason}）` : ""}`,
    );
    return say`${pointersOf(month).this}回访方式有变化：${separated(told, "，")}。`;
  }
  const mode = modes[0]?.row.value;
  const why = mode?.channel === of.channel && mode.reason ? `（${mode.reason}）` : "";
  return of.channel ? say`${pointersOf(month).this}回访以${channels[of.channel]}方式进行${why}。` : [];
}

function large({ rulebook, month, figures, more: { largeAndSatisfied } }: ReportFacts) {
  // without a rating, or with one unit alone, nobody can stand above the whole
  if (figures.followUp.satisfactionRate.value === null || (figures.followUp.units.value ?? 0) < 2) return [];
  const rule = inForce(rulebook, "threshold", "largeShare", ruleDay(month))?.value.words;
  const by = rule ? `（${rule}）` : "";
  if (largeAndSatisfied.length === 0)
    return say`${pointersOf(month).this}没有承办量大且满意率高于总体水平的单位${by}。`;
  const units = largeAndSatisfied.map(({ unit, satisfactionRate }) => say`${unit}（${num(satisfactionRate)}）`);
  return say`承办量大且满意率高于总体水平的单位${by}有${enumerated(units)}。`;
}

function dissatisfied({ figures: { followUp: of } }: ReportFacts): Block[] {
  if (of.dissatisfiedTop.length === 0) return [];
  const rows = of.dissatisfiedTop.map(({ topic, count: n, share }) => [
    textCell(topic),
    numberCell(n),
    numberCell(share),
  ]);
  const table = plainTable([3, 1, 1], ["不满意诉求类别", "数量（件）", "占不满意量"], rows);
  return [{ kind: "table", table, caption: "回访不满意的热点诉求" }];
}
