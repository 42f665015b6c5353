/** 总体率与分项率: a rate of all that lies outside the range of the rates of its parts. */
import type { Finding } from "../../domain/finding.ts";
import { type Printed, toNumber } from "../number.ts";
import { chineseNumber } from "../read/chinese.ts";
import { alignedLists, members } from "../read/lists.ts";
import type { Mention } from "../read/mention.ts";
import { groupsOf } from "../read/parts.ts";
import type { Reading } from "../read/reading.ts";
import { headOf, type Row, type Table } from "../read/table.ts";
import { distinctPlaces, finding, nameOf, placeOf, rowPlace } from "../write.ts";

export const pooledRate = (reading: Reading): Finding[] => [
  ...reading.sentences.flatMap(bracketed),
  ...reading.sentences.flatMap(listed),
  ...membersInTable(reading),
  ...reading.tables.flatMap(totalRow),
  ...reading.tables.flatMap(closingColumn),
  ...averageOfTable(reading),
  ...ofSoMany(reading),
  ...afterParts(reading),
  ...afterAligned(reading),
  ...reading.sentences.flatMap(closingRate),
];

/** “甲、乙满意率依次为93%、91%，总体满意率96%”: of all of them, or of those that it names */
const afterAligned = (reading: Reading): Finding[] =>
  alignedLists(reading).flatMap(({ names, values }) => {
    const [first] = values as [Mention];
    if (first.unit !== "%" || first.kind === "share" || first.kind === "change" || names.length !== values.length)
      return [];
    const own = reading.mentions.filter(({ passage }) => passage === first.passage);
    return own.flatMap((mention) => {
      const isLater =
        mention.at > values.at(-1)!.at && mention.unit === "%" && mention.kind === "rate" && mention.period === "now";
      if (!isLater || !/总体|整体|综合|合计|合并|平均/.test(mention.label)) return [];
      const word = /([^的]{2}率|满意度)$/.exec(mention.label)?.[1];
      const said = mention.passage.text.slice(first.sentence.from, first.at);
      if (!word || !said.includes(word)) return [];
      const named = names.flatMap((name, at) => (mention.label.includes(name.slice(-6)) ? [at] : []));
      const parts = named.length > 1 ? named.map((at) => values[at]!) : named.length === 0 ? values : [];
      const numbers = parts.map(({ number }) => number);
      return parts.length > 1 && outside(mention.number, numbers)
        ? [contradiction(mention, numbers, parts.map(placeOf), 0.75)]
        : [];
    });
  });

/** “甲区93.4%、乙区95.1%、丙县94.6%，三地合计95.6%” */
function closingRate(mentions: Mention[]): Finding[] {
  const rates = mentions.filter(
    ({ unit, kind, period, depth }) => unit === "%" && kind === "rate" && period === "now" && depth === 0,
  );
  const at = rates.findIndex(({ before }) =>
    /(?:[两三四五六七八九十][^，。；、]{0,4}(?:合计|总体|综合|平均)|^，(?:总体|综合|整体|平均))[^，。；]{0,4}$/.test(
      before,
    ),
  );
  const whole = rates[at];
  const parts = rates.slice(0, Math.max(0, at));
  const isList = parts.every(({ label, before }, nth) => !/率|度/.test(label) || nth === 0 || /^、/.test(before));
  const numbers = parts.map(({ number }) => number);
  return whole && parts.length > 2 && isList && outside(whole.number, numbers)
    ? [contradiction(whole, numbers, parts.map(placeOf), 0.7)]
    : [];
}

/** beyond half of the last digit on either side */
function outside(pooled: Printed, parts: Printed[]): boolean {
  const [low, high] = [
    Math.min(...parts.map(({ range }) => toNumber(range.low))),
    Math.max(...parts.map(({ range }) => toNumber(range.high))),
  ];
  return toNumber(pooled.range.high) < low || toNumber(pooled.range.low) > high;
}

const span = (parts: Printed[]): [Printed, Printed] => {
  const sorted = [...parts].sort((a, b) => toNumber(a.value) - toNumber(b.value));
  return [sorted[0]!, sorted.at(-1)!];
};

const overall = /总体|整体|综合|平均|全[市县区省]|总/;

/** “总体满意率87%（其中甲92%、乙44%）” */
function bracketed(mentions: Mention[]): Finding[] {
  const rates = mentions.filter(({ kind, unit, period }) => kind === "rate" && unit === "%" && period === "now");
  return rates.flatMap((whole, at) => {
    const word = /[^，]*?([^，的]{2}率|满意度)$/.exec(whole.label)?.[1];
    const own = rates.slice(at + 1).filter(({ depth, label }) => depth > whole.depth && word && label.endsWith(word));
    const text = whole.passage.text.slice(whole.end, own[0]?.at ?? whole.end);
    if (own.length < 2 || !overall.test(whole.label) || !/^（/.test(text)) return [];
    if (
      !outside(
        whole.number,
        own.map(({ number }) => number),
      )
    )
      return [];
    return [
      contradiction(
        whole,
        own.map(({ number }) => number),
        own.map(placeOf),
        0.9,
      ),
    ];
  });
}

/** “平均接通率98.6%，其中早班97.1%、中班96.5%、晚班98.2%”: three or more parts, none of them picked out */
function listed(mentions: Mention[]): Finding[] {
  const rates = mentions.filter(
    ({ kind, unit, period, depth }) => kind === "rate" && unit === "%" && period === "now" && depth === 0,
  );
  const [whole, ...parts] = rates;
  if (!whole || parts.length < 3 || !/总体|整体|综合|平均/.test(whole.label)) return [];
  const text = whole.passage.text.slice(whole.end, whole.sentence.to);
  const isPlain = parts.every(({ label }) => !/率|度|占/.test(label)) && /^，其中/.test(text);
  if (
    !isPlain ||
    /最|较|高于|超过|低于|以上|等/.test(text) ||
    !outside(
      whole.number,
      parts.map(({ number }) => number),
    )
  )
    return [];
  return [
    contradiction(
      whole,
      parts.map(({ number }) => number),
      parts.map(placeOf),
      0.65,
    ),
  ];
}

/** a text names the members of a whole, and a table has a row for each and nothing else */
function membersInTable(reading: Reading): Finding[] {
  return groupsOf(reading).flatMap(({ whole, parts }) => {
    const names = parts.map(({ label }) => label);
    const table = reading.tables.find((one) => isOf(one, names));
    if (!table || parts.length < 2) return [];
    const own = reading.mentions.filter(
      ({ passage, at, kind, unit }) =>
        passage === whole.passage && at > parts.at(-1)!.at && kind === "rate" && unit === "%",
    );
    return own.flatMap((rate) => againstTable(rate, table));
  });
}

const isOf = (table: Table, names: string[]): boolean => {
  const rows = table.rows.filter(({ isTotal }) => !isTotal);
  return (
    rows.length === names.length &&
    names.every((name) => name.length > 1 && rows.some((row) => row.name.startsWith(name)))
  );
};

/** columns of rates by their headings, or by the order in which headings of rates stand */
function rateColumns(table: Table): { name: string; column: number }[] {
  const columns = Array.from({ length: table.width }, (_, column) => column).filter((column) =>
    table.rows.some(({ cells }) => /%$/.test(cells[column] ?? "")),
  );
  const plain = (name: string) => name.replace(/（.*?）/g, "");
  const { leaves } = table;
  if (leaves) return columns.map((column) => ({ name: plain(leaves[column]!), column }));
  const names = table.words.map(plain).filter((word) => /率$/.test(word));
  return names.length === columns.length ? columns.map((column, at) => ({ name: names[at]!, column })) : [];
}

function againstTable(rate: Mention, table: Table): Finding[] {
  const label = rate.label.replace(overall, "");
  const columns = rateColumns(table).filter(
    ({ name }) => name.endsWith(label) || label.endsWith(name) || name.includes(label),
  );
  const candidates = columns.map(({ column }) => table.rows.flatMap(({ numbers }) => numbers[column] ?? []));
  if (candidates.some((parts) => parts.length < table.rows.length)) return []; // a part without a rate bounds nothing
  if (candidates.length === 0 || candidates.some((parts) => !outside(rate.number, parts))) return [];
  const nearest = candidates.reduce((best, next) => (gap(rate.number, next) < gap(rate.number, best) ? next : best));
  return [contradiction(rate, nearest, table.rows.map(rowPlace), 0.9)];
}

function gap(pooled: Printed, parts: Printed[]): number {
  const [low, high] = span(parts).map(({ value }) => toNumber(value)) as [number, number];
  const value = toNumber(pooled.value);
  return Math.max(low - value, value - high);
}

/** the closing row's rate against all rows above */
function totalRow(table: Table): Finding[] {
  const rows = table.rows.filter(({ isTotal }) => !isTotal);
  const closing = table.rows.at(-1)!;
  if (!/^(合计|总计|全|总体|平均)/.test(closing.name) || rows.length < 3 || table.heads === null) return [];
  return rateColumns(table).flatMap(({ column, name }) => {
    const pooled = closing.numbers[column];
    const parts = rows.flatMap(({ numbers }) => numbers[column] ?? []);
    if (!pooled || !/率$|满意度$/.test(name) || /占比|增长|环比|同比|变化|增幅/.test(name) || !outside(pooled, parts))
      return [];
    const [low, high] = span(parts);
    return [tableContradiction(closing, headOf(table, column), pooled, low, high)];
  });
}

const closingHead = /^(?:第?[一二三四]季度|季度|全年|年度|上半年|下半年|合计|全[市县区省]|总体)$/;

/** a row of rates whose last column is all the others together */
function closingColumn(table: Table): Finding[] {
  const last = table.width - 1;
  if (table.width < 4 || !closingHead.test(table.heads?.[last] ?? "")) return [];
  return table.rows.flatMap((row) => {
    const parts = row.numbers.slice(0, last).flatMap((number) => number ?? []);
    const pooled = row.numbers[last];
    const isRates = row.cells.slice(1).every((cell) => /%$/.test(cell)) && /率$|满意度$/.test(row.name);
    if (!pooled || !isRates || parts.length < table.width - 2 || !outside(pooled, parts)) return [];
    const [low, high] = span(parts);
    return [tableContradiction(row, headOf(table, last), pooled, low, high)];
  });
}

/** “全市平均办结率97.46%”: no average lies outside of a table whose rows have that rate */
const averageOfTable = ({ mentions, tables }: Reading): Finding[] =>
  mentions.flatMap((mention) => {
    const word = /^(?:全[市县区省])?平均(.{2,}率|满意度)$/.exec(mention.label)?.[1];
    if (!word || mention.kind !== "rate" || mention.unit !== "%" || mention.period !== "now") return [];
    const columns = tables.flatMap((table) =>
      rateColumns(table).flatMap((one) => (one.name === word ? [{ table, ...one }] : [])),
    );
    const [only] = columns;
    if (!only || columns.length > 1) return [];
    const rows = only.table.rows.filter(({ isTotal, numbers }) => !isTotal && numbers[only.column]);
    const parts = rows.map(({ numbers }) => numbers[only.column]!);
    return parts.length > 2 && outside(mention.number, parts)
      ? [contradiction(mention, parts, rows.map(rowPlace), 0.8)]
      : [];
  });

/** “9个市（州）……综合满意率为96.03%”: the rates of as many rows as the sentence names */
const ofSoMany = ({ mentions, tables }: Reading): Finding[] =>
  mentions.flatMap((mention) => {
    const { kind, unit, period, label, passage, sentence, at } = mention;
    const word = /(?:综合|总体|整体|平均)(.{2,}率|满意度)$/.exec(label)?.[1];
    const said = chineseNumber(members.exec(passage.text.slice(sentence.from, at))?.[1] ?? "");
    if (!word || !said || kind !== "rate" || unit !== "%" || period !== "now") return [];
    return tables.flatMap((table) => {
      const rows = table.rows.filter(({ isTotal }) => !isTotal);
      const column = rateColumns(table).find(({ name }) => name === word)?.column;
      if (rows.length !== said || column === undefined) return [];
      const parts = rows.flatMap(({ numbers }) => numbers[column] ?? []);
      return parts.length === said && outside(mention.number, parts)
        ? [contradiction(mention, parts, rows.map(rowPlace), 0.75)]
        : [];
    });
  });

const together = /([两二三四五六七八九十]|\d{1,2})(?:类|个|方|地)[^，。；]{0,6}(?:合计|总计|综合|平均)/;

/** “甲满意率93.12%，乙……，丙……。三类合计，总体满意率93.68%” */
const afterParts = ({ sentences }: Reading): Finding[] =>
  sentences.flatMap((mentions, nth) =>
    mentions.flatMap((mention) => {
      const { kind, unit, period, label, passage, sentence, at } = mention;
      const said = chineseNumber(together.exec(passage.text.slice(sentence.from, at))?.[1] ?? "");
      const word = /(?:总体|综合|整体|平均|全[市县区省])(.{2,}率|满意度)$/.exec(label)?.[1];
      if (!said || said < 2 || !word || kind !== "rate" || unit !== "%" || period !== "now") return [];
      const parts = (sentences[nth - 1] ?? []).filter(
        (one) => one.kind === "rate" && one.unit === "%" && one.period === "now" && one.label.endsWith(word),
      );
      const numbers = parts.map(({ number }) => number);
      return parts.length === said && outside(mention.number, numbers)
        ? [contradiction(mention, numbers, parts.map(placeOf), 0.8)]
        : [];
    }),
  );

function tableContradiction(row: Row, head: string, pooled: Printed, low: Printed, high: Printed): Finding {
  return finding("pooledRate", {
    confidence: 0.85,
    places: [rowPlace(row)],
    values: [pooled.text, low.text, high.text],
    arithmetic: `${low.text} ≤ 总体 ≤ ${high.text}，印作 ${pooled.text}`,
    message: `表中“${row.name}”一行的“${head}”印作${pooled.text}，各行都在${low.text}至${high.text}之间，总体不可能在这以外。`,
  });
}

function contradiction(whole: Mention, parts: Printed[], places: Finding["places"], confidence: number): Finding {
  const [low, high] = span(parts);
  return finding("pooledRate", {
    confidence,
    places: distinctPlaces([placeOf(whole), ...places]),
    values: [whole.number.text, low.text, high.text],
    arithmetic: `${low.text} ≤ 总体 ≤ ${high.text}，印作 ${whole.number.text}`,
    message: `“${nameOf(whole)}”印作${whole.number.text}，各分项在${low.text}至${high.text}之间，总体不可能在这以外。`,
  });
}
