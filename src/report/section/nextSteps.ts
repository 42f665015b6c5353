import { pointersOf } from "../../domain/calendar/period.ts";
import type { Span } from "../block.ts";
import type { ReportFacts } from "../facts.ts";
import { count, num, numeral, some } from "../phrase/number.ts";
import { enumerated, say } from "../phrase/say.ts";
import { paragraph, type Section } from "./section.ts";
import { wording } from "./wording.ts";

/** 下一步工作要求: what the month's figures ask of the units, then the office's own words. */
export const nextSteps: Section = {
  name: "nextSteps",
  path: ["下一步工作要求"],
  write: (facts) => {
    const asked = [overdue(facts), returns(facts), dissatisfied(facts)].filter((spans) => spans.length > 0);
    const told = asked.map((spans, at) => say`${numeral(at + 1)}是${spans}`);
    const own = wording(facts, "nextSteps");
    return told.length === 0
      ? own
      : [
          paragraph("asked", ...say`根据${pointersOf(facts.month).this}情况，请各承办单位做好以下工作。${told}`),
          ...own,
        ];
  },
};

function overdue({ figures: { openOverdue } }: ReportFacts): Span[] {
  if (!some(openOverdue.total)) return [];
  const units = enumerated(openOverdue.byUnit.map(({ unit }) => unit));
  return say`尽快清理${count(openOverdue.total, "件")}超期未反馈工单${units.length > 0 ? say`，由${units}逐件明确责任人和反馈时间` : []}。`;
}

function returns({ month, more: { returns: of } }: ReportFacts): Span[] {
  if (!some(of.late)) return [];
  return say`严格执行退单期限，确非本单位职责的在规定期限内申请，不再出现${pointersOf(month).this}${count(of.late, "件次")}超期退单的情况。`;
}

function dissatisfied({ figures: { followUp } }: ReportFacts): Span[] {
  const topics = followUp.dissatisfiedTop.slice(0, 3);
  if (topics.length === 0) return [];
  const told = topics.map(({ topic, share }) => (share.value === null ? topic : say`${topic}（占${num(share)}）`));
  return say`对不满意较集中的${enumerated(told)}等事项逐件分析原因，能解决的尽快解决，暂不能解决的向市民说明情况。`;
}
