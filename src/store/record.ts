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

/** Up to so many states at once are written over their rows one by one. */
const FEW = 50;

/** What an import shows may have less than what was there: its rows are made anew. */
const isImported = ({ kind }: LedgerEvent) => kind === "imported";

interface Writing {
  db: Database;
  platform: string;
  seen: ReadonlyMap<Id, State>;
}

async function writeSubjects({ db, platform, seen }: Writing, subject: Subject, events: readonly LedgerEvent[]) {
  const store = subjects[subject];
  const known = begun(events);
  const unseen = known.filter((id) => !seen.has(id));
  const loaded = unseen.length > 0 ? await store.load(db, platform, unseen) : [];
  const states = new Map(loaded.map((state) => [state.id, state]));
  for (const id of known) if (seen.has(id)) states.set(id, seen.get(id)!);
  fold(store, states, events);
  const written = [...states.values()];
  if (known.length === 0) await store.add(db, platform, written);
  else if (written.length <= FEW && !events.some(isImported)) await store.put(db, platform, written);
  else {
    await store.remove(db, platform, known);
    await store.add(db, platform, written);
  }
  return written;
}

async function addEvents(db: Database, platform: string, events: readonly LedgerEvent[], recordedAt: Instant) {
  const recorded = timestamp(recordedAt);
  const links = await linked(db, platform, events, recordedAt);
  const rows = events.map(({ subject, id, version, kind, at, by }, no): Row => {
    const { data, link } = links[no]!;
    if (!link) throw conflict();
    return [platform, subject, id, version, kind, timestamp(at), recorded, by, data, Buffer.from(link, "hex"), HASH];
  });
  await append(db, "event", eventColumns, rows);
}

/** Once per batch instead of a foreign key's check per row; the platform can't go while it is written to. */
async function checkPlatform(db: Database, platform: string): Promise<void> {
  const known = await db.prepared("select from platform where platform = $1 for key share", [platform]);
  if (known.length === 0) throw new Error(`there is no platform ${platform}`);
}

async function write(of: Writing, batch: RecordBatch, recordedAt: Instant): Promise<Map<Id, State>> {
  const { db, platform } = of;
  await checkPlatform(db, platform);
  await addEvents(db, platform, batch.events, recordedAt);
  await addContacts(db, platform, batch.contacts);
  await addTexts(db, platform, batch);
  const written = new Map<Id, State>();
  for (const [subject, events] of grouped(batch.events, (event) => event.subject))
    for (const state of await writeSubjects(of, subject, events)) written.set(state.id, state);
  return written;
}

/**
 * 记录: the one way in. Events, the rows folded from them, contacts (sealed) and texts, all or nothing; inside a
 * transaction it joins that one. Answers with the states as they now are. `seen` are states read before in the same
 * `decision`, or locked in the same transaction, which needn't be read again. Throws the refusal `versionConflict` where an event's version doesn't follow what
 * is recorded, and `numberTaken`, `alreadyDispatched`, `alreadyReported` where another record stands in the way.
 */
export async function record(
  db: Database,
  platform: string,
  batch: RecordBatch,
  recordedAt: Instant,
  seen: readonly State[] = [],
): Promise<Map<Id, State>> {
  const known = new Map(seen.map((state) => [state.id, state]));
  return db
    .transaction((tx) => write({ db: tx, platform, seen: known }, batch, recordedAt))
    .catch((error: { constraint?: string }) => {
      throw refusals[error.constraint ?? ""]?.() ?? error;
    });
}
