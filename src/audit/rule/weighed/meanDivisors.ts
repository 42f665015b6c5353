/** 除以什么: as many days, months or others as a mean may have been made of, by the words around it. */
import { fraction } from "../../../domain/measure/exact.ts";
import { exactly, isPositive, type Range } from "../../number.ts";
import { chineseNumber } from "../../read/chinese.ts";
import { isSameUnit } from "../../read/parts.ts";
import { daysInAnyYear, daysInMonth, stretches } from "../../read/period.ts";
import { sentenceBefore, sentenceOf } from "../../read/sentence.ts";
import type { Spot } from "./scene.ts";

/** 除以什么: so many days or months, or a number that is printed */
export interface Divisor {
  of: "days" | "months" | "others";
  size: Range;
  text: string;
  from: "report" | "said" | "usual";
  spot: Spot | null;
}

export const whole = (count: number): Range => exactly(fraction(count));

const spans: { words: RegExp; months: number; days: number[] }[] = [
  ...stretches.map((stretch) => ({ ...stretch, words: new RegExp(stretch.words) })),
  { words: /全年|年度|20\d\d年(?!\d)/, months: 12, days: [365, 366] },
  { words: /(?:本|全|这|一|上)周/, months: 0, days: [7] },
];

/** the month that a sentence speaks of, and none that it is compared with */
const monthSaid =
  /(?<![较比与（])(?:(20\d\d)年)?(?<![\d—～至较比与（一二三四五六七八九十-])([1-9]|1[0-2]|十[一二]?|[一二三四五六七八九])月份?(?!\d*日|[至—～-])/g;

/** the days of each month that the words name */
const daysSaid = (text: string): number[] =>
  [...text.matchAll(monthSaid)].map(([, year, at]) => daysInMonth(year ?? 2023, chineseNumber(at!)!));

/** as many days or months as the words of a sentence say */
export const divisorsIn = (of: Divisor["of"], text: string): Divisor[] =>
  [
    ...spans
      .filter(({ words }) => words.test(text))
      .flatMap(({ days, months }) => (of === "days" ? days : of === "months" ? [months] : [])),
    ...(of === "days" ? daysSaid(text) : []),
  ]
    .filter((count) => count > 1)
    .map((count) => ({ of, size: whole(count), text: `${count}`, from: "usual", spot: null }));

/** “1—6月” */
function monthsOf(text: string): number[] {
  const [, first, last] = /(?<!\d)(\d{1,2})(?:月份?)?(?:-|—|至|～|到)(\d{1,2})月/.exec(text) ?? [];
  const [from, to] = [Number(first), Number(last)];
  return from >= 1 && to <= 12 && from < to ? Array.from({ length: to - from + 1 }, (_, at) => from + at) : [];
}

export function divisorsOf(of: Divisor["of"], mean: Spot, near: Spot[], daysHere: number | null): Divisor[] {
  if (of === "others") {
    const said = /(?:平均每?([人家个件席户次部起宗张条])|([人户席家件])均)/.exec(mean.mention.before.slice(-14));
    const unit = (said?.[1] ?? said?.[2])!;
    return near
      .filter(({ mention }) => isSameUnit(mention.unit, unit) || mention.unit === `${unit}次`)
      .filter(({ mention }) => isPositive(mention.number.range))
      .map((spot) => ({ of, size: spot.mention.number.range, text: spot.mention.number.text, from: "said", spot }));
  }
  const text = sentenceOf(mean.mention);
  const before = sentenceBefore(mean.mention);
  const worked = /^（[^（）]*?[÷/](\d{1,3})[^\d（）]{0,4}）/.exec(
    mean.mention.passage.text.slice(mean.mention.end),
  )?.[1];
  const said = [
    ...text.matchAll(
      of === "days"
        ? /([一二三四五六七八九十]{1,3}|\d{1,3})(?:天|个自然日)/g
        : /([一二三四五六七八九十]{1,3}|\d{1,2})个月/g,
    ),
  ]
    .flatMap(([, word]) => chineseNumber(word!) ?? [])
    .filter((count) => count > 1);
  const span = monthsOf(before);
  const months = daysSaid(before);
  const named = spans.filter(({ words }) => words.test(before));
  const usual =
    of === "months"
      ? [...(span.length > 0 ? [span.length] : []), ...named.map(({ months }) => months)]
      : [...named.flatMap(({ days }) => days), ...new Set(months), ...daysInAnyYear(span)];
  const divisor = (count: number, from: Divisor["from"]): Divisor => ({
    of,
    size: whole(count),
    text: `${count}`,
    from,
    spot: null,
  });
  return [
    ...(worked ? [divisor(Number(worked), "said")] : []),
    ...said.map((count) => divisor(count, "said")),
    ...(of === "days" && daysHere ? [divisor(daysHere, "report")] : []),
    ...usual.filter((count) => count > 1).map((count) => divisor(count, "usual")),
  ];
}
