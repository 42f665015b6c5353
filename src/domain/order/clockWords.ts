/** 时钟的话: the sentences that stand beside a work order's clock. */
import { dayWords, type Instant, weekday } from "../calendar/civil.ts";
import { workingDaysBetween } from "../calendar/workday.ts";
import { localTime } from "../calendar/zone.ts";
import type { Clock, ClockState } from "./clock.ts";
import type { Rules } from "./rules.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAYS = "一二三四五六日";

/** '10月15日 周四 24:00': an instant that ends a day is told by that day. */
export function dayAndTime(at: Instant, zone: string): string {
  const midnight = localTime(at, zone).endsWith("00:00");
  const text = localTime(midnight ? at - 1 : at, zone);
  const date = text.slice(0, 10);
  return `${dayWords(date)} 周${DAYS[weekday(date) - 1]} ${midnight ? "24:00" : text.slice(11)}`;
}

/** '13 小时 34 分' */
export function hoursAndMinutes(span: number): string {
  const hours = Math.floor(span / HOUR);
  const minutes = Math.floor((span % HOUR) / MINUTE);
  if (hours === 0) return `${minutes} 分`;
  return minutes === 0 ? `${hours} 小时` : `${hours} 小时 ${minutes} 分`;
}

/** Working days after the last day of the limit, or hours where it runs in hours; '' on days that don't count. */
function over({ in: unit, dueAt }: Clock, at: Instant, rules: Rules): string {
  if (unit === "hours") return hoursAndMinutes(Math.max(MINUTE, at - dueAt));
  const days = workingDaysBetween(rules.calendar, rules.dateOf(dueAt - 1), rules.dateOf(at));
  return days === 0 ? "" : `${days} 个工作日`;
}

function left({ in: unit, dueAt }: Clock, now: Instant, rules: Rules): string {
  const days = workingDaysBetween(rules.calendar, rules.dateOf(now), rules.dateOf(dueAt - 1));
  return unit === "hours" || days === 0 ? hoursAndMinutes(dueAt - now) : `${days} 个工作日`;
}

const until = ({ dueAt, provisional }: Clock, { zone }: Rules) =>
  provisional ? `（暂定至 ${dayAndTime(dueAt, zone)}，次年放假安排未公布）` : `（至 ${dayAndTime(dueAt, zone)}）`;

const isLastDay = ({ in: unit, dueAt }: Clock, now: Instant, rules: Rules) =>
  unit !== "hours" && rules.dateOf(now) === rules.dateOf(dueAt - 1);

const past = (clock: Clock, now: Instant, rules: Rules, after: string) => {
  const span = over(clock, now, rules);
  return span === "" ? `已到期${after}` : `超 ${span}${after}`;
};

const words: Record<ClockState, (clock: Clock, now: Instant, rules: Rules) => string> = {
  toAcknowledge: (clock, now, rules) => `待签收，剩 ${left(clock, now, rules)}${until(clock, rules)}`,
  running: (clock, now, rules) => `剩 ${left(clock, now, rules)}${until(clock, rules)}`,
  blue: (clock, now, rules) =>
    `${isLastDay(clock, now, rules) ? "今天到期" : "临期"}，剩 ${left(clock, now, rules)}${until(clock, rules)}`,
  yellow: (clock, now, rules) => past(clock, now, rules, ""),
  red: (clock, now, rules) => past(clock, now, rules, "，已督办"),
  summon: (clock, now, rules) => past(clock, now, rules, "，约谈"),
  done: () => "按时办结",
  doneLate: (clock, _, rules) => {
    const span = over(clock, clock.stoppedAt!, rules);
    return span === "" ? "超期办结" : `超期 ${span}办结`;
  },
  stopped: () => "已停止计时",
};

/** 时钟的说法 at an instant. */
export const clockWords = (clock: Clock, now: Instant, rules: Rules): string => words[clock.state](clock, now, rules);

/** 事项时钟的说法: '第 7 个工作日'; the day of the first dispatch isn't counted. */
export function matterDay(clock: Clock, now: Instant, rules: Rules): string {
  const day = workingDaysBetween(rules.calendar, rules.dateOf(clock.from), rules.dateOf(clock.stoppedAt ?? now));
  return day === 0 ? "首次派发当天" : `第 ${day} 个工作日`;
}
