/** 合计行与文: a text that repeats the closing row of a table, and has one of its numbers otherwise. */
import type { Finding } from "../../../domain/finding.ts";
import { isSameValue, type Printed } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore } from "../../read/sentence.ts";
import { headOf, type Row, type Table } from "../../read/table.ts";
import { distinctPlaces, finding, placeOf, rowPlace } from "../../write.ts";

const core = (name: string): string =>
  name
    .replace(/（.*?）|^(?:已|全市|全县|全区)|的|为|是|共/g, "")
    .replace(/(?<=.{2})(?:总数|总量|数量|件数|量|数|件)+$/, "");

export const closingRow = ({ mentions, tables }: Reading): Finding[] =>
  tables.flatMap((table) => {
    const closing = table.rows.findLast(({ isTotal }) => isTotal);
    if (!closing || !table.heads || !/^(?:合计|总计|全[市县区省])/.test(closing.name.replace(/\s/g, ""))) return [];
    const said = mentions.filter(({ kind, period, isHedged }) => kind === "count" && period === "now" && !isHedged);
    const printed = (cell: Printed) => said.filter((one) => isSameValue(one.number, cell));
    const counts = closing.numbers.flatMap((cell, column) =>
      cell && cell.step === null && cell.approximate > 99 ? [{ cell, column }] : [],
    );
    const repeated = counts.filter(({ cell }) => printed(cell).length > 0);
    if (repeated.length < 2) return [];
    return counts
      .filter(({ cell }) => printed(cell).length === 0)
      .flatMap(({ cell, column }) => {
        const named = said.filter((one) => isCalled(one, headOf(table, column), cell));
        const [only] = named;
        return only && named.length === 1 ? [contradiction(only, closing, table, column)] : [];
      });
  });

const isCalled = (mention: Mention, head: string, cell: Printed): boolean =>
  // “截至10月8日，已办结795件”, “加上月结转件，共办结812件”: of another day, or with others
  !/截[至止]|加上|结转/.test(sentenceBefore(mention)) &&
  core(head).length > 1 &&
  core(mention.label) === core(head) &&
  Math.abs(mention.number.approximate - cell.approximate) * 5 < cell.approximate;

const contradiction = (mention: Mention, closing: Row, table: Table, column: number): Finding =>
  finding("twoValues", {
    confidence: 0.7,
    places: distinctPlaces([placeOf(mention), rowPlace(closing)]),
    values: [mention.number.text, closing.cells[column]!],
    arithmetic: `${mention.number.text} ≠ ${closing.cells[column]}`,
    message: `“${mention.label}”文中印作${mention.number.text}，表中“${closing.name}”的“${headOf(table, column)}”是${closing.cells[column]}；同一行的其他数与文中相同。`,
  });
