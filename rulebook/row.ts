import type { CivilDate } from "../src/domain/calendar/civil.ts";
import type { RuleKind, RuleKinds, RuleRow } from "../src/domain/rule/rulebook.ts";

/** 一直有效的起点: rows whose beginning nobody states hold from this day. */
export const ALWAYS: CivilDate = "2000-01-01";

/** 有出处的一行: `source` is the document that says so. */
export const stated = <K extends RuleKind>(kind: K, key: string, value: RuleKinds[K], source: string): RuleRow<K> => ({
  kind,
  key,
  from: ALWAYS,
  until: null,
  value,
  source,
  assumption: false,
});

/** 假定的一行: `source` says what the choice leans on. */
export const assumed = <K extends RuleKind>(kind: K, key: string, value: RuleKinds[K], source: string): RuleRow<K> => ({
  ...stated(kind, key, value, source),
  assumption: true,
});

/** 限期有效: the same row from one day (to the day before another). */
export const since = <R extends RuleRow>(row: R, from: CivilDate, until: CivilDate | null = null): R => ({
  ...row,
  from,
  until,
});
