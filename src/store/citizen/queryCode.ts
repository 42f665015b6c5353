/** 查询码: six digits that follow a request, made again from the key whenever they are needed, so that no table holds them. */
import { createHmac, timingSafeEqual } from "node:crypto";
import type { Id } from "../../domain/ledger/event.ts";
import type { Database } from "../database.ts";
import { type KeyRing, keyOf } from "../keys.ts";

const DIGITS = 6;

function codeUnder(ring: KeyRing, keyId: string, platform: string, request: Id): string {
  const told = JSON.stringify(["query code", platform, request]);
  const digest = createHmac("sha256", keyOf(ring, keyId, "index"))
    .update(told)
    .digest();
  return String(digest.readUIntBE(0, 6) % 10 ** DIGITS).padStart(DIGITS, "0");
}

/** 发查询码 for these requests, under the key that is current. */
export const addQueryCodes = (db: Database, platform: string, requests: readonly Id[]): Promise<unknown> =>
  requests.length === 0
    ? Promise.resolve()
    : db.query("insert into query_code (platform, request, key_id) select $1, unnest($2::uuid[]), $3", [
        platform,
        requests,
        db.keys.current,
      ]);

interface Kept {
  request: Id;
  keyId: string;
}

/** 查询码 of a request; null: it has none, or what it was made with is no longer at hand. */
export async function queryCodeOf(db: Database, platform: string, request: Id): Promise<string | null> {
  const [kept] = await db.query<Kept>(
    `select request, key_id as "keyId" from query_code where platform = $1 and request = $2`,
    [platform, request],
  );
  return kept && db.keys.keys.some(({ id }) => id === kept.keyId)
    ? codeUnder(db.keys, kept.keyId, platform, request)
    : null;
}

/** 编号是哪件诉求 of those that have a code; null: none. */
export async function followedByNumber(db: Database, platform: string, number: string): Promise<Id | null> {
  const [found] = await db.query<{ id: Id }>(
    `select r.id from service_request r join query_code q on q.platform = r.platform and q.request = r.id
     where r.platform = $1 and r.number = $2`,
    [platform, number],
  );
  return found?.id ?? null;
}

/** 对不对, in a time that tells nothing of how far it was right. */
export function isCode(right: string, given: string): boolean {
  const [one, other] = [Buffer.from(right), Buffer.from(given)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** 收回查询码: these requests are followed no more. */
export const dropQueryCodes = (db: Database, platform: string, requests: readonly Id[]): Promise<unknown> =>
  db.query("delete from query_code where platform = $1 and request = any ($2::uuid[])", [platform, requests]);
