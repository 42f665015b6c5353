/** 数据检查: what in a county's month contradicts itself, its parts, the city's records or the month before; pure, each with its reason. */
import { type CivilDate, dayWords } from "../calendar/civil.ts";
import type { Ratio } from "../measure/counts.ts";
import { percent, pointsBetween, printHundredths, relativeChange } from "../measure/exact.ts";
import type { CountyDay } from "./county.ts";
import {
  type CountKey,
  countKeys,
  countNames,
  type Delivered,
  figuresOf,
  rateKeys,
  rateNames,
  whole,
} from "./items.ts";

export const findingNames = {
  missing: "缺项",
  impossible: "不可能的数",
  sum: "合计不符",
  base: "前后不符",
  record: "与市里的记录不符",
  duplicate: "重复",
  late: "迟报",
  jump: "比上月变动大",
} as const;
export type FindingKind = keyof typeof findingNames;

export interface DataFinding {
  kind: FindingKind;
  /** 一定有错, or only worth a look */
  certain: boolean;
  sentence: string;
}

/** 检查的依据 */
export interface Inspecting {
  delivered: Delivered;
  days: readonly CountyDay[];
  /** every day of the month */
  calendar: readonly CivilDate[];
  /** null: nothing was delivered then */
  before: Delivered | null;
  /** 上报期限 and the first delivery, as days; null: it was in time */
  late: { due: CivilDate; delivered: CivilDate } | null;
  /** requests that the platform handed over to the city in that month, by the city's records */
  handedOver: number;
  /** 比上月变动大: from so many percent of a count, so many points of a rate on */
  jump: { percent: number; points: number };
}

type Check = (of: Inspecting) => DataFinding[];

const certain = (kind: FindingKind, sentence: string): DataFinding => ({ kind, certain: true, sentence });
const doubtful = (kind: FindingKind, sentence: string): DataFinding => ({ kind, certain: false, sentence });

const listed = (dates: readonly CivilDate[]): string =>
  `${dates.slice(0, 5).map(dayWords).join("、")}${dates.length > 5 ? "等" : ""}`;

const missing: Check = ({ delivered, days, calendar }) => {
  const counts = countKeys.filter((key) => delivered[key] === null).map((key) => countNames[key]);
  const rates = rateKeys.filter((key) => delivered[key] === null).map((key) => rateNames[key].name);
  const lacking = [...counts, ...rates];
  const there = new Set(days.map(({ date }) => date));
  const gone = days.length === 0 ? [] : calendar.filter((date) => !there.has(date));
  return [
    ...(lacking.length > 0 ? [certain("missing", `没有报${lacking.join("、")}。`)] : []),
    ...(gone.length > 0 ? [doubtful("missing", `逐日明细缺 ${gone.length} 天：${listed(gone)}。`)] : []),
  ];
};

/** 大于: what is part of another can't be more than it */
const more = (
  part: number | null | undefined,
  of: number | null | undefined,
  words: [part: string, of: string],
): string[] =>
  typeof part === "number" && typeof of === "number" && part > of
    ? [`${words[0]} ${part} 多于${words[1]} ${of}。`]
    : [];

const impossible: Check = ({ delivered, days }) =>
  [
    ...more(delivered.answered, delivered.offered, [countNames.answered, countNames.offered]),
    ...rateKeys.flatMap((key) => {
      const { name, numerator, denominator } = rateNames[key];
      const ratio = delivered[key];
      return more(ratio?.numerator, ratio?.denominator, [`${name}里${numerator}`, denominator]);
    }),
    ...days.flatMap(({ date, offered, answered, accepted, firstContact }) => [
      ...more(answered, offered, [`${dayWords(date)}接通来电`, "接听来电"]),
      ...more(firstContact, accepted, [`${dayWords(date)}在线办结`, "受理诉求"]),
    ]),
  ].map((sentence) => certain("impossible", sentence));

const parts: [key: Exclude<keyof CountyDay, "date">, name: string, total: (of: Delivered) => number | null][] = [
  ["offered", countNames.offered, ({ offered }) => offered],
  ["answered", countNames.answered, ({ answered }) => answered],
  ["accepted", rateNames.firstContact.denominator, ({ firstContact }) => firstContact?.denominator ?? null],
  ["firstContact", rateNames.firstContact.numerator, ({ firstContact }) => firstContact?.numerator ?? null],
];

/** only where every day has its part: of what is incomplete the sum says nothing */
const sum: Check = ({ delivered, days, calendar }) =>
  parts.flatMap(([key, name, totalOf]) => {
    const given = days.map((day) => day[key]).filter((value) => value !== null);
    const total = totalOf(delivered);
    if (total === null || given.length < calendar.length) return [];
    const together = given.reduce((all, one) => all + one, 0);
    if (together === total) return [];
    const apart = Math.abs(together - total);
    return [certain("sum", `逐日${name}加起来是 ${together}，月报写 ${total}，差 ${apart}。`)];
  });

/** what stands in two rates need not agree, but nobody rates who wasn't asked */
const base: Check = ({ delivered: { firstContact, onTime, followUp, satisfaction } }) =>
  [
    ...more(satisfaction?.denominator, followUp?.numerator, ["参评", "已回访"]),
    ...more(onTime?.denominator, firstContact?.denominator, ["应办结", "受理诉求"]),
  ].map((sentence) => doubtful("base", sentence));

const record: Check = ({ delivered, handedOver }) =>
  more(handedOver, delivered.firstContact?.denominator, ["市里登记该平台转来的诉求", "所报受理诉求"]).map((sentence) =>
    certain("record", sentence),
  );

const duplicate: Check = ({ delivered, days, before }) => {
  const dates = days.map(({ date }) => date);
  const twice = [...new Set(dates.filter((date, at) => dates.indexOf(date) !== at))];
  const now = figuresOf(delivered);
  const same = before !== null && now.some((value) => value) && String(now) === String(figuresOf(before));
  return [
    ...twice.map((date) => certain("duplicate", `逐日明细里${dayWords(date)}报了两次。`)),
    ...(same ? [doubtful("duplicate", "全部数字与上个月所报的相同。")] : []),
  ];
};

const late: Check = ({ late: how }) =>
  how ? [certain("late", `应于${dayWords(how.due)}前上报，${dayWords(how.delivered)}才第一次上报。`)] : [];

const moved = (change: number): string => `${change < 0 ? "减少" : "增加"} ${printHundredths(Math.abs(change))}%`;

function countJump(name: string, now: number | null, earlier: number | null, most: number): DataFinding[] {
  const change = now === null || earlier === null ? null : relativeChange(now, earlier);
  if (change === null || Math.abs(change) <= most * 100) return [];
  return [doubtful("jump", `${name}由 ${earlier} 到 ${now}，${moved(change)}，超过 ${most}%。`)];
}

function rateJump(name: string, now: Ratio | null, earlier: Ratio | null, most: number): DataFinding[] {
  const [one, other] = [whole(now), whole(earlier)];
  const change = one && other ? pointsBetween(one, other) : null;
  if (!one || !other || change === null || Math.abs(change) <= most * 100) return [];
  const rates = [other, one].map((ratio) => `${printHundredths(percent(ratio.numerator, ratio.denominator)!)}%`);
  return [
    doubtful(
      "jump",
      `${name}由 ${rates.join(" 到 ")}，变动 ${printHundredths(Math.abs(change))} 个百分点，超过 ${most} 个。`,
    ),
  ];
}

const answer = ({ offered, answered }: Delivered): Ratio | null =>
  offered === null || answered === null ? null : { numerator: answered, denominator: offered };

const jump: Check = ({ delivered, before, jump: most }) => {
  if (before === null) return [];
  const counted: CountKey = "offered";
  return [
    ...countJump(countNames[counted], delivered[counted], before[counted], most.percent),
    ...countJump(
      rateNames.firstContact.denominator,
      delivered.firstContact?.denominator ?? null,
      before.firstContact?.denominator ?? null,
      most.percent,
    ),
    ...rateJump("接通率", answer(delivered), answer(before), most.points),
    ...rateKeys.flatMap((key) => rateJump(rateNames[key].name, delivered[key], before[key], most.points)),
  ];
};

const checks: readonly Check[] = [impossible, sum, record, duplicate, missing, late, base, jump];

/** 查出的问题, what is certainly wrong first. */
export const findingsIn = (of: Inspecting): DataFinding[] =>
  checks.flatMap((check) => check(of)).toSorted((one, other) => Number(other.certain) - Number(one.certain));
