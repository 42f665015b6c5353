import type { Instant } from "../../domain/calendar/civil.ts";
import { firstDay, lastDay } from "../../domain/calendar/month.ts";
import { isComparable, previousPeriod } from "../../domain/calendar/period.ts";
import { civilDateOf } from "../../domain/calendar/zone.ts";
import { categoryName, settingOf, unitName } from "../../domain/measure/setting.ts";
import type { CaseKind } from "../../domain/report/case.ts";
import { inForce } from "../../domain/rule/inForce.ts";
import type { Rulebook } from "../../domain/rule/rulebook.ts";
import { type CaseNames, caseFacts, type FollowedCase, followedCase } from "../../report/caseFacts.ts";
import type { ReportFacts } from "../../report/facts.ts";
import { writtenCase } from "../../report/section/cases.ts";
import type { Database } from "../../store/database.ts";
import type { Platform } from "../../store/platform.ts";
import { caseCandidates, caseRecord, type Matter } from "../../store/question/cases.ts";
import { monthOf } from "../../store/question/month.ts";
import { casesOfMonth } from "../../store/report/cases.ts";

/** cases of each sort that a report tells */
const MOST = 2;

/** 本月案例: of each sort those that were chosen, as they were written; where none was, what the ledger proposes. */
export async function monthCases(db: Database, platform: Platform, month: string, rulebook: Rulebook) {
  const names = caseNames(platform, month, rulebook);
  const chosen = (await casesOfMonth(db, platform.platform, month)).filter((one) => one.chosen);
  const told = async (kind: CaseKind) => {
    const written = chosen.filter((one) => one.kind === kind);
    if (written.length > 0) return written.map(({ id, title, text }) => ({ id, title, written: text }));
    const records = await proposed(db, platform, month, rulebook, kind);
    return records.flatMap((record) => caseFacts(record, names) ?? []);
  };
  return { typical: await told("typical"), difficult: await told("difficult") } satisfies ReportFacts["cases"];
}

/** what the ledger proposes; the whole name goes no further than `caseFacts`, which takes it out of the citizen's own words too */
const proposed = (db: Database, platform: Platform, month: string, rulebook: Rulebook, kind: CaseKind) =>
  caseCandidates(db, monthOf(platform, month, rulebook), kind, MOST);

/** 一期报告里的疑难问题, with their headlines: those that were chosen; where none was, what the ledger proposed then. */
async function difficultOf(db: Database, platform: Platform, period: string, rulebook: Rulebook) {
  const chosen = (await casesOfMonth(db, platform.platform, period)).filter(
    (one) => one.chosen && one.kind === "difficult",
  );
  if (chosen.length > 0)
    return chosen.map(({ title, workOrder, request }) => ({ title, matter: { id: workOrder, request } }));
  const records = await proposed(db, platform, period, rulebook, "difficult");
  const names = caseNames(platform, period, rulebook);
  return records.flatMap((record): { title: string; matter: Matter }[] => {
    const facts = caseFacts(record, names);
    const order = record.events.find(({ subject }) => subject === "order");
    if (!facts || !order) return [];
    return [{ title: writtenCase(facts, "difficult", period).title, matter: { id: order.id, request: facts.id } }];
  });
}

/** 上期疑难问题的下文: where each stands at the end of this period, or `now` while it goes on; a holiday follows nothing up. */
export async function difficultBefore(
  db: Database,
  platform: Platform,
  period: string,
  rulebook: Rulebook,
  now: Instant,
): Promise<FollowedCase[]> {
  if (!isComparable(period)) return [];
  const asked = monthOf(platform, period, rulebook);
  const names = caseNames(platform, period, rulebook);
  const followed: FollowedCase[] = [];
  for (const { title, matter } of await difficultOf(db, platform, previousPeriod(period), rulebook)) {
    const record = await caseRecord(db, asked, matter);
    const to = { title, first: firstDay(period), until: Math.min(now, Date.parse(asked.until)) };
    followed.push(...[followedCase(record, names, to)].filter((one) => one !== null));
  }
  return followed;
}

/** 案例里的名称 */
export function caseNames(platform: Platform, month: string, rulebook: Rulebook): CaseNames {
  const setting = settingOf(rulebook, platform.name, month);
  return {
    unit: (code) => unitName(setting, code),
    category: (code) => categoryName(setting, code, "cases"),
    place: (code) => placeName(rulebook, month, code),
    day: (at) => civilDateOf(at, platform.zone),
  };
}

/** a place down to its street: a community is told no closer */
function placeName(rulebook: Rulebook, month: string, code: string): string {
  const place = inForce(rulebook, "place", code, lastDay(month))?.value;
  if (!place) return code;
  const parent = place.parent === null ? "" : placeName(rulebook, month, place.parent);
  return place.level === "community" && parent ? parent : parent + place.name;
}
