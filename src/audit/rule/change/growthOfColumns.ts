/**
 * 文中总量的变动与表: “登记诉求5.26万件，同比上升10.06%”, and a table of all its kinds with this year's and last year's numbers,
 * which together grew otherwise.
 */
import type { Finding } from "../../../domain/finding.ts";
import { growthOf, isPositive, meets, middle, type Range, show, sum, toNumber } from "../../number.ts";
import { columnsUpTo } from "../../read/columns.ts";
import type { Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import type { Row, Table } from "../../read/table.ts";
import { areCounts } from "../../read/tableNumbers.ts";
import { distinctPlaces, finding, nameOf, placeOf, rowPlace } from "../../write.ts";
import { type Base, bases, isSaid, isSaidInCell, movedIn, signed, working } from "./growthOfParts.ts";

export const growthOfColumns = ({ sentences, tables }: Reading): Finding[] => {
  const pairs = tables.flatMap(pairsOf);
  return pairs.length === 0
    ? []
    : bases.flatMap((base) =>
        sentences.flatMap((own) =>
          movedIn(own, base).flatMap(({ count, change }) =>
            change?.unit === "%"
              ? against(
                  count,
                  change,
                  pairs.filter((pair) => pair.base === base),
                )
              : [],
          ),
        ),
      );
};

/** all rows of a table in two columns, of which a third is the growth */
interface Pair {
  rows: Row[];
  now: Range;
  before: Range;
  base: Base;
}

const LEAST_ROWS = 3;
/** its last digit is worth less than such a part of a count */
const FINEST = 100;

function pairsOf(table: Table): Pair[] {
  const rows = table.rows.filter(({ isTotal }) => !isTotal);
  if (rows.length < LEAST_ROWS || table.rows.length !== rows.length) return [];
  const columns = columnsUpTo(table.width);
  return columns.flatMap((growth) => {
    const head = table.heads?.[growth] ?? "";
    const base = /环比/.test(head) ? "last" : /同比|增减|增幅|变化|升降/.test(head) ? "lastYear" : null;
    if (base === null || !areCounts(rows, growth - 2) || !areCounts(rows, growth - 1)) return [];
    const [now, before] = [growth - 2, growth - 1].map((column) => rows.map(({ numbers }) => numbers[column]!.range));
    const isGrowth = rows.every((row, at) => {
      const said = row.numbers[growth];
      return said && isPositive(before![at]!) && isSaidInCell(said, growthOf(now![at]!, before![at]!));
    });
    return isGrowth ? [{ rows, now: sum(now!), before: sum(before!), base }] : [];
  });
}

/** the table's numbers make the count, and grew otherwise than it is said to have grown */
const against = (count: Mention, change: Mention, pairs: Pair[]): Finding[] =>
  pairs.flatMap(({ rows, now, before }) => {
    const { step, approximate } = count.number;
    // “0.03万件” is of many sums
    const isCoarse = step !== null && toNumber(step) * FINEST > approximate;
    if (isCoarse || !meets(now, count.number.range)) return [];
    const grown = growthOf(now, before);
    if (isSaid(change.number, change.direction, grown)) return [];
    return [
      finding("change", {
        confidence: 0.75,
        places: distinctPlaces([placeOf(change), placeOf(count), ...rows.map(rowPlace)]),
        values: [change.number.text, count.number.text],
        arithmetic: working(show(middle(now), 0), before, grown, change.number.text),
        message: `“${nameOf(count)}”${count.number.text}，印作${change.direction > 0 ? "增" : "减"}${change.number.text}；表中${rows.length}行合计由${show(middle(before), 0)}变为${show(middle(now), 0)}，应为${signed(grown)}。`,
      }),
    ];
  });
