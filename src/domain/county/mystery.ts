/** 拨测: calls that the city makes to a county's hotline by plan: drawn, rated, objected to, settled. */
import type { Role } from "../access/role.ts";
import { type CivilDate, dayWords, type Instant } from "../calendar/civil.ts";
import { lastDay } from "../calendar/month.ts";
import { startOfDay } from "../calendar/zone.ts";
import type { Id } from "../ledger/event.ts";
import type { MonthKey } from "../measure/counts.ts";
import type { Rules } from "../order/rules.ts";
import { type Refused, refuse } from "../refusal.ts";
import { resultOf, type Sheet, type SheetRules } from "./mysterySheet.ts";

/** 拨测计划 */
export interface MysteryPlan {
  id: Id;
  month: MonthKey;
  county: string;
  calls: number;
  raters: number;
  /** the same seed draws the same days */
  seed: string;
  by: string;
  at: Instant;
}

/** 一个人的评分 */
export interface MysteryRating extends Sheet {
  by: string;
  at: Instant;
  calledAt: Instant;
  note: string | null;
}

export interface MysteryWithdrawal {
  at: Instant;
  by: string;
  text: string;
}

/** 一通拨测 as planned, with what was said of it */
export interface MysteryTask {
  id: Id;
  version: number;
  plan: Id;
  month: MonthKey;
  county: string;
  day: CivilDate;
  raters: number;
  /** who planned it */
  plannedBy: string;
  ratings: MysteryRating[];
  objection: { text: string; by: string; at: Instant } | null;
  settlement: { at: Instant; by: string; upheld: boolean | null; text: string | null } | null;
  /** 撤销 before it was made, and why; null: it stands */
  withdrawal: MysteryWithdrawal | null;
  /** as it was settled: what the ledger has */
  settled: Sheet | null;
}

export const mysteryStates = {
  waiting: "待拨待评",
  apart: "待复评",
  rated: "已评",
  objected: "有异议",
  settled: "已定",
  withdrawn: "已撤销",
} as const;
export type MysteryState = keyof typeof mysteryStates;

/** 一通的结果 as far as it has come; null: something is still missing */
export function sheetNow({ ratings, raters, objection, settled }: MysteryTask, rules: SheetRules): Sheet | null {
  if (settled) return settled;
  const result = resultOf(ratings, raters, rules);
  if ("sheet" in result) return result.sheet;
  // what was objected to had been rated: a rule corrected since asks nobody for a third sheet
  const asItWas = objection ? resultOf(ratings, raters, { ...rules, apart: Number.POSITIVE_INFINITY }) : result;
  return "sheet" in asItWas ? asItWas.sheet : null;
}

export function mysteryState(task: MysteryTask, rules: SheetRules): MysteryState {
  if (task.withdrawal) return "withdrawn";
  if (task.settlement) return "settled";
  if (task.objection) return "objected";
  const result = resultOf(task.ratings, task.raters, rules);
  if ("sheet" in result) return "rated";
  return result.missing === "thirdRating" ? "apart" : "waiting";
}

/** 随机的日子: the first so many by a rank that the seed gives each, in the order of the calendar. */
export const drawnDays = (days: readonly CivilDate[], calls: number, rank: (day: CivilDate) => string): CivilDate[] => {
  const ranked = days.map((day) => ({ day, rank: rank(day) }));
  const first = ranked.toSorted((one, other) => (one.rank < other.rank ? -1 : 1)).slice(0, calls);
  return first.map(({ day }) => day).sort();
};

/** 还能抽的日子 of a month, from today on */
export const daysLeft = (days: readonly CivilDate[], today: CivilDate): CivilDate[] =>
  days.filter((day) => day >= today);

export function planRefusal(
  { month, calls }: Pick<MysteryPlan, "month" | "calls">,
  left: readonly CivilDate[],
  today: CivilDate,
): Refused | null {
  if (lastDay(month) < today) return refuse("monthOver", "这个月已经过完。", "请排以后的月份。");
  return calls > left.length
    ? refuse("invalid", `这个月只剩 ${left.length} 天，排不下 ${calls} 通。`, "请减少通数。")
    : null;
}

export const mysteryTerms = { rate: "评分", object: "提异议", settle: "定分", withdraw: "撤销" } as const;
export type MysteryAction = keyof typeof mysteryTerms;

/** 谁在看 */
export interface MysteryViewer {
  role: Role;
  by: string;
}

/** 看得到各人的评分没有: an inspector who may still rate it sees what others gave only after his own. */
export const seesRatings = (task: MysteryTask, { role, by }: MysteryViewer, rules: SheetRules): boolean =>
  role !== "inspector" ||
  !["waiting", "apart"].includes(mysteryState(task, rules)) ||
  task.ratings.some((one) => one.by === by);

/** 县级平台看得到没有: nothing before it has been rated, least of all when it will be phoned, or was to be */
export const countySees = (task: MysteryTask, rules: SheetRules): boolean =>
  !["waiting", "apart", "withdrawn"].includes(mysteryState(task, rules));

/** 异议期限 counts from the last rating */
export function objectBy({ ratings }: MysteryTask, rules: Rules): Instant {
  const from = Math.max(...ratings.map(({ at }) => at));
  return rules.end(rules.limit("objection", from), from).instant;
}

interface Case {
  task: MysteryTask;
  viewer: MysteryViewer;
  at: Instant;
  rules: Rules;
  sheet: SheetRules;
}

type Check = (of: Case) => Refused | null;
const settledAlready = refuse("alreadySettled", "这一通已经定分。", "定了的不再改。");
const withdrawnAlready = refuse("alreadyWithdrawn", "这一通已经撤销。", "撤销了的不再拨。");
const isOpen: Check = ({ task }) => (task.withdrawal ? withdrawnAlready : task.settlement ? settledAlready : null);
const isRated: Check = ({ task, sheet }) =>
  countySees(task, sheet) ? null : refuse("notScored", "这一通还没有评完。", "评完再说。");

const checks: Record<MysteryAction, readonly Check[]> = {
  rate: [
    ({ viewer }) => (viewer.role === "inspector" ? null : refuse("otherRole", "评分由质检员做。", "您可以看结果。")),
    isOpen,
    ({ task, viewer }) =>
      task.ratings.some(({ by }) => by === viewer.by)
        ? refuse("alreadyScored", "这一通您已经评过。", "评过的不能改。")
        : null,
    ({ task, sheet }) =>
      countySees(task, sheet) ? refuse("enoughRatings", "这一通已经评完。", "有不同意见请告诉热线办。") : null,
    ({ task, at, rules }) =>
      at < startOfDay(task.day, rules.zone)
        ? refuse(
            "tooEarly",
            `这一通抽在${dayWords(task.day)}，还没有到。`,
            "到了那天再拨，迟几天也可以；不拨了的请撤销。",
          )
        : null,
  ],
  object: [
    ({ viewer }) => (viewer.role === "county" ? null : refuse("otherRole", "异议由县级平台提。", "请告诉他们。")),
    isOpen,
    isRated,
    ({ task }) => (task.objection ? refuse("alreadyObjected", "这一通已经提过异议。", "请等热线办定分。") : null),
    ({ task, at, rules }) =>
      at >= objectBy(task, rules) ? refuse("objectionLate", "提异议的期限已过。", "有新情况请告诉热线办。") : null,
  ],
  settle: [
    ({ viewer }) => (viewer.role === "office" ? null : refuse("otherRole", "定分由热线办做。", "请等他们定。")),
    isOpen,
    isRated,
    ({ task, at, rules }) =>
      task.objection || at >= objectBy(task, rules)
        ? null
        : refuse("objectionOpen", "县级平台还在异议期里。", "期限过了，或者提了异议以后再定分。"),
  ],
  withdraw: [
    isOpen,
    ({ task, viewer }) =>
      viewer.role === "office" || viewer.by === task.plannedBy
        ? null
        : refuse("otherPerson", "撤销由排的人或者热线办做。", "请告诉他们。"),
    ({ task }) =>
      task.ratings.length > 0
        ? refuse("alreadyScored", "这一通已经拨了、评了。", "评过的不能撤销，有问题请定分时写明。")
        : null,
  ],
};

/** 能不能: null, or why not. */
export function mysteryRefusal(action: MysteryAction, of: Case): Refused | null {
  for (const check of checks[action]) {
    const refused = check(of);
    if (refused) return refused;
  }
  return null;
}
