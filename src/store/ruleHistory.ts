/** 规则的来历: every row that was ever said of one thing, as they were written; which of them holds, their origin decides first. */
import type { CivilDate, Instant } from "../domain/calendar/civil.ts";
import type { RuleOrigin } from "../domain/rule/rulebook.ts";
import type { Database } from "./database.ts";

export interface SaidRule {
  ordinal: number;
  book: string;
  from: CivilDate;
  until: CivilDate | null;
  value: unknown;
  source: string;
  assumption: boolean;
  origin: RuleOrigin;
  recordedAt: Instant;
}

/** 一项规则说过的各行, the latest first, going on below an ordinal. */
export const ruleHistory = (
  db: Database,
  books: readonly string[],
  { kind, key }: { kind: string; key: string },
  before: number | null,
  limit: number,
): Promise<SaidRule[]> => {
  let asked = db.kysely
    .selectFrom("rule_row")
    .select([
      ...(["ordinal", "book", "value", "source", "assumption", "origin"] as const),
      ...(["valid_from as from", "valid_until as until", "recorded_at as recordedAt"] as const),
    ])
    .where("book", "in", books)
    .where("kind", "=", kind)
    .where("key", "=", key);
  if (before !== null) asked = asked.where("ordinal", "<", before);
  return asked.orderBy("ordinal", "desc").limit(limit).execute();
};

/** 一个一个地改: of two who change a platform's rules at once, the second begins again and sees what the first said. */
export const holdRules = (tx: Database, platform: string): Promise<unknown> =>
  tx.query("update platform set name = name where platform = $1", [platform]);
