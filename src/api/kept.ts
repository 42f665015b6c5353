/** 留用: what many ask and takes long is worked out once in a while, for all who ask. Only what everybody who may ask sees alike. */
import type { Instant } from "../domain/calendar/civil.ts";
import type { Platform } from "../store/platform.ts";

interface Kept<T> {
  at: Instant;
  value: Promise<T>;
}

/** enough for the months that a few people look at */
const MOST = 24;

export type KeptAnswer<T> = (platform: Platform, key: string, at: Instant, make: () => Promise<T>) => Promise<T>;

/** 留用若干毫秒; what failed isn't kept. */
export function keptFor<T>(ms: number): KeptAnswer<T> {
  const known = new WeakMap<Platform, Map<string, Kept<T>>>();
  return (platform, key, at, make) => {
    const all = known.get(platform) ?? new Map<string, Kept<T>>();
    known.set(platform, all);
    const before = all.get(key);
    if (before && at >= before.at && at - before.at < ms) return before.value;
    const kept = { at, value: make() };
    all.delete(key);
    all.set(key, kept);
    for (const old of [...all.keys()].slice(0, -MOST)) all.delete(old);
    kept.value.catch(() => all.get(key) === kept && all.delete(key));
    return kept.value;
  };
}
