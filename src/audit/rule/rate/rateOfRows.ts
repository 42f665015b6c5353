/** 率与指标表: a rate of the text whose two counts are rows of a table of key figures: “直接办结率59.5%”. */
import type { Finding } from "../../../domain/finding.ts";
import { agreement, isPositive, isSlip, middle, type Printed, percentOf, printed, show } from "../../number.ts";
import { isRateNow } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import type { Row, Table } from "../../read/table.ts";
import { distinctPlaces, finding, nameOf, placeOf, rowPlace } from "../../write.ts";

const core = (name: string): string => name.replace(/（.*?）|[量数件]+$/g, "");

/** only a slip of the pen is told: which rows a rate is of, a text seldom says */
export const rateOfRows = ({ mentions, tables }: Reading): Finding[] =>
  mentions.flatMap((rate) => {
    const stem = /(?:热线|全[市县区])?(.{2,8})率$/.exec(rate.label)?.[1];
    if (!stem || !isRateNow(rate)) return [];
    const ways = tables.flatMap((table) => waysOf(table, stem));
    const slip = ways.find(({ value }) =>
      isSlip(
        asPrinted(show(middle(value), rate.number.text.split(".")[1] ? 1 : 0)),
        asPrinted(show(rate.number.value, 1)),
      ),
    );
    if (!slip || ways.some(({ value }) => agreement(rate.number, value) !== "off")) return [];
    return [
      finding("rateOfCounts", {
        confidence: 0.6,
        places: distinctPlaces([placeOf(rate), rowPlace(slip.part), rowPlace(slip.base)]),
        values: [rate.number.text, slip.text],
        arithmetic: `${slip.text} = ${show(middle(slip.value), 2)}% ≠ ${rate.number.text}`,
        message: `“${nameOf(rate)}”印作${rate.number.text}，按表中的“${slip.part.name}”“${slip.base.name}”算应为${show(middle(slip.value), 2)}%。`,
      }),
    ];
  });

const asPrinted = (text: string): Printed => printed(text, 0, "", `${text}%`);

interface Way {
  part: Row;
  base: Row;
  text: string;
  value: ReturnType<typeof percentOf>;
}

/** the row of that name by the larger ones above it, in the first column of numbers */
function waysOf({ rows }: Table, stem: string): Way[] {
  const first = (row: Row) => row.numbers.find((number) => number) ?? null;
  const part = rows.find(({ name }) => core(name) === stem);
  const own = part ? first(part) : null;
  if (!part || !own || own.step !== null) return [];
  return rows.flatMap((base): Way[] => {
    const number = first(base);
    const isBase =
      number !== null &&
      number.step === null &&
      number.approximate >= own.approximate &&
      isPositive(number.range) &&
      base !== part;
    return isBase
      ? [{ part, base, text: `${own.text} ÷ ${number.text}`, value: percentOf(own.range, number.range) }]
      : [];
  });
}
