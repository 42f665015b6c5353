/** 实时: one reader of the ledger for all who watch; whoever is too slow or leaves is forgotten. */
import { Readable } from "node:stream";
import { countyUnit } from "../../domain/county/platforms.ts";
import { changesAfter, type Place, placeAt, presentPlace } from "../../store/live/changes.ts";
import type { Platform } from "../../store/platform.ts";
import type { Desk, Viewer } from "../visit.ts";
import { passing, RELOAD, type Seen, toldOf } from "./visible.ts";

type Source = Pick<Desk, "db" | "platform" | "now" | "rules">;

interface Watcher {
  viewer: Viewer;
  stream: Readable;
  /** position of the last event he has; null: from now on */
  after: number | null;
  joined: boolean;
  since: number;
}

const PAGE = 500;
const EACH = 1_000;
const BEAT = 15_000;
/** what may wait for one who reads slowly */
const BUFFER = 256 * 1024;
/** then he comes again, and whether he still may is asked again */
const LONGEST = 10 * 60_000;

interface Hub {
  watchers: Set<Watcher>;
  place: Place | null;
  /** something happened since the last look */
  woken: boolean;
  /** ends the present pause */
  resume: () => void;
}

const hubs = new WeakMap<Platform, Hub>();

function say({ stream }: Watcher, text: string): void {
  if (stream.destroyed) return;
  stream.push(text);
  if (stream.readableLength > BUFFER) stream.destroy();
}

/** What was recorded since, with the unit of whose place each platform is. */
async function news(place: Place, { db, platform, now, rules }: Source): Promise<Seen[]> {
  const changes = await changesAfter(db, platform.platform, place, PAGE);
  if (changes.every(({ county }) => county === null)) return changes.map((one) => ({ ...one, countyUnit: null }));
  const { rulebook, dateOf } = await rules();
  const today = dateOf(now());
  return changes.map((one) => ({ ...one, countyUnit: one.county && countyUnit(rulebook, one.county, today) }));
}

/** What he missed; when it is too much he is told to read again. */
async function catchUp(watcher: Watcher, place: Place, source: Source): Promise<void> {
  watcher.joined = true;
  say(watcher, "retry: 3000\n\n");
  if (watcher.after === null) return;
  const from = await placeAt(source.db, source.platform.platform, watcher.after);
  const missed = from ? await news(from, source) : [];
  if (from === null || missed.length === PAGE) return say(watcher, RELOAD);
  const known = missed.findIndex(({ xact, position }) => xact === place.xact && position === place.position);
  for (const change of missed.slice(0, known + 1)) {
    const text = toldOf(change, watcher.viewer);
    if (text !== null) say(watcher, text);
  }
}

/** So much at once is a bulk load, not news: whoever watches reads his lists again, and the rest is passed over. */
async function passOver(hub: Hub, { db, platform }: Source): Promise<void> {
  hub.place = await presentPlace(db, platform.platform);
  for (const watcher of hub.watchers) if (watcher.joined) say(watcher, RELOAD);
}

async function deliver(hub: Hub, source: Source): Promise<void> {
  const changes = await news(hub.place!, source);
  if (changes.length === PAGE) return passOver(hub, source);
  for (const change of changes)
    for (const watcher of hub.watchers) {
      const text = watcher.joined ? toldOf(change, watcher.viewer) : null;
      if (text !== null) say(watcher, text);
    }
  const last = changes.at(-1);
  if (last) hub.place = { xact: last.xact, position: last.position };
}

function wake(hub: Hub): void {
  hub.woken = true;
  hub.resume();
}

const pause = (hub: Hub): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, EACH);
    hub.resume = () => {
      clearTimeout(timer);
      resolve();
    };
    if (hub.woken) hub.resume();
  });

const leave = (hub: Hub, { platform }: Source): void => {
  if (hubs.get(platform) === hub) hubs.delete(platform);
};

async function watch(hub: Hub, source: Source): Promise<void> {
  hub.place = await presentPlace(source.db, source.platform.platform);
  while (hub.watchers.size > 0) {
    hub.woken = false;
    for (const watcher of hub.watchers) if (!watcher.joined) await catchUp(watcher, hub.place, source);
    await deliver(hub, source);
    await pause(hub);
  }
  // in one breath with the look that found nobody: whoever comes now begins another
  leave(hub, source);
}

function beat(hub: Hub, now: number): void {
  for (const watcher of hub.watchers) {
    say(watcher, ":\n\n");
    if (now - watcher.since > LONGEST && !watcher.stream.destroyed) watcher.stream.push(null);
  }
}

/** Runs while anybody watches; a fault ends every stream, and whoever comes again starts it anew. */
function begin(source: Source): Hub {
  const hub: Hub = { watchers: new Set(), place: null, woken: false, resume: () => {} };
  const beating = setInterval(() => beat(hub, source.now()), BEAT);
  hubs.set(source.platform, hub);
  // not before the first has joined
  queueMicrotask(() =>
    watch(hub, source)
      .catch((error) => {
        leave(hub, source);
        for (const { stream } of hub.watchers) stream.destroy(error as Error);
      })
      .finally(() => clearInterval(beating)),
  );
  return hub;
}

/** 观看: the stream of one viewer, from `after` on or from now on. */
export function watchAs(viewer: Viewer, after: number | null, source: Source): Readable {
  const hub = hubs.get(source.platform) ?? begin(source);
  const stream = new Readable({
    read() {},
    destroy(error, done) {
      hub.watchers.delete(watcher);
      if (hub.watchers.size === 0) wake(hub);
      done(error);
    },
  });
  const watcher: Watcher = { viewer, stream, after, joined: false, since: source.now() };
  hub.watchers.add(watcher);
  wake(hub);
  return stream;
}

/** 有变动: reads at once instead of within a second. */
export function wakeLive(platform: Platform): void {
  const hub = hubs.get(platform);
  if (hub) wake(hub);
}

/** 观看的人数 */
export const watching = (platform: Platform): number => hubs.get(platform)?.watchers.size ?? 0;

/** 铃响: tells those who should hear it, in this process, of what is recorded only when it is over. */
export function announce(platform: Platform, event: string, data: unknown, hears: (viewer: Viewer) => boolean): void {
  for (const watcher of hubs.get(platform)?.watchers ?? [])
    if (hears(watcher.viewer)) say(watcher, passing(event, data));
}
