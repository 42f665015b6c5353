/** 平均与表: “8个单位平均得分93.15分”, and no column of the tables has that mean. */
import type { Finding } from "../../../domain/finding.ts";
import { fraction } from "../../../domain/measure/exact.ts";
import { agreement, exactly, middle, over, show, sum, toNumber } from "../../number.ts";
import { chineseNumber } from "../../read/chinese.ts";
import { type Column, cellOf, columnsOf, namedColumns } from "../../read/columns.ts";
import type { Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore } from "../../read/sentence.ts";
import { cellPlace, distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

const mean =
  /(?:简单平均|(?:^|[，。：；])月均|算术平均|平均得分|平均总?分|得分平均|平均分数?)(?:值|数)?(?:[^，。；\d]{0,4})$/;
const some = /([两二三四五六七八九十]{1,2}|\d{1,2})(?:个[^，。；：\d]{1,10}|项)$/;

/** “平均值为2272.5个（周六2310个、周日2145个）” */
const inBrackets = ({ sentences }: Reading): Finding[] =>
  sentences.flatMap((mentions) =>
    mentions.flatMap((mention, at) => {
      if (!/平均(?:值)?(?:为|是)?$/.test(mention.before) || mention.isHedged) return [];
      const parts: Mention[] = [];
      for (const one of mentions.slice(at + 1)) {
        if (one.depth <= mention.depth || one.unit !== mention.unit) break;
        parts.push(one);
      }
      if (parts.length < 2 || mentions[at + 1]!.at - mention.end > 8) return [];
      const right = over(sum(parts.map(({ number }) => number.range)), exactly(fraction(parts.length)));
      const isFar = Math.abs(toNumber(right.low) - mention.number.approximate) * 10 > mention.number.approximate;
      if (agreement(mention.number, right) !== "off" || isFar) return [];
      const shown = show(middle(right), mention.number.step ? 1 : 0);
      return [
        finding("average", {
          confidence: 0.75,
          places: distinctPlaces([placeOf(mention), ...parts.map(placeOf)]),
          values: [mention.number.text, ...parts.map(({ number }) => number.text)],
          arithmetic: `(${parts.map(({ number }) => number.text).join(" + ")}) ÷ ${parts.length} = ${shown} ≠ ${mention.number.text}`,
          message: `平均印作${mention.number.text}，所列${parts.length}个数的平均是${shown}。`,
        }),
      ];
    }),
  );

/** “7月4.1天、8月3.6天、9月5.2天，三个月简单平均4.6天” */
const behind =
  /([两三四五六七八九十]|\d{1,2})(?:个?[月周天]|个季度|季|项|类|家|地|者|次)[^，。；\d]{0,4}(?:简单|算术)?平均(?:值|数|得分)?(?:为|是)?$|([两三四五六七八九十]|\d{1,2})家平均(?:得分)?(?:为|是)?$/;

const ofThose = ({ sentences }: Reading): Finding[] =>
  sentences.flatMap((mentions, nth) =>
    mentions.flatMap((mention, at) => {
      const [, some = "", units = ""] = behind.exec(sentenceBefore(mention)) ?? [];
      const said = chineseNumber(some || units);
      const before = sentences[nth - 1]?.[0]?.passage === mention.passage && at <= 1 ? sentences[nth - 1]! : [];
      const own = mentions.slice(0, at).filter(({ unit, depth }) => unit === mention.unit && depth <= mention.depth);
      const parts = own.length > 0 ? own : before.filter(({ unit }) => unit === mention.unit);
      if (said === null || parts.length !== said || said < 2 || mention.isHedged || mention.kind === "change")
        return [];
      const right = over(sum(parts.map(({ number }) => number.range)), exactly(fraction(said)));
      // of rates and spans the mean is weighed, and lies between them
      const values = parts.map(({ number }) => number.approximate);
      const mean = mention.number.approximate;
      const isWeighed = mention.unit !== "分" && !/简单|算术/.test(mention.before);
      if (isWeighed && Math.min(...values) <= mean && mean <= Math.max(...values)) return [];
      const ratio = toNumber(right.low) / mention.number.approximate;
      // another size is of something else, such as full marks
      if (agreement(mention.number, right) !== "off" || ratio < 0.8 || ratio > 1.25) return [];
      const shown = show(middle(right), mention.number.step ? 2 : 0);
      const texts = parts.map(({ number }) => number.text);
      return [
        finding("average", {
          confidence: 0.7,
          places: distinctPlaces([placeOf(mention), ...parts.map(placeOf)]),
          values: [mention.number.text, ...texts],
          arithmetic: `(${texts.join(" + ")}) ÷ ${said} = ${shown} ≠ ${mention.number.text}`,
          message: `平均印作${mention.number.text}，前面${said}个数的平均是${shown}。`,
        }),
      ];
    }),
  );

export const textMean = (reading: Reading): Finding[] => [
  ...inBrackets(reading),
  ...ofThose(reading),
  ...ofTables(reading),
];

const ofTables = ({ mentions, tables }: Reading): Finding[] => {
  const columns = columnsOf(tables);
  return mentions.flatMap((mention) => {
    if (!mean.test(mention.before) || mention.period !== "now" || mention.kind === "change" || mention.isHedged)
      return [];
    // “1至9月累计受理11473宗，月均1275宗”: of other months
    if (/(?:至|到|-|—|～)\d{1,2}月|累计/.test(sentenceBefore(mention))) return [];
    const said = chineseNumber(some.exec(mention.before.replace(mean, ""))?.[1] ?? "");
    const fitting = columns.filter(
      (column) => (said === null || column.rows.length === said) && isOfUnit(mention, column),
    );
    const called = namedColumns(mention.before.replace(mean, ""), fitting);
    const meant = said !== null && called.length === 1 ? called : columns;
    if (fitting.length === 0 || meant.some((column) => isMean(mention, column))) return [];
    const own = fitting.filter(({ head }) => /总分|总得分|综合得分|综合成绩/.test(head));
    const named = namedColumns(mention.before.replace(mean, ""), fitting);
    const only =
      own[0] ??
      (named.length === 1 ? named[0] : null) ??
      (new Set(fitting.map(({ table, column }) => `${table.title}|${column}`)).size === 1 ? fitting[0] : null);
    return only && isNear(mention, only, named.includes(only) ? 5 : 10) ? [contradiction(mention, only)] : [];
  });
};

/** what its cells say they count is what the mean is of */
const isOfUnit = ({ unit }: Mention, column: Column): boolean =>
  column.rows.every((row) => {
    const own = /[^\d.,+-]+$/.exec(cellOf(column, row).text)?.[0];
    return own === undefined || own === unit;
  });

const meanOf = (column: Column) =>
  over(sum(column.rows.map((row) => cellOf(column, row).range)), exactly(fraction(column.rows.length)));

const isMean = ({ number }: Mention, column: Column): boolean =>
  agreement(number, meanOf(column)) !== "off" ||
  // a whole number may be a mean that was rounded
  (number.step === null && Math.abs(toNumber(meanOf(column).low) - number.approximate) < 1);
/** a mean that is far off is another measure's; less so where its words name the column */
const isNear = ({ number }: Mention, column: Column, parts: number): boolean => {
  const right = toNumber(meanOf(column).low);
  return Math.abs(right - number.approximate) * parts < Math.abs(right);
};

function contradiction(mention: Mention, column: Column): Finding {
  const right = show(middle(meanOf(column)), 2);
  return finding("average", {
    confidence: 0.7,
    places: distinctPlaces([placeOf(mention), ...column.rows.map((row) => cellPlace(row, column.column))]),
    values: [mention.number.text, right],
    arithmetic: `${column.rows.length} 行平均 = ${right} ≠ ${mention.number.text}`,
    message: `“${nameOf(mention)}”印作${mention.number.text}，表中${column.rows.length}行${column.head ? `“${column.head}”` : ""}的平均是${right}。`,
  });
}
