import { lastDay } from "../../domain/calendar/month.ts";
import { civilDateOf } from "../../domain/calendar/zone.ts";
import { categoryName, settingOf, unitName } from "../../domain/measure/setting.ts";
import type { CaseKind } from "../../domain/report/case.ts";
import { inForce } from "../../domain/rule/inForce.ts";
import type { Rulebook } from "../../domain/rule/rulebook.ts";
import { type CaseNames, type CaseRecord, caseFacts } from "../../report/caseFacts.ts";
import type { ReportFacts } from "../../report/facts.ts";
import type { Database } from "../../store/database.ts";
import type { Platform } from "../../store/platform.ts";
import { caseCandidates } from "../../store/question/cases.ts";
import { monthOf } from "../../store/question/month.ts";
import { casesOfMonth } from "../../store/report/cases.ts";

/** cases of each sort that a report tells */
const MOST = 2;

/** 本月案例: of each sort those that were chosen, as they were written; where none was, what the ledger proposes. */
export async function monthCases(db: Database, platform: Platform, month: string, rulebook: Rulebook) {
  // the whole name goes no further than `caseFacts`, which takes it out of the citizen's own words too
  const found = await caseCandidates(db, monthOf(platform, month, rulebook), MOST, (name) => name);
  const names = caseNames(platform, month, rulebook);
  const proposed = (records: CaseRecord[]) => records.flatMap((record) => caseFacts(record, names) ?? []);
  const chosen = (await casesOfMonth(db, platform.platform, month)).filter((one) => one.chosen);
  const told = (kind: CaseKind, records: CaseRecord[]) => {
    const written = chosen.filter((one) => one.kind === kind);
    return written.length > 0
      ? written.map(({ id, title, text }) => ({ id, title, written: text }))
      : proposed(records);
  };
  return {
    typical: told("typical", found.typical),
    difficult: told("difficult", found.difficult),
  } satisfies ReportFacts["cases"];
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
