import type { Block } from "../block.ts";
import type { ReportFacts } from "../facts.ts";
import { monthIn } from "../phrase/date.ts";
import { count, some } from "../phrase/number.ts";
import { periodSaid } from "../phrase/reach.ts";
import { say } from "../phrase/say.ts";
import { heading, paragraph, type Section } from "./section.ts";
import { wording } from "./wording.ts";

/** 存在的困难: what the records show (bulk returns, late returns), then the office's own words. */
export const difficulties: Section = {
  name: "difficulties",
  path: ["存在的困难"],
  write: (facts) => {
    const own = wording(facts, "difficulties");
    const found = [...bulkReturn(facts), ...lateReturns(facts)];
    const apart = found.length > 0 && own.length > 0;
    return [...found, ...(apart ? [heading("others title", 2, "其他需要协调的问题")] : []), ...own];
  },
};

function bulkReturn({ month, more: { bulkReturns } }: ReportFacts): Block[] {
  const [of] = bulkReturns;
  if (!of) return [];
  return [
    heading("bulkReturn title", 2, "成批退单使积压问题集中显现"),
    paragraph(
      "bulkReturn",
      ...say`${monthIn(of.openSince, month)}以来交办的${of.topic}类工单中，有${count(of.orders, "件")}长期没有办理反馈，也没有在期限内申请退单，${monthIn(of.returnedIn, month)}由${of.unit}一次性退回。按时办结率只计算已回访的工单，退单申请率只计算被驳回的申请，此类积压在两项比率中均不体现；退回后再次派发，整件事项的办理时限已难以保证。`,
    ),
  ];
}

function lateReturns(facts: ReportFacts): Block[] {
  const { returns } = facts.more;
  if (!some(returns.late)) return [];
  return [
    heading("lateReturns title", 2, "超期退单拉长办理时间"),
    paragraph(
      "lateReturns",
      ...say`${periodSaid(facts)}申请退单${count(returns.requested, "件次")}，其中${count(returns.late, "件次")}超过签收后的规定期限才提出。超期退单使工单在承办单位滞留，市民等待时间延长。`,
    ),
  ];
}
