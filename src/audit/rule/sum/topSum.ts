/** 前几位之和: “前三项合计” that the first rows of a table don't add up to. */
import type { Finding } from "../../../domain/finding.ts";
import { meets, middle, show, sum, toNumber } from "../../number.ts";
import { chineseNumber } from "../../read/chinese.ts";
import type { Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import type { Row, Table } from "../../read/table.ts";
import { distinctPlaces, finding, nameOf, placeOf, rowPlace } from "../../write.ts";

const first =
  /前([一二三四五六七八九十]{1,2}|\d{1,2})(?:位|名|类|项|个|家)?([^，。；\d]{0,8})(?:合计|共计|总计|共)(?:有|为|达)?$/;
const core = (head: string): string => head.replace(/（.*?）/g, "").replace(/[量数件]+$/, "");

/** “不满意件前三位的单位合计36件” */
const firstUnits =
  /([^，。；：、）\d]{2,8})前([一二三四五六七八九十]{1,2}|\d{1,2})(?:位|名)的(?:单位|部门|乡镇|街道|县区)(?:合计|共计?|总计)$/;

export const topSum = ({ mentions, tables }: Reading): Finding[] =>
  mentions.flatMap((mention) => {
    const units = firstUnits.exec(mention.before);
    const [, number, word] = units ? [units[0], units[2], units[1]] : (first.exec(mention.before) ?? []);
    const said = chineseNumber(number ?? "");
    if (!said || !word || mention.kind !== "count" || mention.period !== "now") return [];
    // what the sentence itself lists is added up elsewhere
    if (mentions.some((other) => other.sentence === mention.sentence && other.at < mention.at)) return [];
    const columns = tables.flatMap((table) => columnsNamed(table, word).map((column) => ({ table, column })));
    const [only] = columns;
    return only && columns.length === 1
      ? against(mention, said, topOf(only.table, only.column, said), only.column)
      : [];
  });

const columnsNamed = ({ heads }: Table, word: string): number[] =>
  heads?.flatMap((head, at) => (core(head).length > 1 && word.includes(core(head)) ? [at] : [])) ?? [];

const topOf = ({ rows }: Table, column: number, count: number): Row[] =>
  rows
    .filter(({ isTotal, numbers, name }) => !isTotal && numbers[column] && !/^其[他它余]|合计|小计/.test(name))
    .sort((a, b) => b.values[column]! - a.values[column]!)
    .slice(0, count);

function against(mention: Mention, said: number, rows: Row[], column: number): Finding[] {
  const numbers = rows.map((row) => row.numbers[column]!);
  const added = sum(numbers.map(({ range }) => range));
  const off = Math.abs(toNumber(added.low) - mention.number.approximate);
  if (rows.length < said || meets(added, mention.number.range) || off > mention.number.approximate / 10) return [];
  const shown = show(middle(added), 0);
  return [
    finding("partsAndWhole", {
      confidence: 0.7,
      places: distinctPlaces([placeOf(mention), ...rows.map(rowPlace)]),
      values: [mention.number.text, ...numbers.map(({ text }) => text)],
      arithmetic: `${numbers.map(({ text }) => text).join(" + ")} = ${shown} ≠ ${mention.number.text}`,
      message: `“${nameOf(mention)}”印作${mention.number.text}，表中最多的${said}行相加为${shown}。`,
    }),
  ];
}
