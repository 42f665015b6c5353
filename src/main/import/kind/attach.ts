/** 附着: what hangs on a record: the person, the words, the leader answering day. */

import { startOfDay } from "../../../domain/calendar/zone.ts";
import type { Values } from "../../../domain/import/column.ts";
import type { Id } from "../../../domain/ledger/event.ts";
import { leaderDaysOn } from "../../../store/import/lookup.ts";
import { type FreshRow, happened, type Taken, type Work } from "./kind.ts";

const PERSONAL = ["name", "phone", "address", "identityNumber"] as const;

const textOf = (values: Values, key: string) => (values[key] as string | null | undefined) || null;

/**
 * 个人信息: a new contact of its own for every version of the record; undefined where the file has no such column. Its id
 * is made from the record's number, never from what it holds: an id must not give a person away.
 */
export function contactOf(row: FreshRow, work: Work, taken: Taken, version: number, at: number): Id | null | undefined {
  if (PERSONAL.every((key) => row.values[key] === undefined)) return undefined;
  const [name, phone, address, identityNumber] = PERSONAL.map((key) => textOf(row.values, key)) as (string | null)[];
  if (!name && !phone && !address && !identityNumber) return null;
  const id = work.partOf(row, "contact", version, at);
  taken.contacts.push({ id, name: name!, phone: phone!, address: address!, identityNumber: identityNumber! });
  return id;
}

/** 文字: kept apart from the record, under the id that is made for it; undefined where there is no such column. */
export function textIn(text: string | null | undefined, taken: Taken, idFor: () => Id): Id | null | undefined {
  if (text === undefined) return undefined;
  if (text === null || text === "") return null;
  const id = idFor();
  taken.texts.push({ id, text });
  return id;
}

/** 领导接听日: finds or makes the day that a row names; undefined where the file has no such columns. */
export async function leaderDays(rows: FreshRow[], work: Work, taken: Taken) {
  const dates = [...new Set(rows.flatMap(({ values }) => (values.leaderDay as string | null | undefined) ?? []))];
  const known = new Map(
    (await leaderDaysOn(work.db, work.platform, dates)).map(({ id, date, unit }) => [`${date} ${unit}`, id]),
  );
  return ({ values }: FreshRow): Id | null | undefined => {
    if (values.leaderDay === undefined) return undefined;
    const [date, unit] = [values.leaderDay as string | null, (values.leaderDayUnit as string | null) ?? null];
    if (date === null || unit === null) return null;
    const key = `${date} ${unit}`;
    const found = known.get(key);
    if (found) return found;
    const at = startOfDay(date, work.names.zone);
    const id = work.idOf("leaderDay", key, at);
    happened(taken, { subject: "leaderDay", id, version: 1, at }, "leaderDayHeld", { date, unit });
    known.set(key, id);
    return id;
  };
}

/** 接听日缺单位 */
export const leaderDayFaults = ({ leaderDay, leaderDayUnit }: Values) =>
  (leaderDay ?? null) === null || (leaderDayUnit ?? null) !== null
    ? []
    : [{ column: "接听日单位", reason: "填了领导接听日就不能为空" }];
