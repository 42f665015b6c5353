/**
 * 分类相加: a list that takes all there is apart (“从渠道看”, “按性质分”), whose sum is no number of the report but nearly its
 * total.
 */
import type { Finding } from "../../../domain/finding.ts";
import { isSlip, meets, middle, minus, printed, show, sum, toNumber } from "../../number.ts";
import { bareName } from "../../read/bare.ts";
import { chineseNumber } from "../../read/chinese.ts";
import { columnsUpTo } from "../../read/columns.ts";
import { isSum } from "../../read/lists.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore, sentenceOf } from "../../read/sentence.ts";
import type { Table } from "../../read/table.ts";
import { numbersIn } from "../../read/tableNumbers.ts";
import { cellPlace, distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

const apart =
  /(?:[从按分][^，。；：\d]{1,10}?(?:看|分|划分|统计|计)|渠道|来源|分类|类型|性质|类别|构成|分布|评价|结果|分别为|具体为)[^，。；\d]{0,8}[，：]?[^，。；：\d]{0,12}$/;
const terse =
  /主要|集中|较多|居多|突出|典型|前[一二三四五六七八九十\d]|等(?:方面|领域|问题|类|[。；]|$)|重复|交叉|重叠/;
const total = /受理|承办|承接|诉求|工单|来电|派|交办|转办|办件|来件|来信|信件|收到/;
const overlapping = /同时|多个|多种|多类|两项|兼|可能|不止|分别计/;

export const listedTotal = (reading: Reading): Finding[] => [
  ...inText(reading),
  ...reading.tables.flatMap((table) => daysOf(table, reading)),
  ...reading.mentions.flatMap((mention) => ofSoMany(mention, reading)),
];

const counted =
  /([两二三四五六七八九十]|\d{1,2})个?(?:季度|月|类|项|区县?|县区?|街道|乡镇|镇|部门|渠道)[^，。；：]{0,4}(?:合计|共计|总计|共)$/;

/** “四个季度合计286.39万件”, below the one table of as many rows */
function ofSoMany(whole: Mention, { tables }: Reading): Finding[] {
  const said = whole.kind === "count" ? chineseNumber(counted.exec(whole.before)?.[1] ?? "") : null;
  if (said === null || said < 3) return [];
  const fitting = tables.flatMap(({ rows, width }) => {
    const columns = columnsUpTo(width).filter((at) =>
      rows.every(({ numbers, cells }) => numbers[at] && !/[%点]$/.test(cells[at]!)),
    );
    return rows.length === said && columns.length === 1 && !rows.some(({ isTotal }) => isTotal)
      ? [rows.map((row) => ({ row, column: columns[0]! }))]
      : [];
  });
  const [only] = fitting;
  if (!only || fitting.length > 1) return [];
  const added = sum(only.map(({ row, column }) => row.numbers[column]!.range));
  const off = Math.abs(toNumber(added.low) - whole.number.approximate);
  if (meets(added, whole.number.range) || off * 10 > whole.number.approximate) return [];
  const texts = only.map(({ row, column }) => row.cells[column]!);
  return [
    finding("partsAndWhole", {
      confidence: 0.7,
      places: distinctPlaces([placeOf(whole), ...only.map(({ row, column }) => cellPlace(row, column))]),
      values: [whole.number.text, ...texts],
      arithmetic: `${texts.join(" + ")} ≠ ${whole.number.text}`,
      message: `“${nameOf(whole)}”印作${whole.number.text}，上面${said}行（${texts.join("、")}）相加不是这个数。`,
    }),
  ];
}

const period = /^(?:20\d\d年|\d{1,2}月份?(?:\d{1,2}日)?|第[一二三四五六七八九十\d]{1,3}周|周[一二三四五六日])/;

/** a table of all the days of a week that adds up to no number of the report, though nearly to its total */
function daysOf({ rows, width, heads }: Table, { mentions, tables }: Reading): Finding[] {
  if (rows.length < 5 || rows.some(({ isTotal, name }) => isTotal || !period.test(name))) return [];
  const columns = columnsUpTo(width).filter(
    (at) =>
      rows.every(({ numbers }) => numbers[at]?.step === null) &&
      !/均|率|序|办结|回访|转办|派发/.test(heads?.[at] ?? ""),
  );
  const [column] = columns;
  if (column === undefined || columns.length > 1) return [];
  const added = sum(rows.map(({ numbers }) => numbers[column]!.range));
  const size = toNumber(added.low);
  const counts = mentions.filter(({ kind }) => kind === "count");
  const cells = numbersIn(tables);
  if ([...counts.map(({ number }) => number), ...cells].some(({ range }) => meets(range, added))) return [];
  const whole = counts.find(
    (one) => bareName(one) === "受理" && !one.isHedged && Math.abs(one.number.approximate - size) * 40 < size,
  );
  if (!whole) return [];
  return [
    finding("partsAndWhole", {
      confidence: 0.7,
      places: distinctPlaces([placeOf(whole), ...rows.map((row) => cellPlace(row, column))]),
      values: [whole.number.text, show(middle(added), 0)],
      arithmetic: `${rows.length} 行相加 = ${show(middle(added), 0)} ≠ ${whole.number.text}`,
      message: `“${nameOf(whole)}”印作${whole.number.text}，表中${rows.length}行相加为${show(middle(added), 0)}。`,
    }),
  ];
}

/** “二、来源构成”: a heading that says how all of it is taken apart */
const titled =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]+)?[^，。；：、\d]{0,6}(?:来源|渠道|途径|方式)(?:构成|情况|分布|统计)?$/;

const inText = (reading: Reading): Finding[] =>
  reading.sentences.flatMap((mentions) => {
    const { passage, sentence } = mentions[0]!;
    const above = reading.passages[reading.passages.indexOf(passage) - 1]?.text ?? "";
    const isHeaded = sentence.from === 0 && titled.test(above);
    const lead = sentence.from === 0 && (above.endsWith("：") || isHeaded) ? above.slice(-40) : "";
    const text = sentenceOf(mentions[0]!);
    const items = itemsOf(mentions);
    const [first] = items;
    const number = /([三四五六七八九])(?:大|个|类|项)?[^，。；\d]{0,8}(?:看|分)，/.exec(
      first ? sentenceBefore(first) : "",
    )?.[1];
    const isThree = items.length === 3 && (chineseNumber(number ?? "") === 3 || isQuarter(items) || isHeaded);
    if (!first || (items.length < 4 && !isThree) || terse.test(text) || overlapping.test(passage.text)) return [];
    // “某市9（+1）件”: no number that can be read
    if (/（\+\d+）/.test(text)) return [];
    // “甲厅、乙厅各2件” is of two
    if (items.some(({ before }) => /各$/.test(before))) return [];
    // “从转办件看，甲24011件，占转办件的30.9%；……占17.1%”: by their shares there are others
    const shares = mentions.filter(({ kind, unit }) => kind === "share" && unit === "%");
    const shared = shares.reduce((all, { number }) => all + number.approximate, 0);
    if (/占[^，。；\d]{2,}的/.test(text) && shares.length >= items.length && shared < LEAST_SHARED) return [];
    if (!isQuarter(items) && !apart.test(lead + passage.text.slice(Math.max(0, first.at - 40), first.at))) return [];
    return contradiction(items, reading);
  });

/** shares of all there is make so many percent at least */
const LEAST_SHARED = 97;

/** “4月受理3件、5月受理2件、6月受理1件” */
const isQuarter = (items: Mention[]): boolean => {
  const months = items.map(({ before }) => Number(/(\d{1,2})月(?:份)?[^，。；：、\d]{0,4}$/.exec(before)?.[1]));
  return months.length === 3 && months[0]! % 3 === 1 && months[1] === months[0]! + 1 && months[2] === months[0]! + 2;
};

/** counts one after the other with names of their own, at most a share between them */
function itemsOf(mentions: Mention[]): Mention[] {
  const items: Mention[] = [];
  for (const mention of mentions) {
    if (mention.unit === "%") continue;
    const last = items.at(-1);
    const isItem = mention.kind === "count" && mention.period === "now" && !isSum(mention) && !mention.isHedged;
    const between = last ? last.passage.text.slice(last.end, mention.at) : "";
    const isNext =
      !last || (isSameUnit(last.unit, mention.unit) && /[、，；]/.test(between) && !/其中|。/.test(between));
    if (isItem && isNext) items.push(mention);
    else if (items.length > 3) break;
    else items.splice(0, items.length, ...(isItem ? [mention] : []));
  }
  return items;
}

const kinds = [/求助/, /咨询/, /投诉/, /建议/, /举报/];

/** 求助、咨询、投诉、建议、举报: there is no sixth */
const areAllKinds = (items: Mention[]): boolean =>
  items.length >= kinds.length && kinds.every((kind) => items.some(({ label }) => kind.test(label)));

function contradiction(items: Mention[], { mentions, tables }: Reading): Finding[] {
  const added = sum(items.map(({ number }) => number.range));
  // “回访1150件，满意1073件……”: the first is the whole of the others
  if (meets(minus(added, items[0]!.number.range), items[0]!.number.range)) return [];
  // “……，其它纠纷54件；防止激化1件”: without what came behind they make it
  const before = items.slice(0, -1).map((_, at) => sum(items.slice(0, at + 1).map(({ number }) => number.range)));
  const size = toNumber(added.low);
  const biggest = Math.max(...items.map(({ number }) => number.approximate));
  const counts = mentions.filter((one) => one.kind === "count" && isSameUnit(one.unit, items[0]!.unit));
  const cells = numbersIn(tables);
  if ([...counts.map(({ number }) => number), ...cells].some(({ range }) => meets(range, added))) return [];
  const slipped = printed(show(middle(added), 0), 0, "", show(middle(added), 0));
  const isNear = ({ number }: Mention) =>
    (Math.abs(number.approximate - size) * 40 <= size || isSlip(number, slipped)) && number.approximate > biggest;
  const near = counts.filter(
    (one) => !items.includes(one) && one.period === "now" && total.test(one.label) && isNear(one),
  );
  const whole = near.reduce<Mention | null>(
    (best, next) =>
      !best || Math.abs(next.number.approximate - size) < Math.abs(best.number.approximate - size) ? next : best,
    null,
  );
  // “受理1000件，其中无效20件。有效诉求按类型分：”
  const isWithout = counts.some(
    (one) => one.sentence === whole?.sentence && whole.number.approximate - one.number.approximate === size,
  );
  if (!whole || isWithout || whole.isHedged || before.slice(3).some((some) => meets(some, whole.number.range)))
    return [];
  const smallest = Math.min(...items.map(({ number }) => number.approximate));
  const missing = whole.number.approximate - size;
  const isClosed =
    /^其[他它余]/.test(nameOf(items.at(-1)!)) || /其[他它余]/.test(items.at(-1)!.before) || areAllKinds(items);
  // what is left may be others that aren't named
  if (missing > 0 && !isClosed && missing * 3 > smallest && !isSlip(whole.number, slipped)) return [];
  const texts = items.map(({ number }) => number.text);
  const shown = show(middle(added), 0);
  return [
    finding("partsAndWhole", {
      confidence: isClosed || missing < 0 ? 0.7 : 0.55,
      places: distinctPlaces([placeOf(whole), ...items.map(placeOf)]),
      values: [whole.number.text, ...texts],
      arithmetic: `${texts.map((one) => one.replace(/[^\d.万]/g, "")).join(" + ")} = ${shown} ≠ ${whole.number.text}`,
      message: `“${nameOf(whole)}”印作${whole.number.text}，分列的${items.length}项相加为${shown}，相差${Math.abs(Math.round(missing))}。`,
    }),
  ];
}
