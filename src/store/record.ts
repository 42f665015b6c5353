import type { Instant } from "../domain/calendar/civil.ts";
import { grouped } from "../domain/grouped.ts";
import type { Id, LedgerEvent, RecordBatch, Subject } from "../domain/ledger/event.ts";
import type { OrderState } from "../domain/order/order.ts";
import { Refusal, refuse } from "../domain/refusal.ts";
import type { RequestState } from "../domain/request/request.ts";
import { append } from "./append.ts";
import { type Row, timestamp } from "./connection/value.ts";
import { addContacts } from "./contact.ts";
import type { Database } from "./database.ts";
import { HASH, linked } from "./ledger/chain.ts";
import { type Circumstances, type State, type SubjectStore, subjects } from "./subject.ts";
import { addTexts } from "./texts.ts";
import { listUnitRequests, movedRequests } from "./unitRequests.ts";

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

/** 一种主体 of a batch: what happened, and the states before, of those that there were. */
interface Begun {
  store: SubjectStore;
  events: readonly LedgerEvent[];
  before: ReadonlyMap<Id, State>;
}

function fold({ store, before, events }: Begun): Map<Id, State> {
  const states = new Map(before);
  for (const event of events) {
    const state = states.get(event.id) ?? null;
    if (event.version !== (state?.version ?? 0) + 1) throw conflict();
    states.set(event.id, store.apply(state, event));
  }
  return states;
}

/** Up to so many states at once are written over their rows one by one. */
const FEW = 50;

/** What an import shows may have less than what was there: its rows are made anew. */
const isImported = ({ kind }: LedgerEvent) => kind === "imported";

const places = new Map(Object.keys(subjects).map((subject, place) => [subject, place]));

/** Whoever writes several subjects at once writes them in one order: of two who meet, one waits for the other, not each for each. */
const inOrder = (events: readonly LedgerEvent[]): LedgerEvent[] =>
  events.toSorted(
    (one, other) =>
      places.get(one.subject)! - places.get(other.subject)! || (one.id < other.id ? -1 : Number(one.id > other.id)),
  );

interface Writing {
  db: Database;
  platform: string;
  seen: ReadonlyMap<Id, State>;
  lookAgainAt: Circumstances["lookAgainAt"];
}

async function loaded({ db, platform, seen }: Writing, subject: Subject, events: readonly LedgerEvent[]) {
  const store = subjects[subject];
  const known = begun(events);
  const unseen = known.filter((id) => !seen.has(id));
  const found = unseen.length > 0 ? await store.load(db, platform, unseen) : [];
  const before = new Map(found.map((state) => [state.id, state]));
  for (const id of known) if (seen.has(id)) before.set(id, seen.get(id)!);
  return { store, events, before } satisfies Begun;
}

async function writeStates(of: Writing, { store, events, before }: Begun, written: readonly State[]): Promise<void> {
  const { db, platform, lookAgainAt } = of;
  const circumstances = { before, lookAgainAt };
  if (before.size === 0) return store.add(db, platform, written, circumstances);
  if (written.length <= FEW && !events.some(isImported)) return store.put(db, platform, written, circumstances);
  await store.remove(db, platform, [...before.keys()]);
  await store.add(db, platform, written, circumstances);
}

/** Requests that another unit has now, and those with an order of which an import says what they are. */
function toList({ events, before }: Begun, states: ReadonlyMap<Id, State>): Id[] {
  const { subject } = events[0]!;
  if (subject === "order") return movedRequests([...states.values()] as OrderState[], before);
  if (subject !== "request") return [];
  const imported = events.filter(isImported).map(({ id }) => id);
  return imported.filter((id) => (states.get(id) as RequestState).order !== null);
}

type Links = Awaited<ReturnType<typeof linked>>;

function eventRows(platform: string, events: readonly LedgerEvent[], links: Links, recordedAt: Instant): Row[] {
  const recorded = timestamp(recordedAt);
  return events.map(({ subject, id, version, kind, at, by }, no) => {
    const { data, link } = links[no]!;
    if (!link) throw conflict();
    return [platform, subject, id, version, kind, timestamp(at), recorded, by, data, Buffer.from(link, "hex"), HASH];
  });
}

/** Once per batch instead of a foreign key's check per row; the platform can't go while it is written to. */
async function checkPlatform(db: Database, platform: string): Promise<void> {
  const known = await db.prepared("select from platform where platform = $1 for key share", [platform]);
  if (known.length === 0) throw new Error(`there is no platform ${platform}`);
}

async function write(of: Writing, batch: RecordBatch, recordedAt: Instant): Promise<Map<Id, State>> {
  const { db, platform } = of;
  const events = inOrder(batch.events);
  const [, links] = await db.together([
    () => checkPlatform(db, platform),
    () => linked(db, platform, events, recordedAt),
  ]);
  const rows = eventRows(platform, events, links, recordedAt);
  const bySubject = [...grouped(events, ({ subject }) => subject)];
  // first of all the events: whoever comes second is told so by them
  const [, ...all] = await db.together([
    () => append(db, "event", eventColumns, rows),
    ...bySubject.map((each) => () => loaded(of, ...each)),
  ]);
  const states = all.map((one) => fold(one));
  await db.together([
    () => addContacts(db, platform, batch.contacts),
    () => addTexts(db, platform, batch),
    ...all.map((one, at) => () => writeStates(of, one, [...states[at]!.values()])),
  ]);
  await listUnitRequests(
    db,
    platform,
    all.flatMap((one, at) => toList(one, states[at]!)),
  );
  return new Map(states.flatMap((some) => [...some]));
}

/**
 * 记录: the one way in. Events, the rows folded from them, contacts (sealed) and texts, all or nothing; inside a
 * transaction it joins that one. Answers with the states as they now are. `seen` are states read before in the same
 * `decision`, or locked in the same transaction, which needn't be read again; `lookAgainAt` says when the clock must look at
 * an order again. Throws the refusal `versionConflict` where an event's version doesn't follow what is recorded, and
 * `numberTaken`, `alreadyDispatched`, `alreadyReported` where another record stands in the way.
 */
export async function record(
  db: Database,
  platform: string,
  batch: RecordBatch,
  recordedAt: Instant,
  seen: readonly State[] = [],
  lookAgainAt?: Circumstances["lookAgainAt"],
): Promise<Map<Id, State>> {
  const known = new Map(seen.map((state) => [state.id, state]));
  return db
    .transaction((tx) => write({ db: tx, platform, seen: known, lookAgainAt }, batch, recordedAt))
    .catch((error: { constraint?: string }) => {
      throw refusals[error.constraint ?? ""]?.() ?? error;
    });
}
