import type { Instant } from "../domain/calendar/civil.ts";

/** 时刻 on the wire. */
export const iso = (at: Instant): string => new Date(at).toISOString();

export const isoOrNull = (at: Instant | null): string | null => (at === null ? null : iso(at));

/** 收到的时刻; undefined stays what it is. */
export const instantOf = <T extends string | undefined>(text: T) =>
  (text === undefined ? undefined : Date.parse(text)) as T extends string ? Instant : Instant | undefined;
