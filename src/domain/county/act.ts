/** 县级月报能做的事: who may deliver, object, answer, settle and judge, and why not. */
import type { Role } from "../access/role.ts";
import { type Instant, isOfOurTime } from "../calendar/civil.ts";
import { firstDay, lastDay, monthBounds } from "../calendar/month.ts";
import { periodName } from "../calendar/period.ts";
import type { MonthKey } from "../measure/counts.ts";
import type { Rules } from "../order/rules.ts";
import { type Refused, refuse } from "../refusal.ts";
import { inForce } from "../rule/inForce.ts";
import type { CountyMonthState, DataObjection } from "./county.ts";

export const countyTerms = {
  deliver: "上报",
  raiseObjection: "提异议",
  answerObjection: "答复异议",
  settleObjection: "处理异议",
  judgeAccuracy: "评定准确度",
} as const;
export type CountyAction = keyof typeof countyTerms;

/** 要做的 about a county's month */
export interface CountyCase {
  month: MonthKey;
  /** null: nothing was delivered */
  state: CountyMonthState | null;
  /** the objection that it is about */
  objection?: DataObjection | undefined;
  role: Role;
}

type Check = (of: CountyCase, at: Instant, rules: Rules) => Refused | null;

export const stateNames = {
  missing: "未报",
  delivered: "已报",
  objected: "有异议",
  judged: "已评定",
  /** delivered with other numbers than it was judged for, or found wrong since */
  reopened: "待重新评定",
} as const;
export type CountyState = keyof typeof stateNames;

export const openObjections = ({ objections }: CountyMonthState): DataObjection[] =>
  objections.filter(({ settlement }) => settlement === null);

/** `wasJudged`: points stood for an earlier delivery, be it an old system's, of which no verdict is known */
export function stateOf(state: CountyMonthState | null, wasJudged = false): CountyState {
  if (state === null) return "missing";
  if (openObjections(state).length > 0) return "objected";
  if (state.accuracy !== null) return "judged";
  return state.verdict === null && !wasJudged ? "delivered" : "reopened";
}

/** 没有上报期限的月份: before there was a rule of it, or where the calendar ends; nothing is reported for such a month */
export function monthRefusal(month: MonthKey, rules: Rules): Refused | null {
  const hasLimit = inForce(rules.rulebook, "limit", "countyReport", lastDay(month)) !== null;
  return hasLimit && isOfOurTime(rules.dateOf(reportBy(month, rules)))
    ? null
    : refuse("invalid", `${periodName(month)}没有上报期限。`, "请换一个月份，或请热线办在规则库里加上期限。");
}

/** 上报期限 of a month's data, by the rule in force on its last day */
export function reportBy(month: MonthKey, rules: Rules): Instant {
  const last = monthBounds(month, rules.zone).until - 1;
  return rules.end(rules.limit("countyReport", last), last).instant;
}

/** 答复期限 of an objection */
export const answerBy = ({ raisedAt }: DataObjection, rules: Rules): Instant =>
  rules.end(rules.limit("countyAnswer", raisedAt), raisedAt).instant;

/** 准确度的满分 by the scorecard of the month; null: it has none */
export const fullAccuracy = (month: MonthKey, { rulebook }: Pick<Rules, "rulebook">): number | null =>
  inForce(rulebook, "scorecard", "countyComposite", firstDay(month))
    ?.value.components.flatMap(({ items }) => items)
    .find(({ key }) => key === "accuracy")?.points ?? null;

const by =
  (roles: readonly Role[], sentence: string, next: string): Check =>
  ({ role }) =>
    roles.includes(role) ? null : refuse("otherRole", sentence, next);

const isDelivered: Check = ({ state }) =>
  state ? null : refuse("notDelivered", "这个月还没有报。", "请县级平台先上报。");

const isOpen: Check = ({ objection }) => {
  if (!objection) return refuse("notFound", "没有这件异议。", "请刷新后再看。");
  return objection.settlement ? refuse("alreadySettled", "这件异议已经处理完。", "处理完的不再改。") : null;
};

const checks: Record<CountyAction, readonly Check[]> = {
  deliver: [
    by(["county"], "月报由县级平台自己报。", "请转告他们。"),
    ({ month }, at, { zone }) =>
      at < monthBounds(month, zone).until
        ? refuse("monthNotOver", "这个月还没有过完。", "过完以后再报全月的数。")
        : null,
  ],
  raiseObjection: [by(["inspector", "office"], "异议由质检员或热线办提。", "请告诉他们。"), isDelivered],
  answerObjection: [
    by(["county"], "异议由县级平台答复。", "请等他们答复。"),
    isDelivered,
    isOpen,
    ({ objection }) =>
      objection?.answer ? refuse("alreadyAnswered", "这件异议已经答复过。", "要补充，请更正月报或联系热线办。") : null,
  ],
  settleObjection: [
    by(["inspector", "office"], "异议由质检员或热线办处理。", "请等他们处理。"),
    isDelivered,
    isOpen,
    ({ objection }, at, rules) =>
      objection!.answer || objection!.correctedAt !== null || at >= answerBy(objection!, rules)
        ? null
        : refuse("notAnswered", "县级平台还没有答复，也没有更正。", "等答复、更正，或答复期限过了再处理。"),
  ],
  judgeAccuracy: [
    by(["office"], "准确度由热线办评定。", "请等他们评定。"),
    isDelivered,
    ({ state }) => {
      const open = openObjections(state!).length;
      return open > 0 ? refuse("objectionsOpen", `还有 ${open} 件异议没有处理完。`, "处理完再评定。") : null;
    },
    ({ month }, _, rules) =>
      fullAccuracy(month, rules) === null
        ? refuse("noScorecard", "这个月的评分表里没有数据准确度。", "请在规则库里加上。")
        : null,
  ],
};

/** 能不能: null, or why not. */
export function countyRefusal(action: CountyAction, of: CountyCase, at: Instant, rules: Rules): Refused | null {
  for (const check of checks[action]) {
    const refused = check(of, at, rules);
    if (refused) return refused;
  }
  return null;
}

/** 建议的准确度: full points, less for each objection upheld and for a late delivery, never under 0; with how it is made. */
export function proposedAccuracy(
  { month, state }: Pick<CountyCase, "month" | "state">,
  isLate: boolean,
  at: Instant,
  rules: Rules,
): { points: number; words: string } | null {
  const full = fullAccuracy(month, rules);
  if (state === null || full === null) return null;
  const upheld = state.objections.filter(({ settlement }) => settlement?.upheld).length;
  const [each, late] = [rules.threshold("accuracyPerObjection", at), rules.threshold("accuracyLate", at)];
  const points = Math.max(0, full - upheld * each * 100 - (isLate ? late * 100 : 0));
  const less = [upheld > 0 ? `成立的异议 ${upheld} 件，各扣 ${each} 分` : "", isLate ? `迟报扣 ${late} 分` : ""];
  return { points, words: [`满分 ${full / 100} 分`, ...less.filter(Boolean)].join("；") };
}
