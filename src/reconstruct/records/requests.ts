/** 其余诉求与通话: first-contact resolutions, what is pending or withdrawn, and calls that led to no request. */
import type { Rating } from "../../domain/rule/rulebook.ts";
import { callingTimes } from "../timing/pattern.ts";
import type { Desk, Made } from "./desk.ts";
import { drawer } from "./draw.ts";
import { full } from "./full.ts";
import { leaderTime, takeSeat } from "./leaderDay.ts";
import { acceptanceTimes, type MonthDraw } from "./month.ts";
import { exactly } from "./random.ts";
import { accept, agent, bareCall, type RequestSpec, resolveAtOnce, type Told } from "./request.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** One first-contact request in so many tells a matter again that was told before. */
const REPEATS = 60;

type Row = MonthDraw["plan"]["requests"][number];
const ofOutcome = (month: MonthDraw, outcome: Row["outcome"]) =>
  month.plan.requests.filter((row) => row.outcome === outcome);
const ratingsOf = (month: MonthDraw) =>
  Object.entries(month.plan.firstContactRatings).map(([value, count]) => ({
    value: value as Rating,
    count: count as number,
  }));

function specOf(desk: Desk, month: MonthDraw, row: Row, hot: boolean, times: () => number): RequestSpec {
  const seat = row.outcome === "firstContact" ? takeSeat(month.leaders, "settled", row.category) : null;
  return {
    at: seat ? leaderTime(desk, seat) : times(),
    type: row.type,
    category: row.category,
    unit: "",
    hotEvent: hot ? month.hotEvent : null,
    leaderDay: seat?.id ?? null,
    urgent: false,
    call: seat ? month.phoneCall() : month.nextCall(),
  };
}

/** 在线办结 */
function* firstContact(desk: Desk, month: MonthDraw): Iterable<Made> {
  const times = acceptanceTimes(desk, month.from, month.until);
  const rating = drawer(desk.random, ratingsOf(month));
  for (const row of ofOutcome(month, "firstContact")) {
    const hot = exactly(desk.random, row.hot, row.count);
    let told: Told | null = null;
    for (let made = 0; made < row.count; made += 1) {
      const spec = specOf(desk, month, row, hot(), times);
      if (told && row.type !== "无效" && desk.random.below(REPEATS) === 0) spec.repeatOf = told;
      const now = resolveAtOnce(desk, spec, rating(), month.until);
      if (!spec.repeatOf) told = now;
      yield* full(desk);
    }
  }
}

/** 未办结、撤单: pending ones came in the month's last hours; a past month's were answered since. */
function* unsettled(desk: Desk, month: MonthDraw, past: boolean): Iterable<Made> {
  const last = acceptanceTimes(desk, month.until - 30 * HOUR, month.until);
  const any = acceptanceTimes(desk, month.from, month.until - 2 * HOUR);
  for (const row of [...ofOutcome(month, "pending"), ...ofOutcome(month, "withdrawn")]) {
    const pending = row.outcome === "pending";
    const hot = exactly(desk.random, row.hot, row.count);
    for (let made = 0; made < row.count; made += 1) {
      const spec = specOf(desk, month, row, hot(), pending ? last : any);
      const { acts } = accept(desk, spec);
      if (!pending) acts.act("withdraw", spec.at + 10 * MINUTE + desk.random.below(HOUR), agent(desk), { text: null });
      else if (past) acts.act("resolve", month.until + HOUR + desk.random.below(8 * HOUR), agent(desk), { text: null });
      yield* full(desk);
    }
  }
}

/** 没有诉求的通话 */
function* otherCalls(desk: Desk, month: MonthDraw): Iterable<Made> {
  const { answered, missed } = month.callsLeft();
  for (const seats of month.leaders)
    for (; seats.calls > 0; seats.calls -= 1) bareCall(desk, leaderTime(desk, seats), month.inTime(), seats.id);
  const times = callingTimes(desk.random, desk.line, month.from, month.until);
  const total = month.callsLeft().answered;
  if (total > answered) throw new Error("more calls than the plan has");
  for (let made = 0; made < total + missed; made += 1) {
    bareCall(desk, times(), made < total ? month.inTime() : null);
    yield* full(desk);
  }
}

/** 一个月的其余诉求与通话 */
export function* requestsAndCalls(desk: Desk, month: MonthDraw, past: boolean): Iterable<Made> {
  // where too few work orders fitted a leader's day, more of its calls were settled on the spot
  for (const seats of month.leaders) seats.settled = seats.calls;
  yield* firstContact(desk, month);
  yield* unsettled(desk, month, past);
  yield* otherCalls(desk, month);
}
