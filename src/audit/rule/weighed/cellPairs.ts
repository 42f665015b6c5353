/** 文与表的两值: a number of the text, and a cell whose row or column its words name, that differ as slips of the pen do. */
import { grouped } from "../../../domain/grouped.ts";
import { digitCount, isSameValue, type Printed, slipBetween } from "../../number.ts";
import { isCorrected } from "../../read/corrected.ts";
import type { Mention } from "../../read/mention.ts";
import { headOf, type Row, type Table } from "../../read/table.ts";
import { cellPlace, distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";
import type { Doubt } from "./doubt.ts";
import { type Context, han, isClose, isOfOtherRate, type Said, shapeOf, sharedOf, valueClues } from "./slips.ts";

/** “向五个镇街派单1570件”: of so many of them */
const isOfSome = ({ before }: Mention): boolean => /(?:[两三四五六七八九十]|\d)个[\u4e00-\u9fff]{2,4}/.test(before);

/** “高于全省平均2.7个百分点”: the other is known to it */
const isCompared = ({ passage, end }: Mention): boolean =>
  /^，[^，。；]{0,3}[高低]于/.test(passage.text.slice(end, end + 8));

const acts = ["受理", "立案", "派遣", "派发", "转办", "处置", "办结", "结案", "回访"];
const actsIn = (text: string): string[] => acts.filter((act) => text.includes(act));

/** “结案14068宗” is none of a column of 受理 */
const isOfOtherAct = ({ label }: Mention, head: string): boolean => {
  const [own, others] = [actsIn(label), actsIn(head)];
  return own.length > 0 && others.length > 0 && !own.some((act) => others.includes(act));
};

export interface Cell {
  table: Table;
  row: Row;
  column: number;
  number: Printed;
  name: string;
  head: string;
}

export const cellsOf = (table: Table): Cell[] =>
  table.rows.flatMap((row) =>
    row.numbers.flatMap((number, column) =>
      number && digitCount(number.text) > 1
        ? [{ table, row, column, number, name: han(row.name), head: han(table.heads?.[column] ?? "") }]
        : [],
    ),
  );

export function inTables(said: Said[], cells: Cell[], context: Context): Doubt[] {
  const shapes = grouped(cells, ({ number }) => shapeOf(number));
  return said.flatMap((one) => {
    const { mention } = one.spot;
    return (shapes.get(shapeOf(mention.number)) ?? []).flatMap((cell) => cellDoubts(one, mention, cell, context));
  });
}

function cellDoubts(one: Said, mention: Mention, cell: Cell, context: Context): Doubt[] {
  const { number, row, name, head } = cell;
  const isRate = mention.unit === "%";
  const isOfUnit = /%$/.test(number.text) === isRate && !/百分点|分/.test(mention.unit);
  const isRow = name.length > 1 && one.words.includes(name);
  const isHead = sharedOf(one.words, head.replace(/工单|诉求|总量|件数|数量/g, "")).length > 1;
  // a table may have several 小计, of some of its rows each
  const isSubtotal = name === "小计" || cell.table.rows.filter((other) => other.name === row.name).length > 1;
  const isTotal =
    row.isTotal && !isSubtotal && isHead && (!isRate || slipBetween(mention.number.text, number.text) === "swapped");
  if (!isOfUnit || !(isRow || isTotal) || isSameValue(mention.number, number) || !isClose(mention.number, number))
    return [];
  if (isCorrected(mention) || mention.period !== "now" || isCompared(mention) || isOfSome(mention)) return [];
  if (isRate ? isOfOtherRate(mention.label, cell.head) : isOfOtherAct(mention, cell.head)) return [];
  // the row has the number in another column
  if (row.numbers.some((other) => other && isSameValue(other, mention.number))) return [];
  const isElsewhere = cell.table.rows.some(
    (other) => other.numbers[cell.column] && isSameValue(other.numbers[cell.column]!, mention.number),
  );
  return [
    {
      about: mention,
      clues: {
        ...valueClues(mention.number, number, mention.unit, context),
        cell: 1,
        rowIsClause: +(one.clause === name),
        rowInClause: +one.clause.includes(name),
        rowAtEnd: +one.words.endsWith(name),
        isRow: +isRow,
        isHead: +isHead,
        isHeadOfCount: +(isHead && !isRate),
        rowTotal: +row.isTotal,
        elsewhere: +isElsewhere,
        cellInBracket: +(mention.depth > 0),
        cellOtherKind: +(mention.kind === "other"),
        cellNoClause: +(one.clause === ""),
      },
      values: [mention.number.text, number.text],
      right: [],
      told: (confidence) =>
        finding("twoValues", {
          confidence,
          places: distinctPlaces([placeOf(mention), cellPlace(row, cell.column)]),
          values: [mention.number.text, number.text],
          arithmetic: `${mention.number.text} ≠ ${number.text}`,
          message: `“${nameOf(mention)}”文中印作${mention.number.text}，表中“${row.name}”的“${headOf(cell.table, cell.column)}”为${number.text}。`,
        }),
    },
  ];
}
