/**
 * 条件: each a question about the order, the actor and the clock, named after what must hold; its name is the code of the
 * refusal when it doesn't. What is then said stands in refusals.ts under the same name.
 */
import { inForce } from "../rule/inForce.ts";
import { inUse } from "../rule/retired.ts";
import type { ActionInput } from "./action.ts";
import type { Ask } from "./ask.ts";
import { hasReached, isIssued } from "./clock.ts";
import { returnBy } from "./rules.ts";
import { leadOf, partOf, pendingExtension, pendingReturn, roundOf, stageOf } from "./stage.ts";
import { isAlarmed, isUnmoved } from "./unmoved.ts";

const mine = ({ order, by }: Ask) => partOf(order, by.unit);
const asked = ({ order, by }: Ask) =>
  pendingReturn(order)?.verifications.some((one) => one.unit === by.unit && one.answeredAt === null) === true;
const lastAttemptAt = ({ order }: Ask) => order.followUpAttempts.at(-1)?.at ?? null;

const HOUR = 3_600_000;

export const conditions = {
  /** 是本单位的 */
  ownPart: (ask: Ask) => mine(ask) !== null,
  /** 热线的人，或者在办的单位 */
  takesPart: (ask: Ask) => ask.by.role !== "liaison" || mine(ask) !== null,
  /** 本单位主办 */
  leads: (ask: Ask) => mine(ask)?.role === "lead",
  /** 本单位协办 */
  assists: (ask: Ask) => mine(ask)?.role === "assisting",
  acknowledged: (ask: Ask) => (mine(ask)?.acknowledgedAt ?? null) !== null,
  notYetAcknowledged: (ask: Ask) => mine(ask)?.acknowledgedAt === null,
  limitEnded: ({ lapsed }: Ask) => lapsed,
  partNotReported: (ask: Ask) => mine(ask)?.reportedAt === null,
  firstRound: ({ order }: Ask) => order.reopenedAt === null,
  /** 会商确定的主办不能再退 */
  notSettledByArbitration: ({ order }: Ask) => {
    const last = order.returns.at(-1);
    return !last?.arbitrated || leadOf(order).dispatchedAt > (last.ruledAt ?? 0);
  },
  /** 第二次退单起才会商 */
  returnedAgain: ({ order }: Ask) => order.returns.length >= 2,
  verificationAsked: asked,
  extensionNotAsked: ({ order }: Ask) => order.extension?.assignment !== leadOf(order).no,
  beforeDeadline: ({ order, now }: Ask) => now < (leadOf(order).dueAt ?? now),
  extensionPending: ({ order }: Ask) => pendingExtension(order) !== null,
  attemptsLeft: ({ order, rules, now }: Ask) => order.followUpAttempts.length < rules.followUpMode(now).attempts,
  /** 系统只在尝试用尽、时限已过后记未评价 */
  followUpLapsed: (ask: Ask) => {
    if (ask.by.role !== "system") return true;
    const { attempts, windowHours } = ask.rules.followUpMode(ask.order.followUpAttempts[0]?.at ?? ask.now);
    const last = lastAttemptAt(ask);
    return last !== null && ask.order.followUpAttempts.length >= attempts && ask.now >= last + windowHours * HOUR;
  },
  dissatisfied: ({ order }: Ask) => roundOf(order).rating === "dissatisfied",
  /** 不满意的由人决定重办还是归档 */
  decidedByPerson: ({ order, by }: Ask) => by.role !== "system" || roundOf(order).rating !== "dissatisfied",
  unmoved: ({ order, now, rules }: Ask) => isUnmoved(order, now, rules),
  notYetAlarmed: ({ order }: Ask) => !isAlarmed(order),
  notYetSummoned: ({ order }: Ask) => !isIssued(order, "summon"),
  noticeWaiting: ({ order }: Ask) => order.notices.some(({ receipt }) => receipt === null),
  withdrawalTold: ({ order }: Ask) => order.notices.some(({ kind }) => kind === "withdraw"),
  /** 单位已接手的，联络员先回执 */
  withdrawalAnswered: ({ order }: Ask) =>
    ["unacknowledged", "returned"].includes(stageOf(order)) ||
    order.notices.some(({ kind, receipt }) => kind === "withdraw" && receipt !== null),
} satisfies Record<string, (ask: Ask) => boolean>;

export type Condition = keyof typeof conditions;

/** 计入: allowed, but it counts against the unit; said before it is done. */
export const counted = {
  lateReturn: (ask: Ask) => {
    const at = mine(ask)?.acknowledgedAt ?? null;
    return at !== null && ask.now >= returnBy(ask.rules, at);
  },
  notInformed: ({ order }: Ask) => roundOf(order).informedAt === null,
  pastDeadline: ({ order, now }: Ask) =>
    now >= ((order.reopenedAt ? order.reopenDueAt : leadOf(order).dueAt) ?? now + 1),
} satisfies Record<string, (ask: Ask) => boolean>;

export type Counted = keyof typeof counted;

type Check<I> = (ask: Ask, input: I) => boolean;

/** 填写的内容: what the input must keep; the same way of naming. */
export const checks = {
  unitKnown: ({ rules, now }: Ask, { unit }: { unit: string }) => rules.isUnit(unit, now),
  /** in the unit table, be it retired: one may still speak with it */
  unitNamed: ({ rules, now }: Ask, { unit }: { unit: string }) =>
    inForce(rules.rulebook, "unit", unit, rules.dateOf(now)) !== null,
  nextUnitKnown: ({ rules, now }: Ask, { to }: ActionInput["acceptReturn"]) =>
    to === null || rules.isUnit(to.unit, now),
  notYetPart: ({ order }: Ask, { unit }: { unit: string }) => partOf(order, unit) === null,
  subUnit: (ask: Ask, { unit }: ActionInput["handOn"]) =>
    inUse(ask.rules.rulebook, "unit", unit, ask.rules.dateOf(ask.now))?.value.parent === mine(ask)?.unit,
  thirdUnit: ({ order }: Ask, { unit }: { unit: string }) =>
    unit !== leadOf(order).unit &&
    !pendingReturn(order)?.verifications.some((one) => one.unit === unit && one.answeredAt === null),
  withinOriginalLimit: ({ order }: Ask, { amount }: ActionInput["requestExtension"]) =>
    Number.isSafeInteger(amount) && amount >= 1 && amount <= (leadOf(order).runsUnder?.amount ?? 0),
  modeInForce: ({ rules, now }: Ask, { channel }: ActionInput["attemptFollowUp"]) =>
    channel === "phone" || channel === rules.followUpMode(now).channel,
  onlyLapses: ({ by }: Ask, { rating }: ActionInput["concludeFollowUp"]) =>
    by.role !== "system" || rating === "noResponse",
  notYetIssued: ({ order }: Ask, { level }: ActionInput["supervise"]) => !isIssued(order, level),
  levelDue: (ask: Ask, { level }: ActionInput["supervise"]) =>
    ask.by.role !== "system" || hasReached(ask.order, level, ask.now, ask.rules),
  noSameNotice: ({ order }: Ask, { kind }: ActionInput["giveNotice"]) =>
    !order.notices.some((one) => one.kind === kind && one.receipt === null),
  noticeOpen: ({ order }: Ask, { no }: ActionInput["answerNotice"]) =>
    order.notices.some((one) => one.no === no && one.receipt === null),
  ownRequest: ({ order }: Ask, { request }: ActionInput["withdraw"]) => request.id === order.request,
  /** others wait for the same answer */
  noRepeats: (_: Ask, { request }: ActionInput["withdraw"]) => request.repeats.length === 0,
} satisfies Record<string, Check<never>>;

export type CheckName = keyof typeof checks;
