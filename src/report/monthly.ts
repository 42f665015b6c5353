/** 目录: the sections of the report in their usual order; the rulebook's report row may reorder them or leave some out, and so may who edits it. */
import { isMonth, ruleDay } from "../domain/calendar/month.ts";
import {
  type ContentsLine,
  ownParagraph,
  type ParagraphEdit,
  type ReportDraft,
  untouched,
} from "../domain/report/draft.ts";
import { inForce } from "../domain/rule/inForce.ts";
import type { Appendix, Block } from "./block.ts";
import { editedSection, editing, namedUnder } from "./draft/editing.ts";
import { FURTHER } from "./draft/figurePaths.ts";
import type { ReportAbout, ReportFacts } from "./facts.ts";
import { appendix1, appendix1Title } from "./section/appendix1.ts";
import { appendix2, appendix2Title } from "./section/appendix2.ts";
import { business } from "./section/business.ts";
import { calls } from "./section/calls.ts";
import { difficultCases, typicalCases } from "./section/cases.ts";
import { categories } from "./section/categories.ts";
import { channels } from "./section/channels.ts";
import { civilizedCity } from "./section/civilizedCity.ts";
import { countyPlatforms } from "./section/countyPlatforms.ts";
import { difficultBefore } from "./section/difficultBefore.ts";
import { difficulties } from "./section/difficulties.ts";
import { dispatched } from "./section/dispatched.ts";
import { districts } from "./section/districts.ts";
import { earlyWarnings } from "./section/earlyWarnings.ts";
import { firstContact } from "./section/firstContact.ts";
import { followUp } from "./section/followUp.ts";
import { handling } from "./section/handling.ts";
import { hotEvents } from "./section/hotEvents.ts";
import { hours } from "./section/hours.ts";
import { leaderDay } from "./section/leaderDay.ts";
import { mysteryCalls } from "./section/mysteryCalls.ts";
import { nextSteps } from "./section/nextSteps.ts";
import { openOverdue } from "./section/openOverdue.ts";
import { repeats } from "./section/repeats.ts";
import { heading, paragraph, type Section } from "./section/section.ts";
import { solved } from "./section/solved.ts";
import { subcategories } from "./section/subcategories.ts";
import { units } from "./section/units.ts";
import { yearBefore } from "./section/yearBefore.ts";

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
  hours,
  channels,
  yearBefore,
  repeats,
  business,
  earlyWarnings,
  solved,
  difficultBefore,
];

/** 附件 by their names in the report row */
export const appendixNames: Record<string, (facts: ReportFacts) => Appendix | null> = { appendix1, appendix2 };

/** what each is called where it has nothing to show */
const appendixTitles: Record<string, (facts: ReportFacts) => string> = {
  appendix1: appendix1Title,
  appendix2: appendix2Title,
};
export const appendixTitle = (name: string, facts: ReportFacts): string => appendixTitles[name]?.(facts) ?? name;

/** the lines of the contents page, each a section or an appendix */
const allNames = [...contents.map(({ name }) => name), ...Object.keys(appendixNames)];
const usualNames = allNames.filter((name) => !sectionNamed(name)?.extra);

/** counties deliver by the month, and are ranked by it */
const MONTHLY_APPENDIX = "appendix2";
const namesFor = ({ month }: ReportAbout): string[] =>
  isMonth(month) ? allNames : allNames.filter((name) => name !== MONTHLY_APPENDIX && !sectionNamed(name)?.monthly);

/** what the rulebook lists: one name may stand for several sections */
function listedNames({ rulebook, month }: ReportAbout): string[] {
  const listed = inForce(rulebook, "report", "monthly", ruleDay(month))?.value.sections ?? [];
  if (listed.length === 0) return usualNames;
  return listed.flatMap((name) =>
    name in appendixNames
      ? [name]
      : contents.filter((section) => section.name === name || section.listedAs === name).map((section) => section.name),
  );
}

/** as a person ordered it, or as the rulebook lists it */
const orderedLines = (about: ReportAbout, { contents: { lines } }: ReportDraft): ContentsLine[] =>
  (lines ?? listedNames(about).map((name) => ({ name, on: true }))).filter(({ name }) =>
    namesFor(about).includes(name),
  );

/** 目录: as a person ordered it, or as the rulebook lists it; whatever else can be written stands below, not printed. */
export function contentsLines(facts: ReportFacts, draft: ReportDraft = untouched): ContentsLine[] {
  const known = orderedLines(facts, draft);
  const named = new Set(known.map(({ name }) => name));
  const others = namesFor(facts)
    .filter((name) => !named.has(name))
    .map((name) => ({ name, on: false }));
  return gathered(facts, [...known, ...others]);
}

/** 一节, by its name in the contents; undefined: there is none, or it is an appendix */
export function sectionNamed(name: string): Section | undefined {
  return contents.find((section) => section.name === name);
}

/** 增选的一处文字: of a section beyond the usual ones, or with a number that only those print */
export const isFurther = ({
  paragraph,
  text,
  written,
}: Pick<ParagraphEdit, "paragraph" | "text" | "written">): boolean =>
  sectionNamed(paragraph.split("/")[0]!)?.extra === true ||
  [...(text ?? []), ...written].some((part) => typeof part === "object" && part.figure.startsWith(FURTHER));

/** 要不要增选的数: whether a report prints a section beyond the usual ones, or what a person wrote has to do with one. */
export const wantsFurther = (about: ReportAbout, draft: ReportDraft = untouched): boolean =>
  orderedLines(about, draft).some(({ name, on }) => on && sectionNamed(name)?.extra) || draft.edits.some(isFurther);

/** 一节所在的标题, the outermost first; some are named by the month's rules */
export const pathOf = ({ path }: Section, facts: ReportFacts): string[] =>
  typeof path === "function" ? path(facts) : path;

/** sections of one heading stand together, at the place of the first of them, what is said under it itself first; appendices last */
function gathered(facts: ReportFacts, lines: ContentsLine[], depth = 0): ContentsLine[] {
  const headingOf = ({ name }: ContentsLine) => {
    const section = sectionNamed(name);
    return section ? (pathOf(section, facts)[depth] ?? "") : "";
  };
  const apart = depth === 0 ? 1 : -1;
  const headings = [...new Set(lines.map(headingOf))].toSorted((a, b) => apart * (Number(a === "") - Number(b === "")));
  return headings.flatMap((heading) => {
    const under = lines.filter((line) => headingOf(line) === heading);
    return heading === "" || under.length === 1 ? under : gathered(facts, under, depth + 1);
  });
}

/** 印的各节 */
export const sectionsOf = (facts: ReportFacts, draft?: ReportDraft): Section[] =>
  contentsLines(facts, draft).flatMap(({ name, on }) => (on ? (sectionNamed(name) ?? []) : []));

/** 附件的一份, by its name in the contents */
export interface NamedAppendix {
  name: string;
  appendix: Appendix;
}

/** 一份附件 as it is written, each text under its whole name; null: there is nothing to show. */
export function writtenAppendix(name: string, facts: ReportFacts): Appendix | null {
  const appendix = appendixNames[name]?.(facts) ?? null;
  return appendix && { ...appendix, blocks: namedUnder(name, appendix.blocks) };
}

/** 附件: those that are listed and have something to show. */
export function namedAppendices(facts: ReportFacts, draft: ReportDraft = untouched, slots = false): NamedAppendix[] {
  const edited = editing(facts, draft, slots);
  return contentsLines(facts, draft).flatMap(({ name, on }) => {
    const appendix = on ? writtenAppendix(name, facts) : null;
    return appendix ? [{ name, appendix: { ...appendix, blocks: appendix.blocks.flatMap(edited) } }] : [];
  });
}

export const monthlyAppendices = (facts: ReportFacts, draft?: ReportDraft): Appendix[] =>
  namedAppendices(facts, draft).map(({ appendix }) => appendix);

/** 正文的一节, with the headings that begin above it */
export interface BodySection {
  section: Section;
  headings: Block[];
  blocks: Block[];
}

/** 正文各节: every section that has something to say; a heading stands once above all it covers. */
export function bodySections(facts: ReportFacts, draft: ReportDraft = untouched, slots = false): BodySection[] {
  let above: string[] = [];
  const edited = editing(facts, draft, slots);
  return sectionsOf(facts, draft).flatMap((section) => {
    const blocks = editedSection(section, facts, edited, slots);
    // where something could still be written, without a heading that wouldn't be printed
    if (blocks.length === 0)
      return slots ? [{ section, headings: [], blocks: [paragraph(ownParagraph(section.name))] }] : [];
    const path = pathOf(section, facts);
    const headings = headingsOf(above, path).flatMap(edited);
    above = path;
    return [{ section, headings, blocks }];
  });
}

/** 正文 */
export const monthlyBody = (facts: ReportFacts, draft?: ReportDraft): Block[] =>
  bodySections(facts, draft).flatMap(({ headings, blocks }) => [...headings, ...blocks]);

/** 标题的名称: a heading above sections is known by the way to it, wherever it stands. */
export const headingName = (path: readonly string[]): string => `heading/${path.join("/")}`;

/** the headings of a path that the one above hasn't begun */
export function headingsOf(above: readonly string[], path: readonly string[]): Block[] {
  const parted = path.findIndex((text, at) => text !== above[at]);
  return path.flatMap((text, at) =>
    parted === -1 || at < parted ? [] : [heading(headingName(path.slice(0, at + 1)), (at + 1) as 1 | 2 | 3 | 4, text)],
  );
}
