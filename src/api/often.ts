/** 限次: so many questions from one address, or by one account, in a while; guessing gets nowhere, and asking wears nobody out. */
import type { Instant } from "../domain/calendar/civil.ts";
import { type Refused, refuse } from "../domain/refusal.ts";
import type { Platform } from "../store/platform.ts";

const MINUTE = 60_000;
const REMEMBERED = 10_000;

interface Asked {
  since: Instant;
  times: number;
}

/** The longest known are forgotten first. */
function countFrom(asked: Map<string, Asked>, who: string, at: Instant, span: number): number {
  const before = asked.get(who);
  const current = before && at - before.since < span ? before : { since: at, times: 0 };
  current.times += 1;
  asked.delete(who);
  asked.set(who, current);
  if (asked.size > REMEMBERED) asked.delete(asked.keys().next().value!);
  return current.times;
}

export type TooOften = (platform: Platform, who: string, at: Instant) => Refused | null;

/** 超过次数 → 拒绝: so many times in so many minutes; counts apart from every other limit, for each running platform, gone with it. */
export function atMost(times: number, minutes = 1): TooOften {
  const known = new WeakMap<Platform, Map<string, Asked>>();
  const wait = minutes === 1 ? "请一分钟后再试。" : `请${minutes}分钟后再试。`;
  return (platform, who, at) => {
    const asked = known.get(platform) ?? new Map<string, Asked>();
    known.set(platform, asked);
    return countFrom(asked, who, at, minutes * MINUTE) > times ? refuse("tooMany", "操作太频繁。", wait) : null;
  };
}
