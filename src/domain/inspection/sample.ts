/** 样本: a call or an order under inspection: who was judged, how it was scored, what was objected and ruled. */
import type { Role } from "../access/role.ts";
import type { CivilDate, Instant } from "../calendar/civil.ts";
import type { Id } from "../ledger/event.ts";
import type { Rules } from "../order/rules.ts";
import { type Refused, refuse } from "../refusal.ts";
import type { DrawRule, SampleOf } from "./draw.ts";
import type { ItemScore } from "./sheet.ts";

export interface Sample {
  id: Id;
  draw: Id;
  of: SampleOf;
  /** why it was drawn */
  rule: DrawRule;
  subject: Id;
  /** of an order its printed number */
  number: string | null;
  /** when the call came, or the order was dispatched */
  subjectAt: Instant;
  /** 被评的: the agent's staff number, or the unit's code */
  judged: string;
  drawnAt: Instant;
}

export interface Score {
  by: string;
  at: Instant;
  /** day of the sheet that was used */
  sheet: CivilDate;
  items: ItemScore[];
  points: number;
  full: number;
  note: string | null;
}

/** 异议 and its ruling, each said once */
export interface Objection {
  text: string;
  by: string;
  at: Instant;
  ruling: { at: Instant; by: string; upheld: boolean; points: number | null; text: string } | null;
}

export interface Inspected {
  sample: Sample;
  scores: Score[];
  objection: Objection | null;
}

export const stateNames = { waiting: "待评", scored: "已评", objected: "有异议", ruled: "已裁定" } as const;
export type SampleState = keyof typeof stateNames;

export function stateOf({ scores, objection }: Inspected): SampleState {
  if (objection !== null) return objection.ruling === null ? "objected" : "ruled";
  return scores.length > 0 ? "scored" : "waiting";
}

/** grows with whatever is said of it */
export const versionOf = ({ scores, objection }: Inspected): number =>
  1 + scores.length + (objection ? 1 : 0) + (objection?.ruling ? 1 : 0);

export const sampleTerms = { score: "评分", object: "提异议", ruleOnObjection: "裁定异议" } as const;
export type SampleAction = keyof typeof sampleTerms;

/** 谁在看 */
export interface Rater {
  role: Role;
  /** as the ledger names him */
  by: string;
  /** 工号 */
  number: string;
  units: readonly string[] | null;
}

/** 自己是谁 among those who are judged, as samples name them; none where such samples judge others. */
export function ownJudged(of: SampleOf, { role, number, units }: Rater): readonly string[] {
  if (of === "call") return role === "agent" ? [number] : [];
  return role === "liaison" ? (units ?? []) : [];
}

/** 是不是被评的人 */
export const isJudged = ({ of, judged }: Pick<Sample, "of" | "judged">, rater: Rater): boolean =>
  ownJudged(of, rater).includes(judged);

/** 裁定的人 */
export const rulers: readonly Role[] = ["office", "supervisor"];

/**
 * 看得到评分没有: an inspector sees what others gave only after he has given his own; whoever was judged sees it as soon as it is
 * given, and so do those who rule.
 */
export const seesScores = ({ scores }: Inspected, { role, by }: Rater): boolean =>
  role !== "inspector" || scores.some((one) => one.by === by);

type Check = (of: Inspected, rater: Rater, at: Instant, rules: Rules) => Refused | null;

/** 异议期限: working days after the first score */
const objectBy = ({ scores }: Inspected, rules: Rules): Instant => {
  const from = Math.min(...scores.map(({ at }) => at));
  return rules.end(rules.limit("objection", from), from).instant;
};

const checks: Record<SampleAction, readonly Check[]> = {
  score: [
    (_, { role }) => (role === "inspector" ? null : refuse("otherRole", "评分由质检员做。", "您可以看结果。")),
    ({ scores }, { by }) =>
      scores.some((one) => one.by === by) ? refuse("alreadyScored", "这一件您已经评过。", "评过的不能改。") : null,
    ({ objection }) => (objection ? refuse("alreadyObjected", "这一件已有异议，不再评分。", "由热线办裁定。") : null),
  ],
  object: [
    ({ sample }, rater) => (isJudged(sample, rater) ? null : refuse("ownPart", "异议由被评的人提。", "请告诉他们。")),
    ({ scores }) => (scores.length === 0 ? refuse("notScored", "这一件还没有评分。", "评分以后再提。") : null),
    ({ objection }) => (objection ? refuse("alreadyObjected", "这一件已经提过异议。", "请等裁定。") : null),
    (of, _, at, rules) =>
      at >= objectBy(of, rules) ? refuse("objectionLate", "提异议的期限已过。", "有新情况请告诉热线办。") : null,
  ],
  ruleOnObjection: [
    (_, { role }) =>
      rulers.includes(role) ? null : refuse("otherRole", "异议由热线办或督办员裁定。", "请等他们裁定。"),
    ({ objection }) => (objection === null ? refuse("notObjected", "这一件没有异议。", "不用裁定。") : null),
    ({ objection }) => (objection?.ruling ? refuse("alreadyRuled", "这件异议已经裁定。", "裁定不再改。") : null),
  ],
};

/** 能不能: null, or why not. */
export function sampleRefusal(
  action: SampleAction,
  of: Inspected,
  rater: Rater,
  at: Instant,
  rules: Rules,
): Refused | null {
  for (const check of checks[action]) {
    const refused = check(of, rater, at, rules);
    if (refused) return refused;
  }
  return null;
}

/** 结果 as two counts: what was given and what could be, of all scores; an upheld objection's points stand for all of them. */
export function resultOf({ scores, objection }: Inspected): { points: number; full: number } | null {
  if (scores.length === 0) return null;
  const ruled = objection?.ruling;
  if (ruled?.upheld) return { points: ruled.points!, full: Math.max(...scores.map(({ full }) => full)) };
  return scores.reduce((sum, { points, full }) => ({ points: sum.points + points, full: sum.full + full }), {
    points: 0,
    full: 0,
  });
}
