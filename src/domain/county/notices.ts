/** 县级平台的通知: which step of its data and of its mystery calls is told to whom, in which words. */
import { dayWords, type Instant } from "../calendar/civil.ts";
import { periodName } from "../calendar/period.ts";
import type { EventData, EventKind, LedgerEvent } from "../ledger/event.ts";
import { printHundredths } from "../measure/exact.ts";
import type { Notice, Recipient } from "../notice/notice.ts";
import type { Rules } from "../order/rules.ts";
import { answerBy, reportBy, stateOf } from "./act.ts";
import type { CountyMonthState } from "./county.ts";
import { type MysteryAction, type MysteryTask, objectBy } from "./mystery.ts";
import { countyUnit } from "./platforms.ts";

const office: Recipient = { role: "office" };

/** the platform's people; nobody where no unit is said to be its place's */
function toCounty(county: string, at: Instant, { rulebook, dateOf }: Rules, sentence: string): Notice[] {
  const unit = countyUnit(rulebook, county, dateOf(at));
  return unit === null ? [] : [{ to: { countyOf: unit }, sentence }];
}

/** the last day of what ends at that instant */
const lastDayOf = (end: Instant, { dateOf }: Rules): string => dayWords(dateOf(end - 1));

type Tell<K extends EventKind> = (
  data: EventData[K],
  of: { event: LedgerEvent; state: CountyMonthState; month: string; rules: Rules; brought: number | null },
) => Notice[];

/** what a correction asks of the office: points hold for the numbers that they were given for, by it or by an old system */
function afterCorrection(state: CountyMonthState, brought: number | null): string {
  if (stateOf(state, brought !== null) !== "reopened") return "请核对";
  return state.verdict === null && brought !== null
    ? `导入的准确度 ${printHundredths(brought)} 分是给更正前的数的，不再作数，请重新评定`
    : "准确度要重新评定";
}

/** 通知表 of a county's month */
const table: { [K in EventKind]?: Tell<K> } = {
  countyReported: ({ unchanged }, { event: { version, at }, state, month, rules, brought }) => {
    if (unchanged) return [];
    if (version > 1) return [{ to: office, sentence: `${month}的月报已更正，${afterCorrection(state, brought)}。` }];
    return at < reportBy(state.month, rules) ? [] : [{ to: office, sentence: `${month}的月报已报，晚于期限。` }];
  },
  dataObjectionRaised: ({ no }, { event, state, month, rules }) => {
    const by = lastDayOf(answerBy(state.objections.find((one) => one.no === no)!, rules), rules);
    return toCounty(state.county, event.at, rules, `${month}的月报有异议 ${no}，请在${by}以前答复或更正。`);
  },
  dataObjectionAnswered: ({ no }, { month }) => [{ to: office, sentence: `${month}月报的异议 ${no} 已答复，请处理。` }],
  dataObjectionSettled: ({ no, upheld }, { event, state, month, rules, brought }) => {
    const settled = `${month}月报的异议 ${no} 已处理：${upheld ? "成立" : "不成立"}`;
    const again = stateOf(state, brought !== null) === "reopened";
    return [
      ...toCounty(state.county, event.at, rules, `${settled}。`),
      ...(again ? [{ to: office, sentence: `${settled}，准确度要重新评定。` }] : []),
    ];
  },
  accuracyJudged: ({ points }, { event, state, month, rules }) =>
    toCounty(state.county, event.at, rules, `${month}的数据准确度已评定：${printHundredths(points)} 分。`),
};

/** 县级月报的通知: `state` is the month after the event; `brought` the points that an earlier delivery came with, of an old system. */
export const countyMonthNotices = (
  event: LedgerEvent,
  state: CountyMonthState,
  rules: Rules,
  brought: number | null,
): Notice[] =>
  (table[event.kind] as Tell<EventKind> | undefined)?.(event.data, {
    ...{ event, state, rules, brought },
    month: `${state.county}${periodName(state.month)}`,
  }) ?? [];

/** by the day it was planned for, as the list has it; phoned on another, that is said too */
function callWords({ county, day, ratings }: MysteryTask, { dateOf }: Rules): string {
  const called = dateOf(ratings[0]!.calledAt);
  return `${county}${dayWords(day)}的拨测${called === day ? "" : `（${dayWords(called)}拨打）`}`;
}

/** 拨测的通知: what is told once it has been rated, objected to, settled. */
export const mysteryNotices = {
  rate: (task, at, rules) => {
    const by = lastDayOf(objectBy(task, rules), rules);
    return toCounty(task.county, at, rules, `${callWords(task, rules)}已评分，有不同意见请在${by}以前提异议。`);
  },
  object: (task, _, rules) => [{ to: office, sentence: `${callWords(task, rules)}有异议，请定分。` }],
  settle: (task, at, rules) => toCounty(task.county, at, rules, `${callWords(task, rules)}已定分，计入综合排名。`),
} satisfies Partial<Record<MysteryAction, (task: MysteryTask, at: Instant, rules: Rules) => Notice[]>>;
