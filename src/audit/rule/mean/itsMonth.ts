/** “九月份为9005件，日均300.2件”: a mean of the count right before it, and of the days of the month that its words name. */
import { daysIn } from "../../../domain/calendar/month.ts";
import { decimalsOf } from "../../number.ts";
import { chineseNumber } from "../../read/chinese.ts";
import type { Mention } from "../../read/mention.ts";

const named = /(?<![\d至到—-])(\d{1,2}|[一二三四五六七八九十]{1,2})月份?[^，。；：]{0,8}$/;

export function isOfItsMonth(mean: Mention, count: Mention): boolean {
  const month = chineseNumber(named.exec(count.before)?.[1] ?? "");
  if (month === null || month < 1 || month > 12) return false;
  // a February of either kind
  const lengths = ["2023", "2024"].map((year) => daysIn(`${year}-${`${month}`.padStart(2, "0")}`));
  const half = 0.51 * 10 ** -decimalsOf(mean.number.text);
  return lengths.some((days) => Math.abs(count.number.approximate / days - mean.number.approximate) < half);
}
