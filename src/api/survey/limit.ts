/** 限次: so many questions from one address in a minute; guessing codes gets nowhere. */
import type { Instant } from "../../domain/calendar/civil.ts";
import { type Refused, refuse } from "../../domain/refusal.ts";
import type { Platform } from "../../store/platform.ts";

const MINUTE = 60_000;
const PER_MINUTE = 30;
const REMEMBERED = 10_000;

interface Asked {
  since: Instant;
  times: number;
}

/** Of each running platform its own; gone with it. */
const known = new WeakMap<Platform, Map<string, Asked>>();

/** The longest known are forgotten first. */
function countFrom(asked: Map<string, Asked>, address: string, at: Instant): number {
  const before = asked.get(address);
  const current = before && at - before.since < MINUTE ? before : { since: at, times: 0 };
  current.times += 1;
  asked.delete(address);
  asked.set(address, current);
  if (asked.size > REMEMBERED) asked.delete(asked.keys().next().value!);
  return current.times;
}

/** 超过次数 → 拒绝 */
export function tooOften(platform: Platform, address: string, at: Instant): Refused | null {
  const asked = known.get(platform) ?? new Map<string, Asked>();
  known.set(platform, asked);
  return countFrom(asked, address, at) > PER_MINUTE ? refuse("tooMany", "操作太频繁。", "请一分钟后再试。") : null;
}
