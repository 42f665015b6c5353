/** 目录: the sections of the monthly report in their usual order; the rulebook's report row may reorder them or leave some out. */
import { inForce } from "../domain/rule/inForce.ts";
import type { Appendix, Block } from "./block.ts";
import type { ReportFacts } from "./facts.ts";
import { appendix1 } from "./section/appendix1.ts";
import { appendix2 } from "./section/appendix2.ts";
import { calls } from "./section/calls.ts";
import { difficultCases, typicalCases } from "./section/cases.ts";
import { categories } from "./section/categories.ts";
import { civilizedCity } from "./section/civilizedCity.ts";
import { countyPlatforms } from "./section/countyPlatforms.ts";
import { difficulties } from "./section/difficulties.ts";
import { dispatched } from "./section/dispatched.ts";
import { districts } from "./section/districts.ts";
import { firstContact } from "./section/firstContact.ts";
import { followUp } from "./section/followUp.ts";
import { handling } from "./section/handling.ts";
import { hotEvents } from "./section/hotEvents.ts";
import { leaderDay } from "./section/leaderDay.ts";
import { mysteryCalls } from "./section/mysteryCalls.ts";
import { nextSteps } from "./section/nextSteps.ts";
import { openOverdue } from "./section/openOverdue.ts";
import type { Section } from "./section/section.ts";
import { subcategories } from "./section/subcategories.ts";
import { units } from "./section/units.ts";

export const contents: Section[] = [
  calls,
  categories,
  subcategories,
  hotEvents,
  districts,
  units,
  civilizedCity,
  handling,
  firstContact,
  dispatched,
  followUp,
  openOverdue,
  countyPlatforms,
  mysteryCalls,
  typicalCases,
  difficultCases,
  leaderDay,
  difficulties,
  nextSteps,
];

/** 附件 by their names in the report row */
const appendixNames: Record<string, (facts: ReportFacts) => Appendix | null> = { appendix1, appendix2 };

const listed = ({ rulebook, month }: ReportFacts): string[] | null => {
  const names = inForce(rulebook, "report", "monthly", `${month}-01`)?.value.sections ?? [];
  return names.length === 0 ? null : names;
};

/** 本月采用的目录: as the rulebook's report row lists the sections; without a list, all in their usual order. */
export const sectionsOf = (facts: ReportFacts): Section[] =>
  listed(facts)?.flatMap((name) => contents.filter((section) => section.name === name)) ?? contents;

/** 附件: those that are listed and have something to show. */
export const monthlyAppendices = (facts: ReportFacts): Appendix[] =>
  (listed(facts) ?? Object.keys(appendixNames)).flatMap((name) => appendixNames[name]?.(facts) ?? []);

/** 正文: every section that has something to say, under its headings; a heading stands once above all it covers. */
export function monthlyBody(facts: ReportFacts): Block[] {
  let above: string[] = [];
  return sectionsOf(facts).flatMap((section) => {
    const blocks = section.write(facts);
    if (blocks.length === 0) return [];
    const path = typeof section.path === "function" ? section.path(facts) : section.path;
    const headings = headingsOf(above, path);
    above = path;
    return [...headings, ...blocks];
  });
}

function headingsOf(above: string[], path: string[]): Block[] {
  const parted = path.findIndex((text, at) => text !== above[at]);
  return path.flatMap((text, at) =>
    parted === -1 || at < parted ? [] : [{ kind: "heading", level: (at + 1) as 1 | 2 | 3 | 4, text } satisfies Block],
  );
}
