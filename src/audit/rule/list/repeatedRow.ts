/** 表中重名: a table of units, one row for each, in which one stands twice with other numbers. */
import type { Finding } from "../../../domain/finding.ts";
import { grouped } from "../../../domain/grouped.ts";
import type { Reading } from "../../read/reading.ts";
import type { Row } from "../../read/table.ts";
import { distinctPlaces, finding, rowPlace } from "../../write.ts";

const unitHead = /^(?:责任|承办|处置|涉及)?(?:单位|部门|县区|区县|地区|州市|市州|乡镇|镇街|街道|名称)(?:名称)?$/;
/** of fewer rows the name may be of two things */
const LEAST_ROWS = 5;

export const repeatedRow = ({ tables }: Reading): Finding[] =>
  tables.flatMap(({ rows, heads }) => {
    const column = heads?.findIndex((head) => unitHead.test(head)) ?? -1;
    const own = rows.filter(({ cells, isTotal }) => !isTotal && !/^$|计/.test(cells[column] ?? ""));
    if (column < 0 || own.length < LEAST_ROWS || own.length < rows.length - 1) return [];
    const twice = [...grouped(own, ({ cells }) => cells[column]!)].filter(([, same]) => same.length > 1);
    const [only] = twice;
    return twice.length === 1 && only![1].length === 2 && isTold(only![1]) ? [contradiction(...only!)] : [];
  });

/** numbers in both, and not the same ones */
const isTold = ([a, b]: Row[]): boolean => {
  const [x, y] = [a!, b!].map(({ numbers }) => numbers.map((number) => number?.text ?? "").join("|"));
  return x !== y && [a!, b!].every(({ numbers }) => numbers.some((number) => number));
};

const contradiction = (name: string, [a, b]: Row[]): Finding =>
  finding("listLength", {
    confidence: 0.65,
    places: distinctPlaces([b!, a!].map(rowPlace)),
    values: [b!.text, a!.text],
    arithmetic: `“${name}”列了 2 行`,
    message: `表中“${name}”列了两行，数却不同：“${a!.text}”和“${b!.text}”。`,
  });
