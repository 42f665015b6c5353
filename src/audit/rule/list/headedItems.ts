/**
 * 标题带数的几节: “一、供暖（1684件）”, “二、校外托管（733件）”: sections that carry their count in their headings, which don't
 * stand in the order, or don't make the sum, that the text above them says.
 */
import type { Finding } from "../../../domain/finding.ts";
import { chineseNumber } from "../../read/chinese.ts";
import { columnsUpTo } from "../../read/columns.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Passage } from "../../read/passage.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore } from "../../read/sentence.ts";
import type { Table } from "../../read/table.ts";
import { distinctPlaces, finding, nameOf, placeOf, rowPlace } from "../../write.ts";

const numbered =
  /^(?:([一二三四五六七八九十]{1,2})、|（([一二三四五六七八九十]{1,2})）|(\d{1,2})[.、．])\s*[^，。；：（）\d]{2,16}（(?:共|计)?(?=\d)|^(?:NO|No|TOP|Top)\.?\s?(\d{1,2})\s*[^，。；：（）\d]{2,16}[（：，\s]?(?=\d)/;
const falling = /(?:由|从|自)(?:多|高|大)(?:到|至)(?:少|低|小)/;

interface Item {
  passage: Passage;
  count: Mention;
  place: number;
  /** by what signs it is numbered */
  level: number;
}

export function headedItems({ passages, mentions, tables }: Reading): Finding[] {
  const items = passages.flatMap((passage) => itemOf(passage, mentions));
  return [...tables.flatMap(topRows), ...inHeadings(items, passages, mentions)];
}

/** “NO.3 噪声扰民 2615件”, “NO.4 供水供电 2816件” as rows of a table */
function topRows({ rows, width }: Table): Finding[] {
  const isTop =
    rows.length > 2 &&
    rows.every(({ cells }, at) =>
      new RegExp(`^(?:(?:NO|No|TOP|Top)\\.?\\s?${at + 1}|第${at + 1}[名位])$`).test(cells[0] ?? ""),
    );
  const columns = columnsUpTo(width).filter((at) => at > 0 && rows.every(({ numbers }) => numbers[at]));
  const [column] = columns;
  if (!isTop || column === undefined) return [];
  const at = rows.findIndex(({ values }, nth) => nth > 0 && values[column]! > rows[nth - 1]!.values[column]!);
  if (at < 1) return [];
  const [a, b] = [rows[at - 1]!, rows[at]!];
  const headOf = ({ cells }: { cells: string[] }): string => cells.slice(0, column).join(" ");
  return [
    finding("listOrder", {
      confidence: 0.7,
      places: distinctPlaces([rowPlace(b), rowPlace(a)]),
      values: [b.cells[column]!, a.cells[column]!],
      arithmetic: `${b.cells[column]} > ${a.cells[column]}`,
      message: `“${headOf(b)}”${b.cells[column]}多于排在前面的“${headOf(a)}”${a.cells[column]}。`,
    }),
  ];
}

function inHeadings(items: Item[], passages: Passage[], mentions: Mention[]): Finding[] {
  return seriesOf(items).flatMap((series) => {
    const at = passages.indexOf(series[0]!.passage);
    const above = passages.slice(Math.max(0, at - 3), at);
    return [...disordered(series, above), ...miscounted(series, above, mentions)];
  });
}

function itemOf(passage: Passage, mentions: Mention[]): Item[] {
  const match = numbered.exec(passage.text);
  const count = match && mentions.find((one) => one.passage === passage && one.at === match[0].length);
  if (!match || count?.kind !== "count" || count.isHedged) return [];
  const level = match.slice(1, 5).findIndex((number) => number !== undefined);
  const number = match[level + 1]!;
  const place = chineseNumber(number);
  return place === null ? [] : [{ passage, count, place, level }];
}

/** one, two, three… of one kind of number and one unit */
function seriesOf(items: Item[]): Item[][] {
  const series: Item[][] = [];
  for (const item of items) {
    const last = series.at(-1)?.at(-1);
    const isNext = last && last.level === item.level && last.place === item.place - 1;
    if (isNext && isSameUnit(last.count.unit, item.count.unit)) series.at(-1)!.push(item);
    else if (item.place === 1) series.push([item]);
  }
  return series.filter((one) => one.length > 2);
}

function disordered(series: Item[], above: Passage[]): Finding[] {
  // “NO.1”, “TOP1” say it themselves
  if (series[0]!.level < 3 && !above.some(({ text }) => falling.test(text))) return [];
  const at = series.findIndex(
    ({ count }, nth) => nth > 0 && count.number.approximate > series[nth - 1]!.count.number.approximate,
  );
  if (at < 1) return [];
  const [a, b] = [series[at - 1]!.count, series[at]!.count];
  return [
    finding("listOrder", {
      confidence: 0.75,
      places: distinctPlaces([placeOf(b), placeOf(a)]),
      values: [b.number.text, a.number.text],
      arithmetic: `${b.number.text} > ${a.number.text}`,
      message: `文中说由多到少排列，第${at + 1}节的${b.number.text}却排在第${at}节的${a.number.text}之后。`,
    }),
  ];
}

/** “五个热点，涉及诉求3871件” */
function miscounted(series: Item[], above: Passage[], mentions: Mention[]): Finding[] {
  const wholes = mentions.filter((mention) => {
    const { passage, kind, unit, before, isHedged } = mention;
    const said = /([两二三四五六七八九十]|\d{1,2})(?:个|类|项|方面|大类)[^，。；\d]{0,6}$/.exec(
      sentenceBefore(mention).split("，").slice(-2, -1)[0] ?? "",
    )?.[1];
    const isSum = /^，(?:共|合计|总计)?(?:涉及)?[^，。；\d]{0,4}(?:诉求|工单|来电)?(?:共|合计)?$/.test(before);
    return (
      above.includes(passage) &&
      kind === "count" &&
      !isHedged &&
      isSameUnit(unit, series[0]!.count.unit) &&
      isSum &&
      chineseNumber(said ?? "") === series.length
    );
  });
  const [whole] = wholes;
  const added = series.reduce((all, { count }) => all + count.number.approximate, 0);
  if (!whole || wholes.length > 1 || whole.number.approximate === added || whole.number.step !== null) return [];
  return [
    finding("partsAndWhole", {
      confidence: 0.7,
      places: distinctPlaces([placeOf(whole), ...series.map(({ count }) => placeOf(count))]),
      values: [whole.number.text, ...series.map(({ count }) => count.number.text)],
      arithmetic: `${series.map(({ count }) => count.number.approximate).join(" + ")} = ${added} ≠ ${whole.number.text}`,
      message: `“${nameOf(whole)}”印作${whole.number.text}，下面${series.length}节标题所列相加为${added}。`,
    }),
  ];
}
