/** 文中的总体率与表: a rate that a text gives for all rows of a table, or for those that it names, beyond the rates of the rows. */
import type { Finding } from "../../../domain/finding.ts";
import { toNumber } from "../../number.ts";
import { chineseNumber } from "../../read/chinese.ts";
import { columnsUpTo } from "../../read/columns.ts";
import { members } from "../../read/lists.ts";
import { isRateNow, type Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceAfter, sentenceBefore } from "../../read/sentence.ts";
import type { Row, Table } from "../../read/table.ts";
import { rowPlace } from "../../write.ts";
import { contradiction, isOutside } from "./pooledFinding.ts";
import { rateColumns } from "./pooledInTable.ts";

export const overallOfTable = (reading: Reading): Finding[] => [
  ...averageOfTable(reading),
  ...ofSoMany(reading),
  ...ofNamed(reading),
  ...ofComplete(reading),
  ...ofAllRows(reading),
];

const merged = /([两三四五六七八九十]{1,2}|\d{1,2})个?[^，。；\d]{1,6}(?:合并|合并计算|合计|加总|合起来)[^。；]*$/;

/** “五个所合并计算，24小时到场率为98.97%”: as many rows as it says, under that heading */
const ofAllRows = ({ mentions, tables }: Reading): Finding[] =>
  mentions.flatMap((mention) => {
    const said = chineseNumber(merged.exec(sentenceBefore(mention))?.[1] ?? "");
    if (!said || said < 3 || !isRateNow(mention)) return [];
    return tables.flatMap((table) => againstRows(mention, said, table, (name) => mention.label.endsWith(name)));
  });

/** in a table of as many rows as are said, the rates of the column that is called so */
function againstRows(mention: Mention, said: number, table: Table, isCalled: (name: string) => boolean): Finding[] {
  const rows = table.rows.filter(({ isTotal }) => !isTotal);
  const column = rateColumns(table).find(({ name }) => isCalled(name))?.column;
  if (rows.length !== said || column === undefined) return [];
  const parts = rows.flatMap(({ numbers }) => numbers[column] ?? []);
  return parts.length === said && isOutside(mention, parts)
    ? [contradiction(mention, parts, rows.map(rowPlace), 0.75)]
    : [];
}

const named =
  /[（：，]?((?:[^，。；：、（）\d]{2,8}、)+[^，。；：、（）\d]{2,8})）?[两二三四五六七八九十\d]*(?:地|市|县|区|家|个[^，。；]{0,6})?[^，。；、]{0,6}?(满意率|办结率|解决率|接通率|及时率)(?:合并|合计|综合|平均|总体)为?$/;

/** “江北片（甲、乙、丙）三市满意率合并为92.58%”: of the rows that it names */
const ofNamed = ({ mentions, tables }: Reading): Finding[] =>
  mentions.flatMap((mention) => {
    const [, list, word] = named.exec(sentenceBefore(mention)) ?? [];
    if (!list || !word || !isRateNow(mention)) return [];
    return tables.flatMap((table) => {
      const column = rateColumns(table).find(({ name }) => name.endsWith(word))?.column;
      const rows = list
        .split("、")
        .map((name) => table.rows.filter((row) => !row.isTotal && row.name.startsWith(name)));
      if (column === undefined || rows.some((found) => found.length !== 1)) return [];
      const parts = rows.flatMap(([row]) => row!.numbers[column] ?? []);
      return parts.length === rows.length && isOutside(mention, parts)
        ? [
            contradiction(
              mention,
              parts,
              rows.map(([row]) => rowPlace(row!)),
              0.75,
            ),
          ]
        : [];
    });
  });

/** “全市平均办结率97.46%”: no average lies outside of a table whose rows have that rate */
const averageOfTable = ({ mentions, tables }: Reading): Finding[] =>
  mentions.flatMap((mention) => {
    const word = /^(?:全[市县区省])?平均(.{2,}率|满意度)$/.exec(mention.label)?.[1];
    if (!word || !isRateNow(mention)) return [];
    const only = onlyColumn(tables, (name) => name === word);
    return only && only.parts.length > 2 && isOutside(mention, only.parts)
      ? [contradiction(mention, only.parts, only.rows.map(rowPlace), 0.8)]
      : [];
  });

/** the rates of the one column of all tables that is called so; null where none is, or several are */
function onlyColumn(tables: Table[], isCalled: (name: string) => boolean) {
  const columns = tables.flatMap((table) =>
    rateColumns(table).flatMap(({ name, column }) => (isCalled(name) ? [{ table, column }] : [])),
  );
  const [only] = columns;
  if (!only || columns.length > 1) return null;
  const { table, column } = only;
  const rows = table.rows.filter(({ isTotal, numbers }) => !isTotal && numbers[column]);
  return { table, rows, parts: rows.map(({ numbers }) => numbers[column]!) };
}

/** “9个市（州）……综合满意率为96.03%”: the rates of as many rows as the sentence names */
const ofSoMany = ({ mentions, tables }: Reading): Finding[] =>
  mentions.flatMap((mention) => {
    const word = /(?:综合|总体|整体|平均|合计|合并)(.{2,}率|满意度)$/.exec(mention.label)?.[1];
    const said = chineseNumber(members.exec(sentenceBefore(mention))?.[1] ?? "");
    if (!word || !said || !isRateNow(mention)) return [];
    return tables.flatMap((table) => againstRows(mention, said, table, (name) => name === word));
  });

const scope = /总体|整体|综合|全[市县区省州盟]/;
/** what may stand before a rate without making it another */
const core = (name: string): string =>
  name
    .replace(/^.*(?:总体|整体|综合|全[市县区省州盟])|^(?:群众|回访|平均|诉求|工单|热线)+|（.*?）/g, "")
    .replace(/^(?:群众|回访|平均|的)+/, "");

/** “全省群众满意率97.02%”: a table that is of all of it has a row for each part, and none of them so high */
const ofComplete = ({ mentions, tables }: Reading): Finding[] =>
  mentions.flatMap((mention) => {
    if (!isRateNow(mention) || mention.isHedged || !scope.test(mention.before)) return [];
    // “总体满意率98.95%，其中在线办结满意率96.49%”: of more than the table has
    if (/其中[^。]*率/.test(sentenceAfter(mention))) return [];
    const word = core(mention.label);
    const only = onlyColumn(tables, (name) => core(name) === word);
    if (!only || !/率$|满意度$/.test(word)) return [];
    const { table, rows, parts } = only;
    const isPooled = /^（(?:按|由)各[市县区州][^（）]*(?:汇总|合计|计算)/.test(mention.passage.text.slice(mention.end));
    // districts, and the departments of the city itself
    const isBoth = rows.some(({ name }) => /^[市州]直/.test(name)) && rows.some(({ name }) => /[县区市]$/.test(name));
    return parts.length > 2 &&
      (isPooled || isBoth || isOfAll(table, rows, mentions, mention)) &&
      isOutside(mention, parts)
      ? [contradiction(mention, parts, rows.map(rowPlace), 0.7)]
      : [];
  });

/** the counts of its rows together are a number of the text, and none of such things is much larger */
function isOfAll(table: Table, rows: Row[], mentions: Mention[], { sentence }: Mention): boolean {
  const all = table.rows.filter(({ isTotal }) => !isTotal);
  if (rows.length < all.length) return false;
  const sums = columnsUpTo(table.width)
    .filter((column) => all.every(({ numbers }) => numbers[column]?.step === null))
    .map((column) => all.reduce((sum, { values }) => sum + values[column]!, 0));
  const counts = mentions.filter(({ kind, period }) => kind === "count" && period === "now");
  const isLargest = ({ unit, number }: Mention) =>
    counts.every((one) => one.unit !== unit || one.number.approximate < number.approximate * 1.25);
  const isSum = ({ number: { range } }: Mention) =>
    sums.some((added) => toNumber(range.low) <= added && added <= toNumber(range.high));
  // “各县区共受理转办诉求1.83万件，……，整体满意率99.21%”
  const own = counts.filter((one) => one.sentence === sentence && one.number.approximate > 99);
  const isMost = ({ number }: Mention) => own.every((one) => one.number.approximate <= number.approximate);
  if (own.some((one) => isMost(one) && isSum(one))) return true;
  return counts.some((one) => isSum(one) && isLargest(one));
}
