/** 封印: all events of a platform in one chain, in the order in which they were committed, made after them. */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { Head } from "../../domain/ledger/finding.ts";
import { Refusal, refuse } from "../../domain/refusal.ts";
import { append } from "../append.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";
import { canonical } from "./canonical.ts";
import { HASH, linkOf } from "./chain.ts";

/** 封印的内容: what a seal's link is made of, after the link before. */
export const sealContent = (platform: string, no: number, position: number, link: string, sealedAt: Instant): string =>
  canonical([platform, no, position, link, sealedAt]);

/** 链头 as it stands; number 0: nothing is sealed yet. */
export async function headOf(db: Database, platform: string): Promise<Head> {
  const [last] = await db.query<Head>(
    "select no, encode(link, 'hex') as link from seal where platform = $1 order by no desc limit 1",
    [platform],
  );
  return last ?? { no: 0, link: "" };
}

/** 封到哪里: the position of the event that was sealed last; 0: none was. */
export const sealedPosition = async (db: Database, platform: string): Promise<number> =>
  (
    await db.query<{ position: number }>("select position from seal where platform = $1 order by no desc limit 1", [
      platform,
    ])
  )[0]?.position ?? 0;

/** Where the sealed part ends; only of a platform's sole sealer. Writers hold the same row by a lock that this one lets be. */
const ALONE = "select from platform where platform = $1 for no key update skip locked";

/** The event of the last seal: what comes after it in (xact, position) is unsealed. */
const MARK = `select event.xact::text as xact, event.position
  from (select position from seal where platform = $1 order by no desc limit 1) last
  join event on event.platform = $1 and event.position = last.position`;

/** No transaction that is still open can commit an event before these: all older ones have ended. */
const NEXT = `select position, encode(link, 'hex') as link from event
  where platform = $1 and (xact, position) > ($2::text::xid8, $3::bigint)
    and xact < pg_snapshot_xmin(pg_current_snapshot())
  order by xact, position limit $4`;

/** Transactions of another server, by its numbers: those of a database that was copied as a dump. */
const FOREIGN = `select from (
    select xact from event where platform = $1 order by xact desc, position desc limit 1
  ) newest where xact >= pg_snapshot_xmax(pg_current_snapshot())`;

/** They ended there, whatever their numbers: the two lowest, which no transaction bears, tell the sealed from the rest. */
const ADOPT = `update event set xact = case when seal.no is null then '2' else '1' end::xid8
  from event each left join seal on seal.platform = each.platform and seal.position = each.position
  where each.platform = $1 and event.platform = $1 and event.position = each.position`;

interface Unsealed {
  position: number;
  link: string;
}

async function nextEvents(db: Database, platform: string, head: Head, limit: number): Promise<Unsealed[]> {
  const [mark] = await db.query<{ xact: string; position: number }>(MARK, [platform]);
  if (!mark && head.no > 0)
    throw new Refusal(refuse("ledgerBroken", "最后一个封印所封的事件不见了。", "请运行 rexian verify 查明。"));
  return db.query<Unsealed>(NEXT, [platform, mark?.xact ?? "0", mark?.position ?? 0, limit]);
}

function sealsAfter(head: Head, platform: string, events: readonly Unsealed[], now: Instant) {
  let { no, link } = head;
  return events.map(({ position, link: eventLink }) => {
    no += 1;
    link = linkOf(HASH, link, sealContent(platform, no, position, eventLink, now))!;
    return [platform, no, position, Buffer.from(link, "hex"), HASH, timestamp(now)];
  });
}

/**
 * 封印事件: seals at most `limit` events of a platform, the earliest committed first; answers how many. 0 also where another
 * sealer is at work. Events of transactions that began before one still open wait for it.
 */
export const sealEvents = (db: Database, platform: string, now: Instant, limit = 2000): Promise<number> =>
  db.transaction(async (tx) => {
    if ((await tx.query(ALONE, [platform])).length === 0) return 0;
    if ((await tx.query(FOREIGN, [platform])).length > 0) {
      await tx.query(ADOPT, [platform]);
      // what stood before the mark there may stand after it here
      await tx.query("delete from words_entered where platform = $1", [platform]);
    }
    const head = await headOf(tx, platform);
    const events = await nextEvents(tx, platform, head, limit);
    const columns = ["platform", "no", "position", "link", "hash", "sealed_at"];
    await append(tx, "seal", columns, sealsAfter(head, platform, events, Math.trunc(now)));
    return events.length;
  });
