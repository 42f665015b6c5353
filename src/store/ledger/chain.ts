/** 链: every event carries a digest of itself and of the one before it of the same subject. */
import { hash } from "node:crypto";
import type { Instant } from "../../domain/calendar/civil.ts";
import type { Id, LedgerEvent } from "../../domain/ledger/event.ts";
import type { Database } from "../database.ts";
import { canonical } from "./canonical.ts";

/** 算法表: every link names its own, so that 国密 SM3 becomes another line here and older links stay as they are. */
const algorithms: Record<string, (text: string) => Buffer> = {
  "sha-256": (text) => hash("sha256", text, "buffer"),
};

/** 现用的算法 */
export const HASH = "sha-256";

/**
 * 链值: the digest of the link before (in hex; empty for a first) followed by the content. Null for an algorithm that this
 * program doesn't know.
 */
export const linkOf = (algorithm: string, before: string, content: string): Buffer | null =>
  Object.hasOwn(algorithms, algorithm) ? algorithms[algorithm]!(before + content) : null;

/** 事件的内容 as SQL over a row called `event`: the text that its link is made of. Milliseconds; a finer change would show. */
export const CONTENT = `jsonb_build_array(
  event.platform, event.subject, event.subject_id, event.version, event.kind,
  trim_scale(extract(epoch from event.at) * 1000), event.by, event.data,
  trim_scale(extract(epoch from event.recorded_at) * 1000)
)::text`;

/** The same in TypeScript; the database keeps whole milliseconds. */
const contentOf = (platform: string, { subject, id, version, kind, at, by, data }: LedgerEvent, recordedAt: Instant) =>
  canonical([platform, subject, id, version, kind, Math.trunc(at), by, data, Math.trunc(recordedAt)]);

const before = `select wanted.id, encode(found.link, 'hex') as link
  from unnest($2::text::uuid[], $3::text::integer[]) as wanted (id, version)
  cross join lateral (
    select link from event where platform = $1 and subject_id = wanted.id and version = wanted.version offset 0
  ) as found`;

/** The newest links, in hex, of the subjects that these events continue; without an entry: nothing is there to continue. */
async function linksBefore(db: Database, platform: string, events: readonly LedgerEvent[]): Promise<Map<Id, string>> {
  const first = new Map<Id, number>();
  for (const { id, version } of events) if (!first.has(id)) first.set(id, version);
  const links = new Map([...first.keys()].map((id) => [id, ""]));
  const begun = [...first].filter(([, version]) => version > 1);
  if (begun.length === 0) return links;
  for (const [id] of begun) links.delete(id);
  const list = (values: unknown[]) => `{${values.join(",")}}`;
  const [ids, versions] = [begun.map(([id]) => id), begun.map(([, version]) => version - 1)];
  const rows = await db.query<{ id: Id; link: string }>(before, [platform, list(ids), list(versions)]);
  for (const { id, link } of rows) links.set(id, link);
  return links;
}

/** 逐个链接: the link of each event, in their order; null where there is nothing that its first event of the batch could follow. */
export async function linked(
  db: Database,
  platform: string,
  events: readonly LedgerEvent[],
  recordedAt: Instant,
): Promise<(Buffer | null)[]> {
  const newest = await linksBefore(db, platform, events);
  return events.map((event) => {
    const previous = newest.get(event.id);
    if (previous === undefined) return null;
    const link = linkOf(HASH, previous, contentOf(platform, event, recordedAt))!;
    newest.set(event.id, link.toString("hex"));
    return link;
  });
}
