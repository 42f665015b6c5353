/** 限次: so many questions from one address, or by one account, in a minute; guessing gets nowhere, and asking wears nobody out. */
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
function countFrom(asked: Map<string, Asked>, who: string, at: Instant): number {
  const before = asked.get(who);
  const current = before && at - before.since < MINUTE ? before : { since: at, times: 0 };
  current.times += 1;
  asked.delete(who);
  asked.set(who, current);
  if (asked.size > REMEMBERED) asked.delete(asked.keys().next().value!);
  return current.times;
}

export type TooOften = (platform: Platform, who: string, at: Instant) => Refused | null;

/** 超过次数 → 拒绝: counts apart from every other limit, and for each running platform, gone with it. */
export function atMost(perMinute: number): TooOften {
  const known = new WeakMap<Platform, Map<string, Asked>>();
  return (platform, who, at) => {
    const asked = known.get(platform) ?? new Map<string, Asked>();
    known.set(platform, asked);
    return countFrom(asked, who, at) > perMinute ? refuse("tooMany", "操作太频繁。", "请一分钟后再试。") : null;
  };
}
