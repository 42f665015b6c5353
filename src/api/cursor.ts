/** 翻页位置: opaque to the caller, checked when it comes back. */
import { Refusal, refuse } from "../domain/refusal.ts";

export interface Place {
  at: number;
  id: string;
}

export const cursorOf = ({ at, id }: Place): string => Buffer.from(`${at} ${id}`).toString("base64url");

/** Refuses what was not given out by `cursorOf`. */
export function placeOf(cursor: string | undefined): Place | null {
  if (cursor === undefined) return null;
  const match = /^(\d{1,15}) ([0-9a-f-]{36})$/.exec(Buffer.from(cursor, "base64url").toString());
  if (!match) throw new Refusal(refuse("invalid", "翻页位置不对。", "请从第一页重新查。"));
  return { at: Number(match[1]), id: match[2]! };
}
