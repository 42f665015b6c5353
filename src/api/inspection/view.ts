/** 质检给人看的样子 */
import type { z } from "zod";
import type { drawView, sampleRow, sampleView } from "../../contract/inspection/inspection.ts";
import { drawRules } from "../../domain/inspection/draw.ts";
import {
  type Inspected,
  type Rater,
  resultOf,
  type Sample,
  type SampleAction,
  sampleRefusal,
  sampleTerms,
  seesScores,
  stateNames,
  stateOf,
  versionOf,
} from "../../domain/inspection/sample.ts";
import type { Rules } from "../../domain/order/rules.ts";
import { allowance } from "../../domain/refusal.ts";
import { inForce } from "../../domain/rule/inForce.ts";
import type { ListedDraw } from "../../store/inspection/draws.ts";
import { unitNameOf } from "../order/names.ts";
import { iso } from "../time.ts";
import type { Visit } from "../visit.ts";

export const raterOf = ({ viewer: { role, number, units }, actor: { by } }: Visit): Rater => ({
  role,
  by,
  number,
  units,
});

/** '话务员 12' or the unit's name */
export const judgedName = ({ of, judged }: Pick<Sample, "of" | "judged">, rules: Rules, at: number): string =>
  of === "order" ? unitNameOf(rules, judged, at) : `话务员 ${judged}`;

export const drawViewOf = ({ at, ...draw }: ListedDraw): z.input<typeof drawView> => ({
  ...draw,
  ruleName: drawRules[draw.rule],
  at: iso(at),
});

export function rowOf(of: Inspected, visit: Visit, rules: Rules): z.input<typeof sampleRow> {
  const { sample } = of;
  const state = stateOf(of);
  return {
    id: sample.id,
    of: sample.of,
    subject: sample.subject,
    number: sample.number,
    subjectAt: iso(sample.subjectAt),
    rule: sample.rule,
    ruleName: drawRules[sample.rule],
    judged: sample.judged,
    judgedName: judgedName(sample, rules, visit.at),
    drawnAt: iso(sample.drawnAt),
    state,
    stateName: stateNames[state],
    result: seesScores(of, raterOf(visit)) ? resultOf(of) : null,
  };
}

/** 现行的评分表 for what is inspected. */
export const sheetOf = ({ of }: Pick<Sample, "of">, { rulebook, dateOf }: Rules, at: number) =>
  inForce(rulebook, "scoreSheet", of, dateOf(at));

const ACTIONS = Object.keys(sampleTerms) as SampleAction[];

function allowedOf(of: Inspected, visit: Visit, rules: Rules): z.input<typeof sampleView>["allowed"] {
  return ACTIONS.map((action) => ({
    action,
    term: sampleTerms[action],
    ...allowance(sampleRefusal(action, of, raterOf(visit), visit.at, rules)),
  }));
}

function objectionOf({ objection }: Inspected): z.input<typeof sampleView>["objection"] {
  if (objection === null) return null;
  const { text, by, at, ruling } = objection;
  return { text, by, at: iso(at), ruling: ruling && { ...ruling, at: iso(ruling.at) } };
}

export function viewOf(of: Inspected, request: string | null, visit: Visit, rules: Rules) {
  const sheet = sheetOf(of.sample, rules, visit.at);
  const view: z.input<typeof sampleView> = {
    ...rowOf(of, visit, rules),
    version: versionOf(of),
    request,
    sheet: sheet && { ...sheet.value, from: sheet.from, source: sheet.source, assumption: sheet.assumption },
    scores: seesScores(of, raterOf(visit))
      ? of.scores.map(({ sheet: _, at, ...score }) => ({ ...score, at: iso(at) }))
      : null,
    objection: objectionOf(of),
    allowed: allowedOf(of, visit, rules),
  };
  return { version: view.version, answer: view };
}
