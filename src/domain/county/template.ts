/** 上报模板: the table that a county fills in: a line for the whole month, then one a day; how it is written and read. */

import { type CivilDate, dateWords } from "../calendar/civil.ts";
import { periodName } from "../calendar/period.ts";
import type { CellContent, CellKind } from "../import/cell/cell.ts";
import { date } from "../import/cell/instant.ts";
import type { Column, Fault, Values } from "../import/column.ts";
import { countyColumns } from "../import/columns/county.ts";
import { readHeader } from "../import/header.ts";
import { NO_MAPPING } from "../import/mapping.ts";
import type { Names } from "../import/names.ts";
import { ragged, readRow } from "../import/row.ts";
import { countyMonthFrom, halfRatios } from "../import/state/county.ts";
import type { MonthKey } from "../measure/counts.ts";
import { isRefused, type Refused, refuse } from "../refusal.ts";
import type { CountyDay } from "./county.ts";
import { type Delivered, figuresOf } from "./items.ts";

/** 模板的一行 as a file has it */
export interface TemplateRow {
  line: number;
  cells: readonly (CellContent | null)[];
  /** why it can't be read */
  fault: string | null;
}

/** 哪一行哪一列错在哪里 */
export interface TemplateFault extends Fault {
  line: number;
}

/** 所报的 with its days */
export interface Report extends Delivered {
  days: CountyDay[];
}

const WHOLE = "全月";

const dayOrWhole: CellKind = {
  read: (content, names) =>
    typeof content === "string" && content.trim() === WHOLE ? WHOLE : date.read(content, names),
  print: (value: string) => value,
};

const kept = (keys: readonly string[]): Column[] => keys.map((key) => countyColumns.find((one) => one.key === key)!);
const required = (columns: Column[]): Column[] => columns.map((one) => ({ ...one, required: true }));

/** what a day has too */
const DAILY = ["offered", "answered", "firstContactNumerator", "firstContactDenominator"];
const MONTHLY = [
  ...["onTimeNumerator", "onTimeDenominator", "followUpRateNumerator", "followUpRateDenominator"],
  ...["satisfactionNumerator", "satisfactionDenominator"],
];

export const templateColumns: Column[] = [
  ...required(kept(["county", "month"])),
  { key: "date", name: "日期", cell: dayOrWhole, required: true },
  ...kept([...DAILY, ...MONTHLY]),
];

const nameOf = (key: string): string => templateColumns.find((one) => one.key === key)!.name;

/** 空模板: header, the whole month, then each of its days. */
export const emptyTemplate = (county: string, month: MonthKey, days: readonly CivilDate[]): (string | null)[][] => [
  templateColumns.map(({ name }) => name),
  ...[WHOLE, ...days].map((day) => [county, month, day, ...[...DAILY, ...MONTHLY].map(() => null)]),
];

const again = "请下载模板填写，不要改表头。";

interface Asked {
  county: string;
  month: MonthKey;
  names: Names;
}

const given = (values: Values, keys: readonly string[]) => keys.filter((key) => values[key] !== null);

/** 一行的错误 beside those of its cells: whose it is, which month's, and what no day has */
function misplaced(values: Values, { county, month }: Asked): Fault[] {
  const faults: Fault[] = [];
  const say = (key: string, reason: string) => void faults.push({ column: nameOf(key), reason });
  if (values.county !== null && values.county !== county) say("county", `应为“${county}”`);
  if (values.month !== null && values.month !== month) say("month", `应为${periodName(month)}`);
  const day = values.date;
  if (typeof day === "string" && day !== WHOLE) {
    if (!day.startsWith(`${month}-`)) say("date", `${dateWords(day)}不在${periodName(month)}`);
    for (const key of given(values, MONTHLY)) say(key, "只报全月的，不逐日报");
  }
  return faults;
}

interface Read {
  line: number;
  values: Values;
}

/** 两行报同一天 */
function repeated(rows: readonly Read[]): TemplateFault[] {
  const first = new Map<unknown, number>();
  return rows.flatMap(({ line, values }) => {
    const before = first.get(values.date);
    if (before === undefined) first.set(values.date, line);
    return before === undefined || values.date === null
      ? []
      : [{ line, column: nameOf("date"), reason: `与第 ${before} 行重复` }];
  });
}

const dayOf = (values: Values): CountyDay => ({
  date: values.date as CivilDate,
  offered: values.offered as number | null,
  answered: values.answered as number | null,
  accepted: values.firstContactDenominator as number | null,
  firstContact: values.firstContactNumerator as number | null,
});

function reportOf(rows: readonly Read[]): Report | Refused {
  const month = rows.find(({ values }) => values.date === WHOLE);
  if (!month) return refuse("invalid", `没有“${WHOLE}”那一行。`, again);
  const { offered, answered, firstContact, onTime, followUp, satisfaction } = countyMonthFrom(
    month.values,
    { id: "", version: 0 },
    0,
  );
  const figures = { offered, answered, firstContact, onTime, followUp, satisfaction };
  if (figuresOf(figures).every((one) => one === null))
    return refuse("invalid", `“${WHOLE}”那一行一项也没有填。`, "请至少填一项。");
  const days = rows.filter(({ values }) => values.date !== WHOLE && given(values, DAILY).length > 0);
  return { ...figures, days: days.map(({ values }) => dayOf(values)) };
}

/** a column that isn't in the file is as empty as one that nobody filled in */
const nothing: Values = Object.fromEntries(templateColumns.map(({ key }) => [key, null]));

function rowOf({ line, cells, fault }: TemplateRow, layout: Parameters<typeof readRow>[1], asked: Asked) {
  if (fault) return { line, values: nothing, faults: [{ line, column: "", reason: fault }] };
  const { values: read, faults } = readRow([...cells], layout, asked.names);
  const values = { ...nothing, ...read };
  const halves = values.date === WHOLE && faults.length === 0 ? halfRatios(values) : [];
  const all = [...ragged([...cells], layout, true), ...faults, ...misplaced(values, asked), ...halves];
  return { line, values, faults: all.map((one) => ({ line, ...one })) };
}

/** 读模板: what it reports, or every bad cell of it, or why it isn't the template. */
export function readTemplate(
  rows: readonly TemplateRow[],
  asked: Asked,
): Report | { faults: TemplateFault[] } | Refused {
  const [header, ...lines] = rows;
  if (!header) return refuse("invalid", "表是空的。", again);
  const words = header.cells.map((cell) => (cell === null ? "" : String(cell).trim()));
  const layout = readHeader(words, templateColumns, NO_MAPPING);
  if (isRefused(layout)) return { ...layout, refused: "invalid", next: again };
  const unknown = layout.unknown[0];
  if (unknown !== undefined) return refuse("invalid", `不认识的列“${unknown.slice(0, 40)}”。`, again);
  const read = lines.map((row) => rowOf(row, layout, asked));
  const faults = [...read.flatMap((one) => one.faults), ...repeated(read)];
  return faults.length > 0 ? { faults } : reportOf(read);
}
