/** 目录: the sections of the monthly report in their usual order; the rulebook's report row may reorder them or leave some out. */
import { inForce } from "../domain/rule/inForce.ts";
import type { Block } from "./block.ts";
import type { ReportFacts } from "./facts.ts";
import { difficultCases, typicalCases } from "./section/cases.ts";
import { civilizedCity } from "./section/civilizedCity.ts";
import { countyCalls } from "./section/countyCalls.ts";
import { difficulties } from "./section/difficulties.ts";
import { dispatched } from "./section/dispatched.ts";
import { districts } from "./section/districts.ts";
import { firstContact } from "./section/firstContact.ts";
import { followUp } from "./section/followUp.ts";
import { handling } from "./section/handling.ts";
import { hotEvent } from "./section/hotEvent.ts";
import { leaderDay } from "./section/leaderDay.ts";
import { mysteryCalls } from "./section/mysteryCalls.ts";
import { nextSteps } from "./section/nextSteps.ts";
import { overdue } from "./section/overdue.ts";
import { overview } from "./section/overview.ts";
import type { Section } from "./section/section.ts";
import { topCategories } from "./section/topCategories.ts";
import { topSubcategories } from "./section/topSubcategories.ts";
import { units } from "./section/units.ts";

export const contents: Section[] = [
  overview,
  topCategories,
  topSubcategories,
  hotEvent,
  districts,
  units,
  civilizedCity,
  handling,
  firstContact,
  dispatched,
  followUp,
  overdue,
  countyCalls,
  mysteryCalls,
  typicalCases,
  difficultCases,
  leaderDay,
  difficulties,
  nextSteps,
];

/** 本月采用的目录: as the rulebook's report row lists the sections; without a list, all in their usual order. */
export function sectionsOf({ rulebook, month }: ReportFacts): Section[] {
  const listed = inForce(rulebook, "report", "monthly", `${month}-01`)?.value.sections ?? [];
  if (listed.length === 0) return contents;
  return listed.flatMap((name) => contents.find((section) => section.name === name) ?? []);
}

/** 正文: every section that has something to say, under its headings; a heading stands once above all it covers. */
export function monthlyBody(facts: ReportFacts): Block[] {
  let above: string[] = [];
  return sectionsOf(facts).flatMap((section) => {
    const blocks = section.write(facts);
    if (blocks.length === 0) return [];
    const headings = headingsOf(above, section.path);
    above = section.path;
    return [...headings, ...blocks];
  });
}

function headingsOf(above: string[], path: string[]): Block[] {
  const parted = path.findIndex((text, at) => text !== above[at]);
  return path.flatMap((text, at) =>
    parted === -1 || at < parted ? [] : [{ kind: "heading", level: (at + 1) as 1 | 2 | 3 | 4, text } satisfies Block],
  );
}
