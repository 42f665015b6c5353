/** 几个月合起来的月均: “1月至9月受理276000件，10月受理31248件，月均30725件”, of all that its sentence counts. */
import { fraction } from "../../../domain/measure/exact.ts";
import { exactly, over, sum, toNumber } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";

const MOST_MONTHS = 12;

/** “夏季（6—8月）141件，月均47件”: of the count right before it, and as many months as its words name */
export function isOfLastAlone(mean: Mention, last: Mention | undefined): boolean {
  const [, from, to] = /(\d{1,2})月?(?:至|到|-|—)(\d{1,2})月/.exec(last?.before ?? "") ?? [];
  const months = Number(to) - Number(from) + 1;
  return last !== undefined && months > 1 && Math.abs(last.number.approximate / months - mean.number.approximate) <= 1;
}

/** some number of months gives it, from two counts one after the other or more; a few digits anything gives */
export const isOfAllTogether = (mean: Mention, counts: Mention[]): boolean => {
  if (counts.length < 2 || mean.number.approximate < 100) return false;
  const all = sum(counts.map(({ number }) => number.range));
  return Array.from({ length: MOST_MONTHS - 1 }, (_, at) => at + 2).some(
    (months) => Math.abs(toNumber(over(all, exactly(fraction(months))).low) - mean.number.approximate) <= 1,
  );
};
