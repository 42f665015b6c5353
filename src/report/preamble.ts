import { ruleDay } from "../domain/calendar/month.ts";
import { isComparable } from "../domain/calendar/period.ts";
import { inForce } from "../domain/rule/inForce.ts";
import type { Block } from "./block.ts";
import type { ReportFacts } from "./facts.ts";
import { longMonth } from "./phrase/date.ts";
import { isOver, reach } from "./phrase/reach.ts";
import { say, separated } from "./phrase/say.ts";
import { paragraph } from "./section/section.ts";

/** 月报的编排: title, contents, whom it is sent to; the row in force on the period's first day */
export const reportRow = ({ rulebook, month }: ReportFacts) =>
  inForce(rulebook, "report", "monthly", ruleDay(month))?.value;

/** 开头 is a section by itself that the contents page doesn't list. */
export const PREAMBLE = "preamble";

/** 开头的一段: under which rules the report is written, and of which month. */
export function preamble(facts: ReportFacts): Block {
  const named = (reportRow(facts)?.writtenUnder ?? []).map((rule) => (rule.startsWith("《") ? rule : `《${rule}》`));
  const under = named.length > 0 ? say`按照${separated(named, "")}的要求，` : [];
  const whose = `${facts.platform}12345热线${longMonth(facts.month)}`;
  return paragraph(`${PREAMBLE}/text`, ...say`${under}现对${whose}的运行情况分析如下。${countedHow(facts)}`);
}

/** 与谁比、计到何时, where it isn't the usual: holidays are unlike the days before, and a part of a period unlike a whole one */
function countedHow(facts: ReportFacts): string {
  const until = isOver(facts) ? "" : `本期还没有过完，各项数字计至${reach(facts)}，`;
  const holiday = isComparable(facts.month) ? "" : "节假日与平日不可比，";
  return until || holiday ? `${until}${holiday}不作环比。` : "";
}
