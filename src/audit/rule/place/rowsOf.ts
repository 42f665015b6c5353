/** 明细表的行数: “县住建局4件，县自然资源局3件”, and a table below with a row for each order, four of them of the second. */
import type { Finding } from "../../../domain/finding.ts";
import { grouped } from "../../../domain/grouped.ts";
import type { Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import type { Row } from "../../read/table.ts";
import { isNumeric } from "../../read/textTable.ts";
import { distinctPlaces, finding, placeOf, rowPlace } from "../../write.ts";

const LEAST_ROWS = 5;
/** so many others of the list have as many rows as it says */
const LEAST_RIGHT = 2;

export const rowsOf = ({ sentences, tables }: Reading): Finding[] => {
  const listings = tables.flatMap(({ rows, width }) =>
    rows.length < LEAST_ROWS ? [] : Array.from({ length: width }, (_, column) => byCell(rows, column)),
  );
  return sentences.flatMap((mentions) => {
    const pairs = mentions.flatMap((one) => namesBefore(one).map((name) => ({ name, one })));
    return pairs.length <= LEAST_RIGHT ? [] : listings.flatMap((listing) => against(pairs, listing));
  });
};

/** the rows of each name in a column of words that come again and again */
function byCell(rows: Row[], column: number): Map<string, Row[]> {
  const named = rows.filter(
    ({ cells, isTotal }) => !isTotal && cells[column] !== "" && !isNumeric(cells[column] ?? ""),
  );
  const found = grouped(named, ({ cells }) => cells[column]!);
  return found.size < named.length ? found : new Map();
}

/** “县教育局、县水利局各1件”: whose number it is */
const namesBefore = ({ kind, before, number, period, isHedged }: Mention): string[] =>
  kind === "count" && period === "now" && !isHedged && number.step === null
    ? before
        .replace(/^.*[：；，]/, "")
        .replace(/(?:各|有|共|为)+$/, "")
        .split("、")
        .filter((name) => name.length > 1)
    : [];

function against(pairs: { name: string; one: Mention }[], listing: Map<string, Row[]>): Finding[] {
  const known = pairs.flatMap(({ name, one }) => {
    const rows = listing.get(name);
    return rows ? [{ name, one, rows }] : [];
  });
  const wrong = known.filter(({ one, rows }) => one.number.approximate !== rows.length);
  const isListed =
    known.length * 4 >= pairs.length * 3 && known.length - wrong.length >= Math.max(LEAST_RIGHT, wrong.length * 2);
  return isListed ? wrong.map(({ name, one, rows }) => contradiction(name, one, rows)) : [];
}

const contradiction = (name: string, one: Mention, rows: Row[]): Finding =>
  finding("twoValues", {
    confidence: 0.75,
    places: distinctPlaces([placeOf(one), ...rows.map(rowPlace)]),
    values: [one.number.text, String(rows.length)],
    arithmetic: `${one.number.text} ≠ ${rows.length} 行`,
    message: `文中“${name}”印作${one.number.text}，表中它有${rows.length}行。`,
  });
