import type { Instant } from "../../../domain/calendar/civil.ts";
import type { Column, Fault, Values } from "../../../domain/import/column.ts";
import type { Names } from "../../../domain/import/names.ts";
import type { EventData, EventKind, Id, RecordBatch, Subject } from "../../../domain/ledger/event.ts";
import type { Database } from "../../../store/database.ts";
import type { States } from "../../../store/import/lookup.ts";
import type { Imported, ImportedRow } from "../../../store/import/source.ts";

/** 一行新的或改过的内容 */
export interface FreshRow {
  number: string;
  /** digest of where the row comes from: what its ids are made of */
  key: Buffer;
  values: Values;
  /** what this number became when it was imported earlier */
  before: Imported | null;
}

/** 一批的所在: the open transaction, and what belongs to the whole import. */
export interface Work {
  db: Database;
  platform: string;
  source: string;
  names: Names;
  now: Instant;
  /** the states of these ids, locked until the transaction ends */
  statesOf<S extends Subject>(subject: S, ids: readonly Id[]): Promise<Map<Id, States[S]>>;
  /** the same id for the same thing whenever it is imported */
  idOf(what: string, number: string, at: Instant): Id;
  /** the same for what nearly every row has, without hashing again: the record itself, its person, its words */
  partOf(row: FreshRow, part: "record" | "contact" | "text", version: number, at: Instant): Id;
  /** whether an earlier row of this file, of a batch that is through, had that number; only a dry run needs to ask */
  wentThrough(number: string): boolean;
}

/** 一批的结果 */
export interface Taken extends RecordBatch {
  ids: Map<FreshRow, Id>;
  faults: Map<FreshRow, Fault[]>;
  /** rows of our own export: their number is the id of a record that is there */
  own: Set<FreshRow>;
  /** records that rows brought along beside their own, by kind of source */
  beside: { kind: string; rows: ImportedRow[] };
  /** things worth a word in the summary, with how many rows they concern */
  notes: Map<string, number>;
}

/** 一种文件 */
export interface Kind {
  name: "calls" | "requests" | "orders" | "followups" | "county";
  noun: string;
  columns: Column[];
  /** what tells its rows apart; null where the row has nothing of the kind */
  numberOf(values: Values): string | null;
  /** faults that a row has by itself */
  faults(values: Values): Fault[];
  take(rows: FreshRow[], work: Work): Promise<Taken>;
}

export const nothingTaken = (): Taken => ({
  events: [],
  contacts: [],
  texts: [],
  ids: new Map(),
  faults: new Map(),
  own: new Set(),
  beside: { kind: "", rows: [] },
  notes: new Map(),
});

/** 记一个事件 by the import */
export function happened<K extends EventKind>(
  taken: Taken,
  of: { subject: Subject; id: Id; version: number; at: Instant },
  kind: K,
  data: EventData[K],
): void {
  taken.events.push({ ...of, kind, by: "import", data });
}

export const noted = (taken: Taken, note: string): void => {
  taken.notes.set(note, (taken.notes.get(note) ?? 0) + 1);
};

/** 是否我们自己的编号 */
export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** 现有的记录 of these rows: what they became when they were imported earlier, or what they were exported from. */
export async function knownTo<S extends "call" | "mysteryCall">(
  subject: S,
  rows: FreshRow[],
  work: Work,
  taken: Taken,
): Promise<(row: FreshRow) => States[S] | null> {
  const idOf = ({ before, values }: FreshRow) => before?.id ?? String(values.number);
  const states = await work.statesOf(subject, rows.map(idOf).filter(isId));
  for (const row of rows) if (!row.before && states.has(idOf(row))) taken.own.add(row);
  return (row) => states.get(idOf(row)) ?? null;
}

export const numberOf = (values: Values): string | null => (values.number as string | null | undefined) ?? null;

/** 出错 of one column, named as the file's readers know it */
export function faultOf(taken: Taken, row: FreshRow, columns: Column[], key: string, reason: string): void {
  const column = columns.find((one) => one.key === key)?.name ?? key;
  taken.faults.set(row, [...(taken.faults.get(row) ?? []), { column, reason }]);
}
