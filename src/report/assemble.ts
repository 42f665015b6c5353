import { type ReportDraft, untouched } from "../domain/report/draft.ts";
import type { Block, NumberedBlock, Report } from "./block.ts";
import { editing } from "./draft/editing.ts";
import { isText, spansOf } from "./draft/text.ts";
import type { ReportFacts } from "./facts.ts";
import { monthlyAppendices, monthlyBody } from "./monthly.ts";
import { longDay, longMonth } from "./phrase/date.ts";
import { numeral } from "./phrase/number.ts";
import { preamble, reportRow } from "./preamble.ts";

const headingNumber: Record<1 | 2 | 3 | 4, (at: number) => string> = {
  1: (at) => `${numeral(at)}、`,
  2: (at) => `（${numeral(at)}）`,
  3: (at) => `${at}.`,
  4: (at) => `（${at}）`,
};

/** 编号: headings 一、（一）1.（1）, starting afresh under each higher one; charts and captioned tables 图1, 图2 …. */
export function numbered(blocks: Block[]): NumberedBlock[] {
  const counts = [0, 0, 0, 0, 0];
  let figure = 0;
  return blocks.map((block) => {
    if (block.kind === "heading") {
      counts[block.level]! += 1;
      counts.fill(0, block.level + 1);
      return { ...block, number: headingNumber[block.level](counts[block.level]!) };
    }
    if (block.kind === "chart" || (block.kind === "table" && block.caption !== null)) {
      figure += 1;
      return { ...block, number: `图${figure}` };
    }
    return block;
  });
}

/** 成文: facts → the finished report, still without a format. Refuses nothing: what is missing is left out or said in words. */
export function assembleReport(facts: ReportFacts, draft: ReportDraft = untouched): Report {
  const row = reportRow(facts);
  return {
    platform: facts.platform,
    month: facts.month,
    title: titleOf(facts),
    demonstration: facts.demonstration,
    preamble: editing(facts, draft)(preamble(facts)).filter(isText).flatMap(spansOf),
    blocks: numbered(monthlyBody(facts, draft)),
    appendices: monthlyAppendices(facts, draft),
    issuer: filled(row?.issuer || "{platform}12345热线办", facts),
    date: longDay(facts.issued ?? facts.frozen.at.slice(0, 10)),
    reportTo: row?.reportTo ?? "",
    sendTo: row?.sendTo ?? "",
    frozen: facts.frozen,
  };
}

/** 标题, line by line */
export const titleOf = (facts: ReportFacts): string[] =>
  titleLines(facts, reportRow(facts)?.title || "{platform}12345政务服务便民热线{month}运行情况分析报告");

const filled = (text: string, { platform, month }: ReportFacts): string =>
  text.replaceAll("{platform}", platform).replaceAll("{month}", longMonth(month));

/** the month begins the second line */
const titleLines = (facts: ReportFacts, title: string): string[] =>
  title
    .replace("{month}", "\n{month}")
    .split("\n")
    .map((line) => filled(line, facts))
    .filter((line) => line !== "");
