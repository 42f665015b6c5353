/** 虚构的临江市: one invented month with everything, one of an almost silent county, as the facts a report is written from. */
import { booksFor } from "../../rulebook/books.ts";
import type { MonthCounts, UnitFollowUpCounts } from "../../src/domain/measure/counts.ts";
import type { TopicCounts } from "../../src/domain/measure/earlyWarnings.ts";
import { furtherFigures } from "../../src/domain/measure/furtherFigures.ts";
import { monthFigures } from "../../src/domain/measure/monthFigures.ts";
import { reportFigures } from "../../src/domain/measure/reportFigures.ts";
import { settingOf } from "../../src/domain/measure/setting.ts";
import type { SolvedCounts } from "../../src/domain/measure/solvedFigures.ts";
import { assemble } from "../../src/domain/rule/inForce.ts";
import type { ReportFacts } from "../../src/report/facts.ts";
import { linjiang, units } from "./linjiang.ts";
import { noCounts } from "./noCounts.ts";
import { difficult, followed, typical } from "./reportCases.ts";

const followedUp = (unit: string, validOrders: number, late: number): UnitFollowUpCounts => ({
  unit,
  validOrders,
  returnsRequested: 3,
  returnsAccepted: 1,
  returnsRejected: validOrders > 40 ? 2 : 0,
  returnsLate: 1,
  onTime: validOrders - late,
  informed: validOrders - late,
  followUps: validOrders,
  satisfied: validOrders > 3 ? Math.trunc(validOrders / 3) : 0,
  neutral: validOrders > 3 ? Math.trunc(validOrders / 10) : 0,
  dissatisfied: validOrders > 3 ? Math.trunc(validOrders / 8) : 0,
  noResponse:
    validOrders > 3
      ? validOrders - Math.trunc(validOrders / 3) - Math.trunc(validOrders / 10) - Math.trunc(validOrders / 8)
      : validOrders,
});

const classes = [
  "0101",
  "0201",
  "0202",
  "0301",
  "0401",
  "0501",
  "0601",
  "0605",
  "0701",
  "0801",
  "0901",
  "1001",
  "1101",
];
const types = ["咨询", "求助", "投诉", "建议"];

const requests = (scale: number): MonthCounts["requests"] =>
  classes.flatMap((category, at) =>
    types.map((type, kind) => ({
      category,
      type,
      outcome: kind < 2 ? ("firstContact" as const) : ("dispatched" as const),
      count: Math.trunc((scale * (classes.length - at)) / (kind + 1)),
    })),
  );

const counts = (month: string, scale: number): MonthCounts => ({
  month,
  calls: { offered: 210 * scale, answered: 197 * scale, answeredWithin15s: 180 * scale },
  requests: [...requests(scale), { category: "0101", type: "其他", outcome: "pending", count: 2 }],
  mergedRepeats: 17,
  firstContactRatings: { satisfied: 900, neutral: 40, dissatisfied: 22, noResponse: 611 },
  hotEvents: [
    {
      event: "秋季强降雨",
      count: 26 * scale,
      categories: [
        { category: "0101", count: 20 * scale },
        { category: "0801", count: 6 * scale },
      ],
    },
  ],
  dispatched: units.flatMap(([unit], at) =>
    ["0202", "0301", "0601", "0801"].map((category, position) => ({
      unit,
      category: classes[(classes.indexOf(category) + at) % classes.length]!,
      count: (units.length - at) * (7 - position),
    })),
  ),
  units: units.map(([unit], at) => followedUp(unit, at === 9 ? 2 : 140 - 11 * at, at % 4 === 3 ? 1 : 0)),
  dissatisfied: classes.slice(0, 7).map((category, at) => ({ category, count: 21 - 3 * at })),
  dueForFollowUp: 940,
  followUpChannels: [{ channel: "phone", count: 900 }],
  overdue: [
    { unit: "u4", topic: "违法搭建", count: 31 },
    { unit: "e1", topic: "管网漏水", count: 2 },
  ],
  overdueBefore: [{ unit: "u4", topic: "违法搭建", count: 36 }],
  returns: { requested: 36, accepted: 14, rejected: 18, late: 9 },
  counties: [
    {
      platform: "青溪县",
      offered: 900,
      answered: 861,
      firstContact: { numerator: 700, denominator: 840 },
      onTime: { numerator: 838, denominator: 840 },
      followUp: { numerator: 139, denominator: 140 },
      satisfaction: { numerator: 96, denominator: 110 },
      accuracy: 3000,
    },
    {
      platform: "石桥市",
      offered: 500,
      answered: 391,
      firstContact: { numerator: 300, denominator: 380 },
      onTime: { numerator: 380, denominator: 380 },
      followUp: { numerator: 80, denominator: 80 },
      satisfaction: null,
      accuracy: 2800,
    },
  ],
  mysteryCalls: ["青溪县", "石桥市"].flatMap((platform, at) =>
    [8, 11, 19 + at, 12].map((secondsToAnswer) => ({
      platform,
      secondsToAnswer,
      voiceMenu: 1000,
      connection: secondsToAnswer > 15 ? 500 : 1000,
      etiquette: 3500 - 150 * at,
      knowledge: 2100,
      followUp: 1000,
    })),
  ),
  leaderDays: [
    {
      date: `${month}-16`,
      unit: "u3",
      calls: 12,
      settledOnTheSpot: 9,
      dispatched: 3,
      subjects: [
        { category: "0201", count: 7 },
        { category: "0203", count: 5 },
      ],
    },
  ],
  bulkReturns: [{ unit: "u4", orders: 118, topic: "违法搭建", openSince: "2023-05", returnedIn: month }],
});

const silent = noCounts("2023-10");

/** whoever rated said whether it was solved: all but the dissatisfied that it was */
const solvedOf = ({ units: rows }: MonthCounts): SolvedCounts[] =>
  rows.flatMap(({ unit, satisfied, neutral, dissatisfied, noResponse }) =>
    (
      [
        [true, satisfied + neutral],
        [false, dissatisfied],
        [null, noResponse],
      ] as const
    ).map(([solved, count]) => ({ unit, solved, count })),
  );

/** all of 0202 in 高新区, of which twice as much was told as a month ago; the rest has no place */
const topicsOf = ({ requests: rows, month }: MonthCounts): TopicCounts[] =>
  rows.map(({ category, count }) => ({
    category,
    place: category === "0202" ? "p5" : null,
    count: category === "0202" && month === "2023-10" ? 3 * count : count,
  }));

function facts(
  platform: string,
  now: MonthCounts,
  before: MonthCounts | null,
  rulebook: ReportFacts["rulebook"],
): ReportFacts {
  const source = { counts: now, before, rulebook, platform, month: now.month };
  return {
    platform,
    month: now.month,
    demonstration: false,
    figures: monthFigures(source),
    more: reportFigures(source),
    further: furtherFigures(settingOf(rulebook, platform, now.month), now, {
      hours: Array.from({ length: 24 }, (_, hour) => (now.calls.offered === 0 ? 0 : 10 * hour)),
      channels:
        now.calls.offered === 0
          ? []
          : [
              { channel: "phone", count: 900 },
              { channel: "app", count: 100 },
            ],
      yearBefore: before && { offered: 12_000, accepted: 11_000 },
      solved: solvedOf(now),
      topics: topicsOf(now),
      topicsBefore: before ? [{ period: before.month, rows: topicsOf(before) }] : [],
    }),
    cases: { typical: [], difficult: [] },
    difficultBefore: [],
    rulebook,
    frozen: {
      position: 4711,
      instant: Date.parse("2023-11-06T09:00:00+08:00"),
      at: "2023-11-06T09:00:00+08:00",
      digest: "9f2c",
    },
    issued: null,
    recordsSince: null,
  };
}

/** 一县所报的接通多于接听 */
export function impossibleFacts(): ReportFacts {
  const now = counts("2023-10", 60);
  const counties = now.counties.map((one) => (one.platform === "青溪县" ? { ...one, answered: 9000 } : one));
  return facts("临江市", { ...now, counties }, counts("2023-09", 55), linjiang);
}

/** 事事俱全的一个月 */
export const fullFacts = (): ReportFacts => ({
  ...facts("临江市", counts("2023-10", 60), counts("2023-09", 55), linjiang),
  demonstration: true,
  cases: structuredClone({ typical: [typical], difficult: [difficult] }),
  difficultBefore: [followed, { ...followed, trail: [], stands: "followedUp", rating: "neutral", overdue: false }],
  issued: "2023-11-08",
});

/** 几乎什么都没有的一个月: no calls, no counties, no rules of its own, nothing to compare with */
export const silentFacts = (): ReportFacts =>
  facts("无名县", silent, null, assemble(booksFor("无名县").map((book) => book.rows)));

/** 只有一件事的一个月: one call, one request, sent to one unit, followed up without an answer */
export const singleFacts = (): ReportFacts => {
  const matter = { category: "0202", count: 1 };
  const single: MonthCounts = {
    ...silent,
    calls: { offered: 1, answered: 1, answeredWithin15s: 1 },
    requests: [{ ...matter, type: "咨询", outcome: "dispatched" }],
    dispatched: [{ ...matter, unit: "u1" }],
    units: [{ ...followedUp("u1", 1, 0), satisfied: 0, neutral: 0, dissatisfied: 0, noResponse: 1 }],
    dueForFollowUp: 1,
    followUpChannels: [{ channel: "phone", count: 1 }],
    mysteryCalls: counts("2023-10", 1).mysteryCalls.map((sheet) => ({ ...sheet, etiquette: 0 })),
  };
  return facts("临江市", single, null, linjiang);
};

/** 连规则也没有 */
export const rulelessFacts = (): ReportFacts => facts("无名县", silent, null, { rows: {} });
