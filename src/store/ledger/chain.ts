/** 链: every event carries a digest of itself and of the one before it of the same subject. */
import { hash } from "node:crypto";
import type { Instant } from "../../domain/calendar/civil.ts";
import type { Id, LedgerEvent } from "../../domain/ledger/event.ts";
import type { Database } from "../database.ts";
import { canonical } from "./canonical.ts";

/** 算法表: every link names its own, so that 国密 SM3 becomes another line here and older links stay as they are. */
const algorithms: Record<string, (text: string) => string> = {
  "sha-256": (text) => hash("sha256", text, "hex"),
};

/** 现用的算法 */
export const HASH = "sha-256";

/**
 * 链值 in hex: the digest of the link before (empty for a first) followed by the content. Null for an algorithm that this
 * program doesn't know.
 */
export const linkOf = (algorithm: string, before: string, content: string): string | null =>
  Object.hasOwn(algorithms, algorithm) ? algorithms[algorithm]!(before + content) : null;

/** 事件的内容 as SQL over a row called `event`: the text that its link is made of. Milliseconds; a finer change would show. */
export const CONTENT = `jsonb_build_array(
  event.platform, event.subject, event.subject_id, event.version, event.kind,
  trim_scale(extract(epoch from event.at) * 1000), event.by, event.data,
  trim_scale(extract(epoch from event.recorded_at) * 1000)
)::text`;

/** The same in TypeScript, `data` being canonical already; subjects, ids and kinds are plain. The database keeps whole milliseconds. */
const contentOf = (
  { platform, recordedAt }: { platform: string; recordedAt: Instant },
  { subject, id, version, kind, at, by }: LedgerEvent,
  data: string,
): string =>
  `[${JSON.stringify(platform)}, "${subject}", "${id}", ${version}, "${kind}", ${Math.trunc(at)}, ${JSON.stringify(by)}, ${data}, ${Math.trunc(recordedAt)}]`;

const before = `select wanted.id, encode(found.link, 'hex') as link
  from unnest($2::text::uuid[], $3::text::integer[]) as wanted (id, version)
  cross join lateral (
    select link from event where platform = $1 and subject_id = wanted.id and version = wanted.version offset 0
  ) as found`;

/** Events that continue what is recorded already, the first of each subject. */
function continuing(events: readonly LedgerEvent[]): LedgerEvent[] {
  const seen = new Set<Id>();
  return events.filter(({ id, version }) => {
    const isFirst = !seen.has(id);
    seen.add(id);
    return isFirst && version > 1;
  });
}

/** The newest links, in hex, of the subjects that these events continue; without an entry: nothing is there to continue. */
async function linksBefore(db: Database, platform: string, events: readonly LedgerEvent[]): Promise<Map<Id, string>> {
  const begun = continuing(events);
  if (begun.length === 0) return new Map();
  const ids = `{${begun.map(({ id }) => id).join(",")}}`;
  const versions = `{${begun.map(({ version }) => version - 1).join(",")}}`;
  const rows = await db.prepared<{ id: Id; link: string }>(before, [platform, ids, versions]);
  return new Map(rows.map(({ id, link }) => [id, link]));
}

/** 链上的事件: its data as text, and its link in hex; null: there is nothing that it could follow. */
export interface Linked {
  data: string;
  link: string | null;
}

/** 逐个链接 events, in their order, each to the one before it of its subject. */
export async function linked(
  db: Database,
  platform: string,
  events: readonly LedgerEvent[],
  recordedAt: Instant,
): Promise<Linked[]> {
  const newest = await linksBefore(db, platform, events);
  return events.map((event) => {
    const data = canonical(event.data);
    const previous = event.version === 1 ? "" : newest.get(event.id);
    if (previous === undefined) return { data, link: null };
    const link = linkOf(HASH, previous, contentOf({ platform, recordedAt }, event, data))!;
    newest.set(event.id, link);
    return { data, link };
  });
}
