/** 数列: names with a value each, that one of them may be the most of: a column of a table, a list in prose, or what two columns make. */
import type { Place } from "../../../domain/document.ts";
import { grouped } from "../../../domain/grouped.ts";
import { growthOf, hundred, isPositive, meets, middle, minus, over, type Range, show, times } from "../../number.ts";
import { type Column, cellOf, columnsOf } from "../../read/columns.ts";
import type { Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore } from "../../read/sentence.ts";
import { placeOf, rowPlace } from "../../write.ts";
import { MOST_IN_SENTENCE } from "./scene.ts";

export interface Member {
  name: string;
  range: Range;
  text: string;
  /** as printed; null where two numbers make it */
  mention: Mention | null;
  place: Place & { text: string };
}

export interface Series {
  of: "column" | "list" | "rate" | "growth" | "difference";
  /** what its values are of, in the report's words */
  head: string;
  /** what is said above them */
  title: string;
  unit: string;
  members: Member[];
  /** where it begins: of its passage for a list, of the line for a table */
  line: number;
}

const FEWEST = 3;
/** columns whose order says nothing of how much */
const ordinal = /(?:排名|名次|位次|排位|序号|编号)$|^序$/;
/** of a period that the other column is compared with */
const earlier = /上[月期周季年]|上一|去年|上年|同期|前[一期周月]|20\d\d|\d月/;

export const seriesOf = (reading: Reading): Series[] => {
  const columns = columnsOf(reading.tables).filter(
    ({ head, rows }) => !ordinal.test(head) && new Set(rows.map(({ name }) => name)).size === rows.length,
  );
  return [
    ...columns.map(ofColumn),
    ...madeOf(columns),
    ...reading.sentences.flatMap(listsIn),
    ...linedLists(reading),
  ].filter(({ members }) => members.length >= FEWEST);
};

const unitOf = (text: string): string => /[^\d.,+\-−]+$/.exec(text)?.[0] ?? "";

const ofColumn = (column: Column): Series => ({
  of: "column",
  head: column.head,
  title: column.table.title,
  unit: unitOf(cellOf(column, column.rows[0]!).text),
  members: column.rows.map((row) => ({
    name: row.name,
    range: cellOf(column, row).range,
    text: cellOf(column, row).text,
    mention: null,
    place: rowPlace(row),
  })),
  line: column.rows[0]!.place.line ?? 0,
});

/** 两栏相除相减: what the reader works out, a rate of two counts, a growth, a difference */
function madeOf(columns: Column[]): Series[] {
  const tables = [
    ...grouped(columns, ({ table, rows }) => `${rows[0]!.place.line}|${rows.length}|${table.title}`).values(),
  ];
  return tables.flatMap((own) => own.flatMap((a, at) => own.slice(at + 1).flatMap((b, by) => made(a, b, by === 0))));
}

const isCounts = (column: Column): boolean =>
  column.rows.every((row) => !/[%点]$|\./.test(cellOf(column, row).text) && isPositive(cellOf(column, row).range));

function made(a: Column, b: Column, isNext: boolean): Series[] {
  if (!isCounts(a) || !isCounts(b) || a.rows.length !== b.rows.length) return [];
  const pairs = a.rows.map((row) => ({ row, x: cellOf(a, row), y: row.numbers[b.column]! }));
  if (pairs.some(({ y }) => !y)) return [];
  const line = a.rows[0]!.place.line ?? 0;
  const series = (of: Series["of"], head: string, unit: string, rangeOf: (x: Range, y: Range) => Range): Series => ({
    of,
    head,
    title: a.table.title,
    unit,
    members: pairs.map(({ row, x, y }) => {
      const range = rangeOf(x.range, y.range);
      return {
        name: row.name,
        range,
        text: `${show(middle(range), of === "difference" ? 0 : 2)}${unit}`,
        mention: null,
        place: rowPlace(row),
      };
    }),
    line,
  });
  const isWithin = !earlier.test(b.head) && pairs.every(({ x, y }) => y.approximate <= x.approximate);
  return [
    ...(isWithin ? [series("rate", `${b.head}率`, "%", (x, y) => times(over(y, x), hundred))] : []),
    ...(isNext &&
    !isWithin &&
    (earlier.test(b.head) ||
      pairs.every(({ x, y }) => x.approximate < 3 * y.approximate && y.approximate < 3 * x.approximate))
      ? [series("growth", "增幅", "%", growthOf), series("difference", "增量", "", (x, y) => minus(x, y))]
      : []),
  ];
}

const namedBy =
  /(?:^|[，、；：])(?:其中)?((?:\d{1,2}月)?\d{1,2}日|\d{1,2}月份?|[^，、；：。（）\d]{2,14}?)(?:共?(?:受理|承办|接单|转办|有))?(?:是|达|共|(?<!行|作)为)?$/;

/** sums, the rest, and what is measured, which a list doesn't name beside its items */
const isNone =
  /^(?:其[他它余]|以上|上述|[前后两三四五六七八九十]{1,3}[类项地家个区县])|合计|共计|小计|总计|相加|日均|[率度均]$|^(?:满意|不满意|办结|解决|已办结|回复|接起|接通|响应|总分|加分|得分)$|最[高低多少]/;

interface Item {
  name: string;
  mention: Mention;
}

/** “商品类前三位为……；服务类前三位为……”: where another list of the sentence begins */
const another = /；[^；]*前(?:[一二三四五六七八九十]|\d)/;

function apartIn(mentions: Mention[]): Mention[][] {
  const lists: Mention[][] = [];
  for (const one of mentions) {
    const last = lists.at(-1)?.at(-1);
    if (last && !another.test(one.passage.text.slice(last.end, one.at))) lists.at(-1)!.push(one);
    else lists.push([one]);
  }
  return lists;
}

const listsIn = (mentions: Mention[]): Series[] => apartIn(mentions).flatMap(listsOfOne);

/** 文中列举的: names with a number each, and with further ones that are called alike behind each of them */
function listsOfOne(mentions: Mention[]): Series[] {
  if (mentions.length < FEWEST || mentions.length > MOST_IN_SENTENCE) return [];
  const items = mentions.flatMap((mention): Item[] => {
    const name = namedBy.exec(mention.before)?.[1];
    const isOwn = mention.period === "now" && !mention.isHedged;
    return name && isOwn ? [{ name, mention }] : [];
  });
  const byName = grouped(items, ({ name }) => name);
  const labelled = [...byName].filter(([, own]) => own.length >= FEWEST);
  const labels = new Set(labelled.map(([name]) => name));
  const heads = withoutWhole(
    items.filter(({ name, mention }) => !labels.has(name) && !isNone.test(name) && mention.kind !== "change"),
  );
  const lists = [...grouped(heads, ({ mention }) => mention.unit).values()].filter((own) => own.length >= FEWEST);
  return lists.flatMap((own) => [
    listOf(
      own[0]!.mention,
      "list",
      "",
      own.map(({ name, mention }) => memberOf(name, mention)),
    ),
    ...labelled.flatMap(([label, values]) => behindOf(own, label, values)),
  ]);
}

const listOf = (first: Mention, of: Series["of"], head: string, members: Member[]): Series => ({
  of,
  head,
  title: sentenceBefore(first),
  unit: unitOf(members[0]?.text ?? ""),
  members,
  line: first.passage.starts.findLast(({ at }) => at <= first.at)!.line.place.line ?? 0,
});

/** “举报713件中，广告违法231件，……”: what the list takes apart is none of it */
function withoutWhole(items: Item[]): Item[] {
  const [whole, ...others] = items;
  if (!whole || others.length < FEWEST - 1) return items;
  const parts = others.filter(({ mention }) => mention.unit === whole.mention.unit);
  const all = parts.reduce((sum, { mention }) => sum + mention.number.approximate, 0);
  const first = whole.mention.number.approximate;
  const link = whole.mention.passage.text.slice(whole.mention.end, others[0]!.mention.at);
  return first >= all * 0.8 && (first <= all * 1.5 || /中/.test(link)) ? others : items;
}

/** “甲30件，办结28件；乙……”: what is called alike behind each, and as a rate of what stands before it */
function behindOf(own: Item[], label: string, values: Item[]): Series[] {
  const found = own.flatMap(({ name, mention }, at) => {
    const next = own[at + 1]?.mention.at ?? Number.POSITIVE_INFINITY;
    const other = values.find((one) => one.mention.at > mention.at && one.mention.at < next);
    return other ? [{ name, mention, other: other.mention }] : [];
  });
  const first = own[0]!.mention;
  const second = listOf(
    first,
    "list",
    label,
    found.map(({ name, other }) => memberOf(name, other)),
  );
  const isRate = found.every(
    ({ mention, other }) =>
      other.unit === mention.unit &&
      isPositive(mention.number.range) &&
      other.number.approximate <= mention.number.approximate,
  );
  if (!isRate) return [second];
  const rates = found.map(({ name, mention, other }): Member => {
    const range = times(over(other.number.range, mention.number.range), hundred);
    return { name, range, text: `${show(middle(range))}%`, mention: null, place: placeOf(other) };
  });
  return [second, listOf(first, "rate", `${label}率`, rates)];
}

/** “餐饮318件；”: nothing else on its line */
const alone = /^([^，。；：（）\d]{2,10})\d[\d,]*[件个通次宗条起张](?:（[^（）]*）)?[；。，]?$/;

/** 逐行列举的: a name and a number on each of several lines one after the other */
function linedLists({ passages, mentions }: Reading): Series[] {
  const own = grouped(mentions, ({ passage }) => passage);
  const runs: Member[][] = [[]];
  for (const passage of passages) {
    const [name] = alone.exec(passage.text)?.slice(1) ?? [];
    const mention = own.get(passage)?.[0];
    if (name && mention && !isNone.test(name)) runs.at(-1)!.push(memberOf(name, mention));
    else if (!name) runs.push([]);
  }
  return runs
    .filter(({ length }) => length >= FEWEST)
    .map((members) => ({
      of: "list",
      head: "",
      title: "",
      unit: unitOf(members[0]!.text),
      members,
      line: members.at(-1)!.place.line ?? 0,
    }));
}

const memberOf = (name: string, mention: Mention): Member => ({
  name,
  range: mention.number.range,
  text: mention.number.text,
  mention,
  place: placeOf(mention),
});

/** 胜过它的: members that are surely more (or less) than one */
export const beyond = (series: Series, own: Member, isMost: boolean): Member[] =>
  series.members.filter((other) => {
    if (meets(other.range, own.range)) return false;
    const isMore = middleOf(other.range) > middleOf(own.range);
    return isMore === isMost;
  });

/** 最远的: the most (or the least) of a few */
export const furthest = (members: Member[], isMost: boolean): Member =>
  members.reduce((best, one) => (middleOf(one.range) > middleOf(best.range) === isMost ? one : best));

const middleOf = (range: Range): number => {
  const { n, d } = middle(range);
  return Number((n * 1_000_000n) / d);
};
