/** 期间写错: the first words of a report of one month speak of another month than its title. */
import type { Finding } from "../../../domain/finding.ts";
import { chineseNumber } from "../../read/chinese.ts";
import { type Passage, quote } from "../../read/passage.ts";
import { monthOfReport } from "../../read/period.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding } from "../../write.ts";

const opening =
  /^(?:(20\d\d)年)?(\d{1,2})月(?:份)?，(?:全[市县区省州]|共|本|12345|[^，。；]{0,8}热线)[^，。；]{0,14}(?:受理|办理|接听|接收|收到)/;
const led = /^现将(?:(20\d\d)年)?(\d{1,2})月份?(?![至—-])[^，。；]{0,20}(?:情况|结果)[^，。；]{0,6}(?:通报|公布|报告)/;
const titled = /\d{1,2}月|[一二三四五六七八九十]{1,2}月/;
const chinese =
  /(?<![一二三四五六七八九十\d第、至—和-])(十[一二]?|[一二三四五六七八九])月份?[^，。；]{0,24}(?:情况|通报|运行|办理|分析)/;

export function ownPeriod({ passages }: Reading): Finding[] {
  const report = monthOfReport(passages) ?? inChinese(passages);
  const first = passages.slice(0, 8).find(({ text }) => opening.test(text) || led.test(text));
  const [, , month] = opening.exec(first?.text ?? "") ?? led.exec(first?.text ?? "") ?? [];
  if (!report || !first || Number(month) === report.month) return [];
  const title = passages.slice(0, 4).find(({ text }) => titled.test(text) && text.length <= 60);
  // “2024年1月通报” tells when it was issued
  const isOfMonth =
    title && (opening.test(first.text) || /月份?[^，。；]{0,24}(?:情况|运行|办理|分析)/.test(title.text));
  return title && isOfMonth ? [contradiction(title, first, report.month, Number(month))] : [];
}

/** “热线二月情况通报” */
function inChinese(passages: Passage[]): { month: number } | null {
  const [title] = passages.filter(({ text }) => text !== "");
  const word = title && title.text.length <= 40 ? chinese.exec(title.text)?.[1] : undefined;
  const month = word ? chineseNumber(word) : null;
  return month ? { month } : null;
}

const contradiction = (title: Passage, first: Passage, said: number, month: number): Finding =>
  finding("twoValues", {
    confidence: 0.65,
    places: distinctPlaces([quote(title, 0, title.text.length), quote(first, 0, Math.min(first.text.length, 24))]),
    values: [`${said}月`, `${month}月`],
    arithmetic: `${said}月 ≠ ${month}月`,
    message: `标题写的是${said}月，正文开头却是${month}月。`,
  });
