/** 点名的合计: “甲、乙、丙三地合计562578件”, and no column of a table gives that for those rows. */
import type { Finding } from "../../../domain/finding.ts";
import { isSlip, meets, middle, type Printed, printed, show, sum } from "../../number.ts";
import { type Column, cellOf, columnsOf, rowOf } from "../../read/columns.ts";
import type { Mention } from "../../read/mention.ts";
import { everyName, type Names, namesOf } from "../../read/names.ts";
import type { Reading } from "../../read/reading.ts";
import type { Row } from "../../read/table.ts";
import { distinctPlaces, finding, nameOf, placeOf, rowPlace } from "../../write.ts";

const summed =
  /^(?:，?[（(]?(?:这|以上|上述)?[两二三四五六七八九十\d]+(?:个|家|者|地|市|县|区|镇|街道|单位|部门|类|项)*[^，。；、\d]{0,6}|，)?(?:合计|共计|总计|相加|加起来|加总|之和|共)(?:派单|受理|承办|诉求|工单)?[量数]?(?:占比?)?(?:为|有|达)?$/;

/** names one after the other that end right before the words of a sum */
export const namedSum = ({ mentions, tables }: Reading): Finding[] => {
  const [names, columns] = [namesOf(tables), columnsOf(tables)];
  if (names.length === 0) return [];
  return mentions.flatMap((whole) => {
    if (whole.unit === "%") return shareOf(whole, names, columns);
    const isCounted = whole.kind === "count" || /^[人名户]$/.test(whole.unit);
    if (!isCounted || whole.period !== "now" || whole.isHedged) return [];
    const found = namesBefore(whole, names);
    if (found.length < 2) return [];
    const rows = columns.flatMap((column) => {
      const own = found.map((name) => rowOf(column, name));
      const isCounts = own.every(
        (row) => row && cellOf(column, row).step === null && !/[%点]$/.test(cellOf(column, row).text),
      );
      return isCounts ? [{ column, rows: own as Row[] }] : [];
    });
    const sums = rows.map((one) => ({ ...one, added: sum(one.rows.map((row) => cellOf(one.column, row).range)) }));
    // “两区共办结”, beside a table of what came in
    const isOfSome = /(?:办结|投诉|举报|咨询|网络|回访|转办)[^、，]*$/.test(whole.before);
    if (isOfSome && !columns.some(({ head }) => head !== "" && whole.before.includes(head.replace(/[量数件]+$/, ""))))
      return [];
    if (sums.length === 0 || sums.some(({ added }) => meets(added, whole.number.range))) return [];
    const near = sums.find(({ added }) => isNear(middle(added), whole.number));
    return near ? [contradiction(whole, near.column, near.rows, show(middle(near.added), 0))] : [];
  });
};

/** “甲与乙合计占比超过九成”: their shares of the table together */
function shareOf(whole: Mention, names: Names, columns: Column[]): Finding[] {
  const found = namesBefore(whole, names);
  if (found.length < 2) return [];
  const fitting = columns.flatMap((column) => {
    const rows = found.map((name) => rowOf(column, name));
    const isShares =
      /占|比重|比例/.test(column.head) && rows.every((row) => row && /%$/.test(cellOf(column, row).text));
    return isShares ? [{ column, rows: rows as Row[] }] : [];
  });
  const [only] = fitting;
  if (!only || fitting.length > 1) return [];
  const added = sum(only.rows.map((row) => cellOf(only.column, row).range));
  return meets(added, whole.number.range)
    ? []
    : [contradiction(whole, only.column, only.rows, `${show(middle(added), 2)}%`)];
}

function namesBefore({ passage, sentence, at }: Mention, names: Names): string[] {
  const found: { name: string; end: number; at: number }[] = [];
  for (const next of everyName(passage.text, sentence.from, at, names)) {
    if (found.length > 0 && !/^”?(?:、|和|及|与|以及)“?$/.test(passage.text.slice(found.at(-1)!.end, next.at)))
      found.length = 0;
    found.push(next);
  }
  const last = found.at(-1);
  return last && summed.test(passage.text.slice(last.end, at).replace(/^”|）(?=[为是]|$)/g, ""))
    ? [...new Set(found.map(({ name }) => name))]
    : [];
}

/** a slip of the pen, or less than a tenth off */
function isNear(right: Printed["value"], said: Printed): boolean {
  if (right.n < 0n) return false;
  const text = show(right, 0);
  const value = printed(text, 0, "", text);
  return isSlip(value, said) || Math.abs(value.approximate - said.approximate) * 10 < said.approximate;
}

const contradiction = (whole: Mention, column: Column, rows: Row[], shown: string): Finding =>
  finding("partsAndWhole", {
    confidence: 0.7,
    places: distinctPlaces([placeOf(whole), ...rows.map(rowPlace)]),
    values: [whole.number.text, ...rows.map((row) => cellOf(column, row).text)],
    arithmetic: `${rows.map((row) => cellOf(column, row).text).join(" + ")} = ${shown} ≠ ${whole.number.text}`,
    message: `“${nameOf(whole)}”印作${whole.number.text}，表中${rows.map(({ name }) => name).join("、")}的“${column.head}”相加为${shown}。`,
  });
