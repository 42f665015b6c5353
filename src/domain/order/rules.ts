/** 办理规则: the rulebook with its calendar, as the process asks it: which limit held then, when does it end. */
import type { CivilDate, Instant } from "../calendar/civil.ts";
import { deadline, type WorkCalendar, workCalendar } from "../calendar/workday.ts";
import { civilDateOf } from "../calendar/zone.ts";
import { inForce } from "../rule/inForce.ts";
import { inUse } from "../rule/retired.ts";
import type { Rulebook, RuleKinds } from "../rule/rulebook.ts";
import type { OrderState, RunningLimit } from "./order.ts";

export interface Deadline {
  instant: Instant;
  provisional: boolean;
}

export interface Rules {
  rulebook: Rulebook;
  zone: string;
  calendar: WorkCalendar;
  dateOf(at: Instant): CivilDate;
  /** the limit in force at that instant; throws where the rulebook has none: every platform has the national book */
  limit(rule: string, at: Instant): RunningLimit;
  /** when a limit that began at `from` ends */
  end(limit: Pick<RunningLimit, "amount" | "in">, from: Instant): Deadline;
  /** a threshold in force at that instant; throws where the rulebook has none */
  threshold(rule: string, at: Instant): number;
  followUpMode(at: Instant): RuleKinds["followUpMode"];
  /** whether the unit table has the unit in use on that day */
  isUnit(unit: string, at: Instant): boolean;
}

/** Zones differ by whole quarters of an hour, so that every instant of a quarter lies on one date. */
const QUARTER = 900_000;
const REMEMBERED = 50_000;

/** The same question is asked for every order of a day: answers are kept, up to a number. */
function remembered<T>(answer: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= REMEMBERED) known.clear();
    const found = answer(key);
    known.set(key, found);
    return found;
  };
}

function limitOn(rulebook: Rulebook, rule: string, on: CivilDate): RunningLimit {
  const row = inForce(rulebook, "limit", rule, on);
  if (!row) throw new Error(`the rulebook has no limit '${rule}' on ${on}`);
  return { rule, amount: row.value.amount, in: row.value.in };
}

function thresholdOn(rulebook: Rulebook, rule: string, on: CivilDate): number {
  const row = inForce(rulebook, "threshold", rule, on);
  if (!row) throw new Error(`the rulebook has no threshold '${rule}' on ${on}`);
  return row.value.value;
}

/** Said by every platform's book; a platform without one phones. */
const MODE: RuleKinds["followUpMode"] = { channel: "phone", attempts: 3, windowHours: 72, reason: "" };

/** 规则库 → 办理规则 of a platform in its zone. */
export function rulesOf(rulebook: Rulebook, zone: string): Rules {
  const calendar = workCalendar(rulebook);
  const date = remembered((quarter) => civilDateOf(Number(quarter) * QUARTER, zone));
  const dateOf = (at: Instant) => date(String(Math.floor(at / QUARTER)));
  const limit = remembered((key) => limitOn(rulebook, ...(key.split("|") as [string, CivilDate])));
  const threshold = remembered((key) => thresholdOn(rulebook, ...(key.split("|") as [string, CivilDate])));
  const mode = remembered((on) => inForce(rulebook, "followUpMode", "mode", on)?.value ?? MODE);
  const ofDay = remembered((key) => {
    const [amount, unit, on] = key.split("|") as [string, RunningLimit["in"], CivilDate];
    return deadline(calendar, zone, { amount: Number(amount), in: unit }, { instant: 0, date: on });
  });
  return {
    rulebook,
    zone,
    calendar,
    dateOf,
    limit: (rule, at) => limit(`${rule}|${dateOf(at)}`),
    end: ({ amount, in: unit }, from) =>
      unit === "hours"
        ? deadline(calendar, zone, { amount, in: unit }, { instant: from, date: "" })
        : ofDay(`${amount}|${unit}|${dateOf(from)}`),
    threshold: (rule, at) => threshold(`${rule}|${dateOf(at)}`),
    followUpMode: (at) => mode(dateOf(at)),
    isUnit: (unit, at) => inUse(rulebook, "unit", unit, dateOf(at)) !== null,
  };
}

type Kind = Pick<OrderState, "urgent" | "complex">;

/** 签收期限 of a part sent out at that instant; 视同签收 at its end. */
export const acknowledgeBy = (rules: Rules, { urgent }: Kind, sentAt: Instant): Deadline =>
  rules.end(rules.limit(urgent ? "acknowledgeUrgent" : "acknowledge", sentAt), sentAt);

/** 办理时限 in force when the clock starts: urgent goes before complex. */
export const resolveLimit = (rules: Rules, { urgent, complex }: Kind, at: Instant): RunningLimit =>
  rules.limit(urgent ? "resolveUrgent" : complex ? "resolveComplex" : "resolve", at);

/** 退单期限 of a part acknowledged at that instant. */
export const returnBy = (rules: Rules, acknowledgedAt: Instant): Instant =>
  rules.end(rules.limit("returnRequest", acknowledgedAt), acknowledgedAt).instant;
