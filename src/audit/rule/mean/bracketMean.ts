/** 括号里的日均: “8月份有效报警6689起（239起/天）”: neither the days of the month that it is of give it, nor its working days. */
import type { Finding } from "../../../domain/finding.ts";
import { fraction } from "../../../domain/measure/exact.ts";
import { agreement, exactly, middle, over, show } from "../../number.ts";
import { chineseNumber } from "../../read/chinese.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import { daysInMonth, monthOfReport } from "../../read/period.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore } from "../../read/sentence.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

/** a month has so many working days */
const WORKING = [18, 19, 20, 21, 22, 23];

export const bracketMean = ({ sentences, passages }: Reading): Finding[] =>
  sentences.flatMap((mentions) =>
    mentions.flatMap((mean, at) => {
      const count = mentions[at - 1];
      const isMean =
        (/^（$/.test(mean.before) && /^\/[天日]）/.test(mean.passage.text.slice(mean.end))) ||
        (/^（(?:日均|平均每[天日])$/.test(mean.before) && /^）/.test(mean.passage.text.slice(mean.end)));
      if (!count || !isMean || mean.isHedged || count.kind !== "count" || !isSameUnit(count.unit, mean.unit)) return [];
      const days = daysOf(mean, count, passages);
      if (days === null || count.number.approximate < 31) return [];
      const right = (by: number) => over(count.number.range, exactly(fraction(by)));
      if ([days, ...WORKING].some((by) => agreement(mean.number, right(by)) !== "off" || isNext(mean, right(by).low)))
        return [];
      const shown = show(middle(right(days)), mean.number.step ? 1 : 0);
      return [
        finding("average", {
          confidence: 0.7,
          places: distinctPlaces([placeOf(mean), placeOf(count)]),
          values: [mean.number.text, count.number.text],
          arithmetic: `${count.number.text} ÷ ${days} = ${shown} ≠ ${mean.number.text}`,
          message: `“${nameOf(count)}”${count.number.text}，${days}天平均每天${shown}，印作${mean.number.text}。`,
        }),
      ];
    }),
  );

/** rounded up, or down */
const isNext = ({ number }: Mention, right: { n: bigint; d: bigint }): boolean =>
  number.step === null && Math.abs(Number(right.n) / Number(right.d) - number.approximate) < 1;

/** as many as its clause names, or of the month that its sentence names, or the report is of */
function daysOf(mean: Mention, count: Mention, passages: Reading["passages"]): number | null {
  // “去年七天假期的4242件（日均606件）”
  const own = /([一二三四五六七八九十]{1,3}|\d{1,3})天[^，。；（）\d]*$/.exec(sentenceBefore(count));
  if (own) return chineseNumber(own[1]!);
  // the month that stands nearest
  const named = [...sentenceBefore(mean).matchAll(/(?<![-至\d])(\d{1,2})月份?(?![\d末底])/g)].at(-1)?.[1];
  if (!named && count.period !== "now") return null;
  const report = monthOfReport(passages);
  const month = named ? Number(named) : report?.month;
  return month && month <= 12 ? daysInMonth(report?.year ?? 2001, month) : null;
}
