/** 登记台: what is at hand while records are made: random numbers, days, rules, citizens, and the batch being filled. */
import type { CivilDate, Instant } from "../../domain/calendar/civil.ts";
import { addDays } from "../../domain/calendar/civil.ts";
import { addMonths, firstDay, lastDay } from "../../domain/calendar/month.ts";
import { workCalendar } from "../../domain/calendar/workday.ts";
import type { EventData, EventKind, Id, RecordBatch, Subject } from "../../domain/ledger/event.ts";
import type { MonthKey } from "../../domain/measure/counts.ts";
import { type Rules, rulesOf } from "../../domain/order/rules.ts";
import { allInForce, inForce } from "../../domain/rule/inForce.ts";
import type { Rulebook, RuleKinds } from "../../domain/rule/rulebook.ts";
import { type Voice, voiceOf } from "../text/write.ts";
import { dayOf, type Timeline, timelineOf } from "../timing/timeline.ts";
import { idAt } from "./id.ts";
import { citizens } from "./people.ts";
import { type Random, randomOf } from "./random.ts";

export type Limit = RuleKinds["limit"];
export interface Limits {
  acknowledge: Limit;
  returnRequest: Limit;
  resolve: Limit;
  complex: Limit;
  urgent: Limit;
  acknowledgeUrgent: Limit;
}
export interface Desk {
  random: Random;
  line: Timeline;
  zone: string;
  period: MonthKey;
  limits: (at: Instant) => Limits;
  rules: Rules;
  /** 接通目标: milliseconds within which an answer counts as in time */
  answerWithin: number;
  citizen: ReturnType<typeof citizens>;
  /** names of places by unit code; '' = any */
  placesOf: (unit: string) => { code: string; name: string }[];
  unitName: (unit: string) => string;
  voice: (category: string) => Voice;
  voices: Voice[];
  number: (kind: "request" | "order", at: Instant) => string;
  text: (at: Instant, words: string) => Id;
  batch: Made;
}

/** 一批记录 with the truth about it, for tests: which requests tell another's matter again. */
export interface Made extends RecordBatch {
  repeats: { id: Id; of: Id }[];
}

const PRESET: Limits = {
  acknowledge: { amount: 1, in: "workingDays", words: "" },
  returnRequest: { amount: 2, in: "workingDays", words: "" },
  resolve: { amount: 5, in: "workingDays", words: "" },
  complex: { amount: 10, in: "workingDays", words: "" },
  urgent: { amount: 24, in: "hours", words: "" },
  acknowledgeUrgent: { amount: 2, in: "hours", words: "" },
};

function limitsOn(book: Rulebook, on: CivilDate): Limits {
  const limit = (key: string, preset: Limit) => inForce(book, "limit", key, on)?.value ?? preset;
  const resolve = limit("resolve", PRESET.resolve);
  return {
    acknowledge: limit("acknowledge", PRESET.acknowledge),
    returnRequest: limit("returnRequest", PRESET.returnRequest),
    resolve,
    complex: limit("resolveComplex", resolve),
    urgent: limit("resolveUrgent", PRESET.urgent),
    acknowledgeUrgent: limit("acknowledgeUrgent", PRESET.acknowledgeUrgent),
  };
}

/** A value that only depends on the day, worked out once a day. */
function daily<T>(line: Timeline, of: (date: CivilDate) => T): (at: Instant) => T {
  const known: T[] = [];
  return (at) => {
    const day = dayOf(line, at);
    return (known[day] ??= of(line.dates[day]!));
  };
}

function voicesOf(book: Rulebook, on: CivilDate): Map<string, Voice> {
  const rows = allInForce(book, "category", on);
  const names = new Map(rows.map((row) => [row.key, row.value.name]));
  return new Map(
    rows.flatMap(({ key, value }) =>
      value.parent === null ? [] : [[key, voiceOf(value.name, names.get(value.parent) ?? "")] as const],
    ),
  );
}

type Place = { code: string; name: string };

/** Places by the unit that takes their orders; a street is told with its district's name. */
function placeFinder(book: Rulebook, on: CivilDate): (unit: string) => Place[] {
  const rows = allInForce(book, "place", on);
  const districts = new Map(rows.filter((row) => row.value.parent === null).map((row) => [row.key, row.value]));
  const streets = rows.flatMap(({ key, value }) => {
    const above = value.level === "street" ? districts.get(value.parent ?? "") : undefined;
    return above ? [{ code: key, name: above.name + value.name, unit: above.unit }] : [];
  });
  const whole = [...districts].map(([code, { name, unit }]) => ({ code, name, unit }));
  const all = streets.length > 0 ? streets : whole;
  const byUnit = new Map<string, Place[]>();
  return (unit) => {
    const known = byUnit.get(unit);
    if (known) return known;
    const of = [streets, whole].map((list) => list.filter((one) => one.unit === unit)).find((list) => list.length > 0);
    byUnit.set(unit, of ?? all);
    return of ?? all;
  };
}

/** Printed numbers: day and running number; records older than the two months carry the period they were made for. */
function numbers(line: Timeline, period: MonthKey, before: Instant) {
  const last = new Map<string, number>();
  const head = { request: "", order: "P" };
  return (kind: "request" | "order", at: Instant) => {
    const date = line.dates[dayOf(line, at)]!.replaceAll("-", "");
    const day = head[kind] + date + (at < before ? `-${period.replace("-", "")}-` : "");
    const next = (last.get(day) ?? 0) + 1;
    last.set(day, next);
    return day + String(next).padStart(5, "0");
  };
}

/** 开台 */
export function openDesk(book: Rulebook, zone: string, period: MonthKey, earliest: MonthKey, seed: number): Desk {
  const first = firstDay(period);
  const line = timelineOf(workCalendar(book), zone, firstDay(earliest), addDays(lastDay(addMonths(period, 2)), 40));
  const random = randomOf(seed, period);
  const batch: Made = { events: [], contacts: [], texts: [], repeats: [] };
  const voices = voicesOf(book, first);
  const unknown = voiceOf("其他事项", "");
  const desk: Desk = {
    random,
    line,
    zone,
    period,
    // the plan's units are taken as given, also for days before the unit table begins
    rules: { ...rulesOf(book, zone), isUnit: () => true },
    limits: daily(line, (date) => limitsOn(book, date)),
    answerWithin: (inForce(book, "answerWithin", "answeredWithin15s", first)?.value.seconds ?? 15) * 1000,
    citizen: citizens(random, (contact) => desk.batch.contacts.push(contact)),
    placesOf: placeFinder(book, first),
    unitName: (unit) => inForce(book, "unit", unit, first)?.value.name ?? "",
    voice: (category) => voices.get(category) ?? unknown,
    voices: voices.size > 0 ? [...voices.values()] : [unknown],
    number: numbers(line, period, line.starts[line.dates.indexOf(firstDay(addMonths(period, -1)))]!),
    text: (at, words) => {
      const id = idAt(random, at);
      desk.batch.texts.push({ id, text: words });
      return id;
    },
    batch,
  };
  return desk;
}

/** 取走一批 */
export function takeBatch(desk: Desk): Made {
  const full = desk.batch;
  desk.batch = { events: [], contacts: [], texts: [], repeats: [] };
  return full;
}

/** 一个对象的经过: adds its events in order of time, numbered on from `since`; throws when time runs backwards: a bug. */
export function history(desk: Desk, subject: Subject, id: Id, since = 0) {
  let [version, last] = [since, Number.NEGATIVE_INFINITY];
  return <K extends EventKind>(kind: K, at: Instant, by: string, data: EventData[K]): void => {
    if (at < last) throw new RangeError(`${subject} ${kind}: time runs backwards`);
    last = at;
    version += 1;
    desk.batch.events.push({ subject, id, version, kind, at, by, data });
  };
}
