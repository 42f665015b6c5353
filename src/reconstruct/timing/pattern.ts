/** 时段规律: when people call and when offices work, as weights; nothing here is a rule. */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { Random } from "../records/random.ts";
import { dayOf, type Timeline } from "./timeline.ts";

/** 来电量 of each hour of the day, relative */
const CALLING = [4, 3, 2, 2, 2, 4, 9, 22, 68, 94, 92, 78, 50, 46, 72, 82, 80, 72, 52, 44, 38, 30, 18, 9];
const HOUR = 3_600_000;

const cumulated = (weights: number[]) => {
  let sum = 0;
  return weights.map((weight) => (sum += weight));
};
const HOURS = cumulated(CALLING);

function draw(random: Random, sums: number[]): number {
  const at = random.below(sums.at(-1)!);
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle]! > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** 来电时刻: a source of instants inside [from, until) with the pattern of weekdays and hours. */
export function callingTimes(random: Random, line: Timeline, from: Instant, until: Instant): () => Instant {
  if (until <= from) throw new RangeError("an empty span of time");
  const days = line.dates.flatMap((_, day) => (line.starts[day + 1]! > from && line.starts[day]! < until ? [day] : []));
  const share = (day: number) =>
    (Math.min(until, line.starts[day + 1]!) - Math.max(from, line.starts[day]!)) /
    (line.starts[day + 1]! - line.starts[day]!);
  const sums = cumulated(days.map((day) => 1 + Math.round((line.working[day] ? 100 : 56) * share(day) * 10)));
  return () => {
    for (let attempt = 0; attempt < 12; attempt += 1) {
      const day = days[draw(random, sums)]!;
      const at = line.starts[day]! + draw(random, HOURS) * HOUR + random.below(HOUR);
      if (at >= from && at < until && at < line.starts[day + 1]!) return at;
    }
    return from + random.below(until - from);
  };
}

/** 办公时刻: an instant inside [from, until), in office hours of a working day where there is one. */
export function officeTime(random: Random, line: Timeline, from: Instant, until: Instant): Instant {
  if (until <= from) throw new RangeError("an empty span of time");
  let at = from;
  for (let attempt = 0; attempt < 6; attempt += 1) {
    at = from + random.below(until - from);
    const day = dayOf(line, at);
    const hour = (at - line.starts[day]!) / HOUR;
    if (line.working[day] && hour >= 8.5 && hour < 17.8) break;
  }
  return at;
}
