/** “九月份为9005件，日均300.2件”: a mean of the count right before it, and of the days of the month that its words name. */
import { decimalsOf } from "../../number.ts";
import { chineseNumber } from "../../read/chinese.ts";
import type { Mention } from "../../read/mention.ts";
import { daysInAnyYear } from "../../read/period.ts";

const named = /(?<![\d至到—-])(\d{1,2}|[一二三四五六七八九十]{1,2})月份?[^，。；：]{0,8}$/;

export function isOfItsMonth(mean: Mention, count: Mention): boolean {
  const month = chineseNumber(named.exec(count.before)?.[1] ?? "");
  if (month === null || month < 1 || month > 12) return false;
  // a February of either kind
  const lengths = daysInAnyYear([month]);
  const half = 0.51 * 10 ** -decimalsOf(mean.number.text);
  return lengths.some((days) => Math.abs(count.number.approximate / days - mean.number.approximate) < half);
}
