/** 翻页位置: opaque to the caller, checked when it comes back. */
import { Refusal, refuse } from "../domain/refusal.ts";

export interface Place {
  at: number;
  id: string;
}

/** 数过的位置: with the total that the first page told, which isn't counted again for every page. */
export interface Counted extends Place {
  total: string;
}

export const cursorOf = ({ at, id, total }: Place & Partial<Counted>): string =>
  Buffer.from(total === undefined ? `${at} ${id}` : `${at} ${id} ${total}`).toString("base64url");

/** A position that no list gave out, or whose row is no longer there. */
export const cursorUnknown = refuse("invalid", "翻页位置不对。", "请从第一页重新查。");

function matched(cursor: string, form: RegExp): RegExpExecArray {
  const match = form.exec(Buffer.from(cursor, "base64url").toString());
  if (!match) throw new Refusal(cursorUnknown);
  return match;
}

/** Refuses what was not given out by `cursorOf`. */
export function placeOf(cursor: string | undefined): Place | null {
  if (cursor === undefined) return null;
  const match = matched(cursor, /^(\d{1,15}) ([0-9a-f-]{36})$/);
  return { at: Number(match[1]), id: match[2]! };
}

/** The same of a list whose total goes along. */
export function countedOf(cursor: string | undefined): Counted | null {
  if (cursor === undefined) return null;
  const match = matched(cursor, /^(\d{1,15}) ([0-9a-f-]{36}) (\d{1,4}|1 000\+)$/);
  return { at: Number(match[1]), id: match[2]!, total: match[3]! };
}
