import type { z } from "zod";
import { present as presentSchema } from "../../contract/cockpit/cockpit.ts";
import { reportReaders } from "../../domain/access/report.ts";
import { addDays, weekday } from "../../domain/calendar/civil.ts";
import { endOfDay, startOfDay } from "../../domain/calendar/zone.ts";
import { callFigures } from "../../domain/measure/callFigures.ts";
import { settingOf } from "../../domain/measure/setting.ts";
import { ongoingCalls } from "../../store/call/ongoing.ts";
import { timestamp } from "../../store/connection/value.ts";
import type { Database } from "../../store/database.ts";
import { monthOf } from "../../store/question/month.ts";
import { callCounts } from "../../store/question/monthCounts.ts";
import { hoursOf } from "../../store/question/present.ts";
import { requests } from "../../store/question/requests.ts";
import { keptFor } from "../kept.ts";
import { operation } from "../operation.ts";
import { iso } from "../time.ts";
import type { Visit } from "../visit.ts";
import { figureOf, outcomesOf } from "./figure.ts";

type Present = z.input<typeof presentSchema>;

const DAYS = "一二三四五六日";
/** many screens hear of the same change at once */
const kept = keptFor<Present>(2_000);

async function queueOf(db: Database, platform: string, at: number): Promise<Present["queue"]> {
  const calls = (await ongoingCalls(db, platform)).map(({ call }) => call);
  const waiting = calls.filter(({ step }) => step === "queued" || step === "ringing");
  const since = Math.min(...waiting.map(({ queuedAt, offeredAt }) => queuedAt ?? offeredAt));
  return {
    waiting: waiting.length,
    longestSeconds: waiting.length === 0 ? null : Math.max(0, Math.floor((at - since) / 1000)),
    talking: calls.filter(({ step }) => step === "answered").length,
  };
}

async function presentOf(visit: Visit): Promise<Present> {
  const { at, db, platform } = visit;
  const rules = await visit.rules();
  const { zone } = platform;
  const date = rules.dateOf(at);
  const [from, until] = [startOfDay(date, zone), endOfDay(date, zone)];
  const day = { platform: platform.platform, from: timestamp(from), until: timestamp(until) };
  const then = addDays(date, -7);
  const lastWeek = {
    ...day,
    from: timestamp(startOfDay(then, zone)),
    until: timestamp(endOfDay(then, zone)),
  };
  const asked = { ...monthOf(platform, date.slice(0, 7), rules.rulebook), from: day.from, until: day.until };
  const counted = await visit.see(async (tx) => ({
    calls: await callCounts(tx, asked),
    requests: (await requests(tx, day)).requests,
    today: await hoursOf(tx, day, zone),
    lastWeek: await hoursOf(tx, lastWeek, zone),
  }));
  const figures = callFigures(settingOf(rules.rulebook, platform.name, asked.month), counted, null);
  return {
    at: iso(at),
    today: { from: iso(from), until: iso(until) },
    queue: await queueOf(db, platform.platform, at),
    calls: {
      offered: counted.calls.offered,
      answerRate: figureOf(figures.answerRate),
      answeredWithin15s: figureOf(figures.answeredWithin15s!),
    },
    requests: outcomesOf(counted.requests),
    hours: { today: counted.today, lastWeek: counted.lastWeek },
    lastWeekday: `上周${DAYS[weekday(date) - 1]}`,
  };
}

/** 现在和今天 */
export const readPresent = operation({
  id: "readPresent",
  method: "GET",
  path: "/cockpit/present",
  summary: "驾驶舱：现在的排队、今天的接通率和受理、每小时来电",
  tag: "驾驶舱",
  permit: reportReaders,
  answer: presentSchema,
  handle: async (_, visit) => kept(visit.platform, "present", visit.at, () => presentOf(visit)),
});
