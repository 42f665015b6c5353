/** 不可能的数: days that no calendar has, weekdays that don't belong to their day, shares beyond the whole. */
import { weekday } from "../../../domain/calendar/civil.ts";
import type { Finding } from "../../../domain/finding.ts";
import { toNumber } from "../../number.ts";
import { chineseNumber } from "../../read/chinese.ts";
import type { Mention } from "../../read/mention.ts";
import { type Passage, quote } from "../../read/passage.ts";
import { daysInMonth } from "../../read/period.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore } from "../../read/sentence.ts";
import type { Table } from "../../read/table.ts";
import { cellPlace, finding, nameOf, placeOf, rowPlace } from "../../write.ts";

export const impossible = ({ passages, mentions, tables }: Reading): Finding[] => [
  ...passages.flatMap(dates),
  ...weekdays(passages),
  ...leapDays(passages),
  ...passages.flatMap(spans),
  ...passages.flatMap(quarters),
  ...mentions.flatMap(percentages),
  ...pieces(mentions),
  ...tables.flatMap(cells),
  ...tables.flatMap(datesInCells),
  ...tables.flatMap(beyondFull),
];

/** “按时签收（20）”: no item has more than its points, unless the heading speaks of what is added */
function beyondFull({ heads, rows }: Table): Finding[] {
  return (heads ?? []).flatMap((head, column) => {
    const full = Number(/（(?:满分)?(\d{1,3})分?）$/.exec(head)?.[1] ?? Number.NaN);
    const scored = rows.filter(({ numbers, cells: own }) => numbers[column] && !/%$/.test(own[column]!));
    if (Number.isNaN(full) || /加分|附加|件|量|数/.test(head) || scored.length < 3) return [];
    const over = scored.filter(({ values }) => values[column]! > full);
    if (over.length * 3 > scored.length) return [];
    return over.map((row) =>
      finding("impossible", {
        confidence: 0.8,
        places: [rowPlace(row)],
        values: [row.cells[column]!, String(full)],
        arithmetic: `${row.cells[column]} > ${full}`,
        message: `表中“${row.name}”一行的“${head}”印作${row.cells[column]}，超过满分${full}。`,
      }),
    );
  });
}

const quarter = /(?:第([一二三四])季度|全季|本季度?)（(\d{1,2})月?(?:-|—|至|～)(\d{1,2})月/g;

/** “全季（4—7月）”, “三季度（6—9月）” */
const quarters = (passage: Passage): Finding[] =>
  [...passage.text.matchAll(quarter)].flatMap((match) => {
    const [text, name, from, to] = match;
    const first = name ? chineseNumber(name)! * 3 - 2 : Number(from);
    if (Number(from) === first && Number(to) === first + 2 && first % 3 === 1) return [];
    return [
      finding("impossible", {
        confidence: 0.75,
        places: [quote(passage, match.index, match.index + text.length)],
        values: [text],
        arithmetic: `${from} — ${to}`,
        message: `“${text}”：一个季度是三个月，由1月、4月、7月或10月起。`,
      }),
    ];
  });

const date =
  /(?:(?<!\d)([12]\d{3})年)?(?<![\d.])(\d{1,2})月(?!报|刊|龄|之久)(?!份?(?:以|内|余))(?:(\d{1,3})日)?(?:（?(?:星期|周)([一二三四五六日天])）?)?/g;
/** “3.9月31日”: the number of the paragraph is none of the day's */
const unnumbered = (text: string): string => text.replace(/^\d{1,2}[.．、]/, (sign) => " ".repeat(sign.length));
const names = "　一二三四五六日";
const two = (value: number): string => String(value).padStart(2, "0");

function dates(passage: Passage): Finding[] {
  let year: number | null = null;
  return [...unnumbered(passage.text).matchAll(date)].flatMap((match) => {
    const [text, ownYear, month, day, name] = match;
    if (ownYear) year = Number(ownYear);
    const fault = faultOf(ownYear ? Number(ownYear) : null, year, Number(month), day ? Number(day) : null, name);
    if (!fault || /个$/.test(passage.text.slice(0, match.index))) return [];
    return [
      finding("impossible", {
        confidence: fault.confidence,
        places: [quote(passage, match.index, match.index + text.length)],
        values: [text, fault.right],
        arithmetic: fault.arithmetic,
        message: `“${text}”不可能：${fault.why}`,
      }),
    ];
  });
}

/** “9月31日” in a cell of its own */
const datesInCells = ({ rows }: Table): Finding[] =>
  rows.flatMap((row) =>
    row.cells.flatMap((cell, column) => {
      const match = /^(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})日$/.exec(cell);
      const fault = match
        ? faultOf(match[1] ? Number(match[1]) : null, null, Number(match[2]), Number(match[3]))
        : null;
      if (!fault) return [];
      return [
        finding("impossible", {
          confidence: fault.confidence,
          places: [cellPlace(row, column)],
          values: [cell, fault.right],
          arithmetic: fault.arithmetic,
          message: `表中“${cell}”不可能：${fault.why}`,
        }),
      ];
    }),
  );

const spanned = /(?<![\d.])(\d{1,2})月\d{1,2}日?(?:至|到|-|～)(\d{1,2})日/g;

/** “6月16日至31日” */
const spans = (passage: Passage): Finding[] =>
  [...passage.text.matchAll(spanned)].flatMap((match) => {
    const [text, month, day] = match as unknown as [string, string, string];
    const most = Number(month) >= 1 && Number(month) <= 12 ? daysInMonth(2000, month) : 31;
    if (Number(day) <= most) return [];
    return [
      finding("impossible", {
        confidence: 0.9,
        places: [quote(passage, match.index, match.index + text.length)],
        values: [text, `${most}日`],
        arithmetic: `${day} > ${most}`,
        message: `“${text}”不可能：${month}月至多${most}日。`,
      }),
    ];
  });

/** “2023年”, “2023-05-04” */
const year = /(20\d\d)(?:年|[-./]\d{1,2}[-./]\d{1,2})/g;

const yearsOf = (passages: Passage[]): string[] => [
  ...new Set(passages.flatMap(({ text }) => [...text.matchAll(year)].map(([, one]) => one!))),
];

/** “2月29日” in the report of one year that has none */
function leapDays(passages: Passage[]): Finding[] {
  const years = yearsOf(passages);
  if (years.length === 0 || years.some((one) => daysInMonth(one, 2) === 29)) return [];
  return passages.flatMap((passage) =>
    [...passage.text.matchAll(/(?<![\d年.])2月29日/g)].map(({ index, 0: text }) =>
      finding("impossible", {
        confidence: 0.8,
        places: [quote(passage, index, index + text.length)],
        values: [text, "28日"],
        arithmetic: years.map((one) => `${one}年2月有28天`).join("；"),
        message: `“${text}”不可能：${years.join("、")}年2月只有28天。`,
      }),
    ),
  );
}

/** “5月3日（星期四）” without its year: in none of the years that the report names was it that day */
function weekdays(passages: Passage[]): Finding[] {
  const years = yearsOf(passages);
  return passages.flatMap((passage) =>
    [...unnumbered(passage.text).matchAll(date)].flatMap((match) => {
      const [text, own, month, day, name] = match;
      if (own || !day || !name || years.length === 0 || Number(month) < 1 || Number(month) > 12) return [];
      const days = years.filter((one) => Number(day) <= daysInMonth(one, month!));
      const right = days.map((one) => names[weekday(`${one}-${two(Number(month))}-${two(Number(day))}`)]!);
      if (right.length === 0 || right.includes(name.replace("天", "日"))) return [];
      return [
        finding("impossible", {
          confidence: years.length > 2 ? 0.55 : 0.7,
          places: [quote(passage, match.index, match.index + text.length)],
          values: [text, `星期${right[0]}`],
          arithmetic: days.map((one, at) => `${one}-${month}-${day} = 星期${right[at]}`).join("；"),
          message: `“${text}”不可能：${days.map((one, at) => `${one}年那一天是星期${right[at]}`).join("，")}。`,
        }),
      ];
    }),
  );
}

interface Fault {
  confidence: number;
  right: string;
  arithmetic: string;
  why: string;
}

function faultOf(
  own: number | null,
  year: number | null,
  month: number,
  day: number | null,
  name?: string,
): Fault | null {
  // “3—6月” that lost its dash
  if (month > 20 && Math.floor(month / 10) < month % 10) return null;
  if (month < 1 || month > 12)
    return { confidence: 0.9, right: "1—12月", arithmetic: `${month} > 12`, why: "一年只有12个月。" };
  if (day === null) return null;
  const most = daysInMonth(year ?? 2000, month);
  if (day < 1 || day > most)
    return { confidence: 0.9, right: `${most}日`, arithmetic: `${day} > ${most}`, why: `${month}月至多${most}日。` };
  if (!name || own === null) return null;
  const right = names[weekday(`${own}-${two(month)}-${two(day)}`)]!;
  const isSame = right === name.replace("天", "日");
  return isSame
    ? null
    : {
        confidence: 0.85,
        right: `星期${right}`,
        arithmetic: `${own}-${month}-${day} = 星期${right}`,
        why: `那一天是星期${right}。`,
      };
}

/** rates that are parts of a whole; a growth, a completion against a plan may exceed it */
const within = /满意率|满意度|接通率|办结率|回访率|及时率|按时|参评率|评价率|解决率|答复率|退单|正确率|准确|知晓率|占/;

/** a column of rates that may exceed it says so */
const unbounded = /利用|负荷|饱和|增长|增速|增幅|完成|变化|变动|升降|环比|同比|周转/;
const isBounded = (head: string): boolean =>
  !/(?:目标|计划|任务)[^，。；]*完成/.test(head) && (within.test(head) || (/率$/.test(head) && !unbounded.test(head)));

/** “占年度计划的103%”, “为上月的115%”: of what may be less */
const ofMore = /(?:计划|目标|任务|指标|容量|能力|定额|去年|上年|上个?月|上周|上季度|上期|同期)[^，。；]{0,8}的?$/;

function percentages(mention: Mention): Finding[] {
  const { kind, unit, number, direction, before, label } = mention;
  // what was rounded may add up to a little more
  const isAdded = /(?:之和|合计|相加|加总|总和)[^，。；]{0,4}$/.test(before);
  if (unit !== "%" || toNumber(number.value) <= (isAdded ? 100.5 : 100) || (kind !== "change" && ofMore.test(before)))
    return [];
  const isFall = kind === "change" && direction < 0;
  const isMember =
    kind === "rate" &&
    !/率|度|增|降|升/.test(label) &&
    /率(?:[^；。]*，其中|方面|上?，|：)/.test(sentenceBefore(mention)) &&
    !/完成|增/.test(sentenceBefore(mention));
  const isRate = kind === "rate" && (isBounded(label || before) || (isMember && within.test(sentenceBefore(mention))));
  if (!(isFall || kind === "share" || isRate)) return [];
  return [
    finding("impossible", {
      confidence: 0.9,
      places: [placeOf(mention)],
      values: [number.text, "100%"],
      arithmetic: `${number.text} > 100%`,
      message: `“${nameOf(mention)}”印作${number.text}，${isFall ? "下降不可能超过100%" : "不可能超过100%"}。`,
    }),
  ];
}

const piece = /^\d+\.\d+[件宗起条]$/;

/** “重庆11.09万件，四川26.66件”: no part of an order was ever counted, and the others are told in 万 */
function pieces(mentions: Mention[]): Finding[] {
  const own = mentions.filter(({ number }) => piece.test(number.text));
  const inMyriads = mentions.filter(({ number }) => /\.\d+万[件宗起条]/.test(number.text));
  // many of them are so many for each of something
  if (own.length * 4 > inMyriads.length || own.some(({ before }) => /均|每|比|率|万[人户]/.test(before))) return [];
  return own.map((one) =>
    finding("impossible", {
      confidence: 0.7,
      places: [placeOf(one)],
      values: [one.number.text],
      arithmetic: `${one.number.text} 不是整数`,
      message: `“${nameOf(one)}”印作${one.number.text}，件数不会有小数，别处都以“万”计，可能漏了“万”。`,
    }),
  );
}

const cells = (table: Table): Finding[] =>
  table.rows.flatMap((row) =>
    row.cells.flatMap((cell, column) => {
      const value = row.numbers[column];
      if (!value || !/%$/.test(cell) || !isBounded(table.heads?.[column] ?? "") || toNumber(value.value) <= 100)
        return [];
      return [
        finding("impossible", {
          confidence: 0.9,
          places: [rowPlace(row)],
          values: [cell, "100%"],
          arithmetic: `${cell} > 100%`,
          message: `表中“${row.name}”一行的“${table.heads![column]}”印作${cell}，不可能超过100%。`,
        }),
      ];
    }),
  );
