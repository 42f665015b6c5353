/** 已封印的账本: a platform with random histories: some sealed, the last of them not yet. */
import fc from "fast-check";
import type { LedgerEvent } from "../../src/domain/ledger/event.ts";
import type { Database } from "../../src/store/database.ts";
import { sealEvents } from "../../src/store/ledger/sealing.ts";
import { createPlatform } from "../../src/store/platform.ts";
import { record } from "../../src/store/record.ts";
import { migratedAt } from "./databases.ts";
import { histories } from "./histories.ts";
import { ledger } from "./ledger.ts";

const DAY = 86_400_000;
const from = Date.parse("2022-11-01T00:00:00+08:00");

/** Events in several batches, as several people would have written them. */
async function putInParts(db: Database, platform: string, events: readonly LedgerEvent[], parts: number) {
  const size = Math.ceil(events.length / parts);
  for (let at = 0; at < events.length; at += size)
    await record(db, platform, { events: events.slice(at, at + size), contacts: [], texts: [] }, from + 40 * DAY + at);
}

/**
 * Everything that is committed, sealed; answers how many that were. Nothing is sealed while an older transaction is open, and
 * other test files have theirs on the same server.
 */
export async function sealAll(db: Database, platform: string, now: number, limit?: number): Promise<number> {
  const left = `select count(*) as left from event
    where platform = $1 and position not in (select position from seal where platform = $1)`;
  for (let sealed = 0; ; ) {
    sealed += await sealEvents(db, platform, now, limit);
    if ((await db.query<{ left: number }>(left, [platform]))[0]!.left === 0) return sealed;
  }
}

/** Answers how many events are sealed, and how many are not. */
export async function sealedLedger(db: Database, platform: string, seed: number) {
  const named = { platform, name: platform, level: "city", zone: "Asia/Shanghai", origin: "live", books: [] } as const;
  await createPlatform(db, { ...named, books: [] }, migratedAt);
  const told = fc.sample(histories({ from, until: from + 30 * DAY }), { numRuns: 20, seed });
  const longest = told.reduce((one, other) => (other.events.length > one.events.length ? other : one));
  await putInParts(db, platform, longest.events, 4);
  const sealed = await sealAll(db, platform, from + 41 * DAY);
  const later = ledger(1_000_000);
  for (let no = 0; no < 5; no += 1) later.order(from + no, later.request(from + no), "u1");
  await putInParts(db, platform, later.events, 2);
  return { sealed, unsealed: later.events.length };
}
