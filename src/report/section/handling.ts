import { pointersOf } from "../../domain/calendar/period.ts";
import type { ReportFacts } from "../facts.ts";
import { count, some } from "../phrase/number.ts";
import { isOver, periodSaid, reach } from "../phrase/reach.ts";
import { enoughRatings, formulaChanges, groundRules, satisfaction } from "../phrase/satisfaction.ts";
import { say, separated } from "../phrase/say.ts";
import { notes, paragraph, type Section } from "./section.ts";

/** 本级热线办理情况: the month's identity, the three satisfaction rates with their response shares, changes of formula. */
export const handling: Section = {
  name: "handling",
  path: ["办理情况分析", "本级热线办理情况"],
  write: (facts) => [
    paragraph("identity", ...say`${identity(facts)}${rates(facts)}`),
    ...formulaChanges(facts.rulebook, facts.month).map((spans, at) => paragraph(`formula${at + 1}`, ...spans)),
    notes(groundRules(facts.rulebook, facts.month, isOver(facts) ? pointersOf(facts.month).end : `${reach(facts)}的`)),
  ],
};

function identity(facts: ReportFacts) {
  const { platform } = facts;
  const { handling: of } = facts.figures;
  const { requests } = facts.more;
  if (!some(of.accepted)) return say`${periodSaid(facts)}，${platform}12345热线没有受理诉求的记录。`;
  const parts = [
    say`在线办结${count(of.firstContact, "件")}`,
    say`派发承办单位办理${count(of.dispatched, "件")}`,
    ...(some(requests.pending) ? [say`待处理${count(requests.pending, "件")}`] : []),
    ...(some(requests.withdrawn) ? [say`市民撤回${count(requests.withdrawn, "件")}`] : []),
  ];
  return say`${periodSaid(facts)}，${platform}12345热线受理诉求${count(of.accepted, "件")}，其中${separated(parts, "、")}。`;
}

function rates({ rulebook, month, figures: { handling: of }, more: { responseShares: shares } }: ReportFacts) {
  const enough = enoughRatings(rulebook, month);
  const parts = (
    [
      ["在线办结满意率", of.firstContactSatisfaction, shares.firstContact],
      ["派发工单回访满意率", of.followUpSatisfaction, shares.followUp],
    ] as const
  ).flatMap(([name, rate, share]) => (rate.value === null ? [] : [satisfaction(name, rate, share, enough)]));
  if (of.overallSatisfaction.value === null)
    return parts.length === 0 ? say`${pointersOf(month).this}没有市民评价。` : say`${separated(parts, "、")}。`;
  const overall = satisfaction("总体满意率", of.overallSatisfaction, shares.overall, enough);
  return say`${overall}${parts.length === 0 ? "" : "，其中"}${separated(parts, "、")}。`;
}
