/**
 * 表头自明的率: “结案率” beside “结案数” and “应结案数” says itself how it is worked out, in however few rows; and “按期结案率”
 * of a list of key figures is of the rows that its name calls. A rate that none of its counts gives is told where another of
 * the same names is kept.
 */
import type { Finding } from "../../../domain/finding.ts";
import { type Agreement, agreement, middle, type Printed, percentOf, show, toNumber } from "../../number.ts";
import { isNotedColumn, isNotedRow } from "../../read/notes.ts";
import type { Reading } from "../../read/reading.ts";
import type { Row, Table } from "../../read/table.ts";
import { cellPlace, distinctPlaces, finding } from "../../write.ts";

export const headedRates = (reading: Reading): Finding[] =>
  reading.tables.flatMap((table) => {
    // the mean of rates is no rate of means
    const rows = table.rows.filter(({ name }) => !/[平月季周]均|均值/.test(name) && !isNotedRow(reading, name));
    return ratesOf({ ...table, rows }, (head) => isNotedColumn(reading, plain(head)));
  });

const plain = (head: string): string => head.replace(/（.*?）|[%\s]/g, "");
const countName = (head: string): string => plain(head).replace(/(?:件|案件|工单)?[数量件]$/, "");
const rateName = (head: string): string | null => /^(.{2,8})率$/.exec(plain(head))?.[1] ?? null;
/** what rates are of */
const whole = /^应|受理|派遣|派单|派发|转办|交办|立案|接收|承办|总|\d月|本[月期周]/;

function ratesOf(table: Table, isOwnRule: (head: string) => boolean): Finding[] {
  const { heads } = table;
  if (!heads || new Set(heads).size < heads.length) return [];
  return heads.flatMap((head, target) => {
    const name = isOwnRule(head) ? null : rateName(head);
    const part = name === null ? -1 : heads.findIndex((other) => countName(other) === name && rateName(other) === null);
    if (name === null || part < 0) return [];
    const bases = heads.flatMap((other, at) =>
      at !== part && at !== target && whole.test(countName(other)) && rateName(other) === null ? [at] : [],
    );
    const tried = bases.map((base) => tryOn(table, { target, part, base }));
    const best = tried.reduce<Tried | null>(
      (top, next) => (top && top.kept.length >= next.kept.length ? top : next),
      null,
    );
    const isCalled = best !== null && plain(heads[best.columns.base]!).startsWith(`应${name.replace(/^按[期时]/, "")}`);
    // a row of decimals tells by itself what it is of, “100%” doesn't
    const isShown = best?.kept.some(({ cells }) => /\.\d/.test(cells[target]!)) ?? false;
    if (
      !best ||
      best.kept.length < (isCalled || isShown ? 1 : 2) ||
      best.off.length > Math.max(1, best.kept.length / 3)
    )
      return [];
    return best.off
      .filter((row) => !heads.some((_, other) => other !== part && isOf(row, { target, part, base: other })))
      .flatMap((row) => contradiction(table, row, best.columns));
  });
}

interface Columns {
  target: number;
  part: number;
  base: number;
}

interface Tried {
  columns: Columns;
  kept: Row[];
  off: Row[];
}

function tryOn({ rows }: Table, columns: Columns): Tried {
  const found = rows.flatMap((row) => {
    const how = agreementIn(row, columns);
    return how ? [{ row, how }] : [];
  });
  return {
    columns,
    kept: found.filter(({ how }) => how !== "off").map(({ row }) => row),
    off: found.filter(({ how }) => how === "off").map(({ row }) => row),
  };
}

const isOf = (row: Row, columns: Columns): boolean => {
  const found = agreementIn(row, columns);
  return found !== null && found !== "off";
};

function agreementIn({ numbers, cells }: Row, { target, part, base }: Columns): Agreement | null {
  const [rate, above, below] = [numbers[target], numbers[part], numbers[base]];
  const isRead = (one: Printed | null | undefined): one is Printed => one !== null && one !== undefined;
  if (!isRead(rate) || !isRead(above) || !isRead(below)) return null;
  if (!/[%.]/.test(cells[target]!) || [part, base].some((at) => /[%.]/.test(cells[at]!)) || toNumber(below.value) <= 0)
    return null;
  return agreement(rate, percentOf(above.range, below.range));
}

function contradiction(table: Table, row: Row, { target, part, base }: Columns): Finding[] {
  const [rate, above, below] = [row.numbers[target]!, row.numbers[part]!, row.numbers[base]!];
  const right = `${show(middle(percentOf(above.range, below.range)), 2)}%`;
  const [said, of, by] = [target, part, base].map((at) => plain(table.heads![at]!));
  return [
    finding("tableRow", {
      confidence: 0.8,
      places: distinctPlaces([target, part, base].map((at) => cellPlace(row, at))),
      values: [rate.text, right],
      arithmetic: `${above.text} ÷ ${below.text} = ${right} ≠ ${rate.text}`,
      message: `表中“${row.name}”一行的“${said}”印作${rate.text}，按表头（${of}÷${by}）应为${right}。`,
    }),
  ];
}
