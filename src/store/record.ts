import type { Instant } from "../domain/calendar/civil.ts";
import type { Id, LedgerEvent, RecordBatch, Subject } from "../domain/ledger/event.ts";
import { Refusal, refuse } from "../domain/refusal.ts";
import { append } from "./append.ts";
import { type Row, timestamp } from "./connection/value.ts";
import { addContacts } from "./contact.ts";
import type { Database } from "./database.ts";
import { grouped } from "./grouped.ts";
import { HASH, linked } from "./ledger/chain.ts";
import { type State, type SubjectStore, subjects } from "./subject.ts";
import { addTexts } from "./texts.ts";

const eventColumns = [
  ...["platform", "subject", "subject_id", "version", "kind", "at", "recorded_at", "by", "data"],
  ...["link", "hash"],
];

const conflict = () => new Refusal(refuse("versionConflict", "这条记录刚被别人修改过。", "请刷新后再试。"));

/** Constraints that only another writer's record can break, and what is said then. */
const refusals: Record<string, () => Refusal> = {
  event_platform_subject_id_version_key: conflict,
  service_request_platform_number_key: () => new Refusal(refuse("numberTaken", "诉求编号已被使用。")),
  work_order_platform_number_key: () => new Refusal(refuse("numberTaken", "工单编号已被使用。")),
  work_order_platform_request_key: () => new Refusal(refuse("alreadyDispatched", "这件诉求已有工单。")),
  county_month_platform_month_county_key: () =>
    new Refusal(refuse("alreadyReported", "该县级平台本月的月报已经存在。")),
};

/** Subjects whose first event in the batch is not their first of all. */
const begun = (events: readonly LedgerEvent[]): Id[] => {
  const first = new Map<Id, number>();
  for (const { id, version } of events) if (!first.has(id)) first.set(id, version);
  return [...first].filter(([, version]) => version > 1).map(([id]) => id);
};

function fold(store: SubjectStore, states: Map<Id, State>, events: readonly LedgerEvent[]): void {
  for (const event of events) {
    const state = states.get(event.id) ?? null;
    if (event.version !== (state?.version ?? 0) + 1) throw conflict();
    states.set(event.id, store.apply(state, event));
  }
}

async function writeSubjects(db: Database, platform: string, subject: Subject, events: readonly LedgerEvent[]) {
  const store = subjects[subject];
  const known = begun(events);
  const loaded = known.length > 0 ? await store.load(db, platform, known) : [];
  const states = new Map(loaded.map((state) => [state.id, state]));
  fold(store, states, events);
  if (loaded.length > 0) await store.remove(db, platform, known);
  await store.add(db, platform, [...states.values()]);
}

async function addEvents(db: Database, platform: string, events: readonly LedgerEvent[], recordedAt: Instant) {
  const recorded = timestamp(recordedAt);
  const links = await linked(db, platform, events, recordedAt);
  const rows = events.map(({ subject, id, version, kind, at, by, data }, no): Row => {
    const link = links[no];
    if (!link) throw conflict();
    return [platform, subject, id, version, kind, timestamp(at), recorded, by, JSON.stringify(data), link, HASH];
  });
  await append(db, "event", eventColumns, rows);
}

/** Once per batch instead of a foreign key's check per row; the platform can't go while it is written to. */
async function checkPlatform(db: Database, platform: string): Promise<void> {
  const known = await db.query("select from platform where platform = $1 for key share", [platform]);
  if (known.length === 0) throw new Error(`there is no platform ${platform}`);
}

async function write(db: Database, platform: string, batch: RecordBatch, recordedAt: Instant): Promise<void> {
  await checkPlatform(db, platform);
  await addEvents(db, platform, batch.events, recordedAt);
  await addContacts(db, platform, batch.contacts);
  await addTexts(db, platform, batch);
  for (const [subject, events] of grouped(batch.events, (event) => event.subject))
    await writeSubjects(db, platform, subject, events);
}

/**
 * 记录: the one way in. Events, the rows folded from them, contacts (sealed) and texts, all or nothing; inside a
 * transaction it joins that one. Throws the refusal `versionConflict` where an event's version doesn't follow what is
 * recorded, and `numberTaken`, `alreadyDispatched`, `alreadyReported` where another record stands in the way.
 */
export async function record(db: Database, platform: string, batch: RecordBatch, recordedAt: Instant): Promise<void> {
  await db
    .transaction((tx) => write(tx, platform, batch, recordedAt))
    .catch((error: { constraint?: string }) => {
      throw refusals[error.constraint ?? ""]?.() ?? error;
    });
}
