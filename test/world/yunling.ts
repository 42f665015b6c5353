/** 云岭市: an invented small city with its rules and two months of counts, for golden tests of the measures. */

import { scorecard } from "../../rulebook/hunan/scorecard.ts";
import { assumed, since } from "../../rulebook/row.ts";
import type { MonthCounts, UnitFollowUpCounts } from "../../src/domain/measure/counts.ts";
import { assemble } from "../../src/domain/rule/inForce.ts";
import type { Rating, RuleRow } from "../../src/domain/rule/rulebook.ts";
import { noCounts } from "./noCounts.ts";

const SOURCE = "测试用虚构城市";

const tree: [code: string, name: string, parent: string | null][] = [
  ["1", "出行", null],
  ["101", "公交", "1"],
  ["102", "停车", "1"],
  ["2", "水务", null],
  ["201", "供水", "2"],
  ["202", "排水", "2"],
  ["3", "民生", null],
  ["301", "低保", "3"],
];

const units: [code: string, name: string, group: string][] = [
  ["D1", "东河区人民政府", "district"],
  ["K1", "西山县人民政府", "district"],
  ["W", "市水务局", "department"],
  ["T", "市交管局", "department"],
  ["B", "云岭公交", "enterprise"],
];

const groups: [id: string, name: string, apart: boolean][] = [
  ["district", "区县", true],
  ["department", "市直单位", false],
  ["enterprise", "公共服务企业", false],
];

const places: [code: string, name: string, unit: string][] = [
  ["P1", "东河区", "D1"],
  ["P2", "西山县", "K1"],
];

const counties: [name: string, unit?: string][] = [["西山县", "K1"], ["北原县"]];

const civilized: [code: string, group: string, item: string][] = [
  ["102", "市容", "停车秩序"],
  ["301", "民生", "救助"],
  ["202", "市容", "排水畅通"],
];

const satisfaction = (numerator: Rating[], denominator: Rating[], words: string) =>
  assumed("satisfaction", "satisfactionRate", { numerator, denominator, words, authority: "热线办" }, SOURCE);

const rules: RuleRow[] = [
  ...tree.map(([key, name, parent], order) => assumed("category", key, { name, parent, order }, SOURCE)),
  ...units.map(([key, name, group], order) =>
    assumed("unit", key, { name, group, order, shortNames: [], listedWhenIdle: false }, SOURCE),
  ),
  ...groups.map(([key, name, rankedApart], order) => assumed("unitGroup", key, { name, order, rankedApart }, SOURCE)),
  ...places.map(([key, name, unit], order) =>
    assumed("place", key, { name, parent: null, order, level: "district", unit }, SOURCE),
  ),
  ...counties.map(([name, unit], order) => assumed("county", name, { name, order, unit }, SOURCE)),
  ...civilized.map(([code, group, item], order) => assumed("civilized", code, { group, item, order }, SOURCE)),
  ...["咨询", "求助", "投诉", "建议", "无效"].map((name, order) =>
    assumed("requestType", name, { name, order }, SOURCE),
  ),
  assumed("alias", "停车难", { of: "停车", printedIn: ["districtsTop3"] }, SOURCE),
  assumed("threshold", "enoughRatings", { value: 10, words: "少于10件为样本不足" }, SOURCE),
  assumed("threshold", "largeShare", { value: 3, words: "承办量前三分之一" }, SOURCE),
  assumed("answerWithin", "answeredWithin15s", { seconds: 15, of: "offered", words: "15秒内接通 ÷ 来电" }, SOURCE),
  satisfaction(
    ["satisfied", "neutral", "noResponse"],
    ["satisfied", "neutral", "dissatisfied", "noResponse"],
    "（满意＋一般＋未评价）÷ 回访",
  ),
  since(satisfaction(["satisfied"], ["satisfied", "neutral", "dissatisfied"], "满意 ÷ 已评价"), "2023-05-01"),
  ...scorecard,
];

export const rulebook = assemble([rules]);

const followUps = (unit: string, numbers: number[]): UnitFollowUpCounts => {
  const [validOrders = 0, returnsRejected = 0, onTime = 0, informed = 0, satisfied = 0, neutral = 0] = numbers;
  const [dissatisfied = 0, noResponse = 0] = numbers.slice(6);
  const returned = { returnsRequested: returnsRejected, returnsAccepted: 0, returnsRejected, returnsLate: 0 };
  const ratings = { satisfied, neutral, dissatisfied, noResponse };
  return { unit, validOrders, ...returned, onTime, informed, followUps: validOrders, ...ratings };
};

const sheet = (platform: string, secondsToAnswer: number | null, points: number[]) => {
  const [voiceMenu = 0, connection = 0, etiquette = 0, knowledge = 0, followUp = 0] = points;
  return { platform, secondsToAnswer, voiceMenu, connection, etiquette, knowledge, followUp };
};

export const nothing = noCounts("2023-04");

const county = { offered: null, answered: null, firstContact: null, onTime: null, followUp: null, satisfaction: null };

export const april: MonthCounts = {
  ...nothing,
  calls: { offered: 800, answered: 750, answeredWithin15s: 700 },
  requests: [
    { category: "101", type: "咨询", outcome: "firstContact", count: 700 },
    { category: "102", type: "投诉", outcome: "dispatched", count: 150 },
  ],
  units: [followUps("D1", [100, 1, 96, 100, 20, 10, 20, 50])],
  counties: [{ ...county, platform: "西山县", offered: 400, accuracy: null }],
};

export const may: MonthCounts = {
  ...nothing,
  month: "2023-05",
  calls: { offered: 1000, answered: 903, answeredWithin15s: 850 },
  requests: [
    { category: "101", type: "咨询", outcome: "firstContact", count: 300 },
    { category: "101", type: "投诉", outcome: "dispatched", count: 60 },
    { category: "102", type: "投诉", outcome: "dispatched", count: 60 },
    { category: "102", type: "咨询", outcome: "firstContact", count: 120 },
    { category: "201", type: "求助", outcome: "firstContact", count: 100 },
    { category: "201", type: "求助", outcome: "dispatched", count: 40 },
    { category: "202", type: "投诉", outcome: "dispatched", count: 20 },
    { category: "301", type: "咨询", outcome: "firstContact", count: 200 },
    { category: "301", type: "无效", outcome: "withdrawn", count: 10 },
    { category: "202", type: "咨询", outcome: "pending", count: 5 },
  ],
  mergedRepeats: 7,
  firstContactRatings: { satisfied: 300, neutral: 40, dissatisfied: 20, noResponse: 360 },
  hotEvents: [
    { event: "暴雨", count: 30, categories: [{ category: "202", count: 20 }] },
    {
      event: "公交改线",
      count: 90,
      categories: [
        { category: "102", count: 30 },
        { category: "101", count: 60 },
      ],
    },
  ],
  dispatched: [
    { unit: "D1", category: "201", count: 10 },
    { unit: "D1", category: "102", count: 30 },
    { unit: "D1", category: "101", count: 10 },
    { unit: "K1", category: "201", count: 20 },
    { unit: "K1", category: "202", count: 10 },
    { unit: "T", category: "102", count: 40 },
    { unit: "W", category: "201", count: 10 },
    { unit: "W", category: "202", count: 30 },
    { unit: "B", category: "101", count: 20 },
  ],
  units: [
    followUps("B", [3, 1, 3, 3, 0, 0, 0, 3]),
    followUps("T", [50, 0, 45, 50, 4, 4, 12, 30]),
    followUps("W", [50, 2, 50, 48, 12, 3, 5, 30]),
    followUps("K1", [40, 0, 39, 40, 6, 2, 2, 30]),
    followUps("D1", [60, 3, 60, 59, 10, 5, 5, 40]),
  ],
  dissatisfied: [
    { category: "101", count: 2 },
    { category: "202", count: 4 },
    { category: "201", count: 6 },
    { category: "102", count: 12 },
  ],
  dueForFollowUp: 210,
  followUpChannels: [
    { channel: "phone", count: 3 },
    { channel: "sms", count: 200 },
  ],
  overdue: [
    { unit: "W", topic: "供水", count: 2 },
    { unit: "T", topic: "路边停车", count: 5 },
    { unit: "T", topic: "停车难", count: 5 },
  ],
  overdueBefore: [
    { unit: "T", topic: "停车难", count: 4 },
    { unit: "D1", topic: "公交", count: 3 },
  ],
  returns: { requested: 12, accepted: 5, rejected: 6, late: 4 },
  counties: [
    {
      platform: "西山县",
      offered: 200,
      answered: 188,
      firstContact: { numerator: 60, denominator: 100 },
      onTime: { numerator: 99, denominator: 100 },
      followUp: { numerator: 95, denominator: 100 },
      satisfaction: { numerator: 45, denominator: 50 },
      accuracy: 3000,
    },
    { ...county, platform: "北原县", offered: 300, onTime: { numerator: 1, denominator: 3 }, accuracy: 2500 },
  ],
  mysteryCalls: [
    sheet("西山县", 5, [1000, 1000, 3500, 2000, 1000]),
    sheet("西山县", 8, [1000, 1000, 3600, 2000, 500]),
    sheet("西山县", 16, [1000, 500, 3700, 2100, 1000]),
    sheet("西山县", null, [1000, 1000, 3850, 2100, 500]),
  ],
  leaderDays: [
    { date: "2023-05-18", unit: "W", calls: 9, settledOnTheSpot: 7, dispatched: 2, subjects: [] },
    {
      date: "2023-05-09",
      unit: "T",
      calls: 12,
      settledOnTheSpot: 10,
      dispatched: 2,
      subjects: [{ category: "102", count: 8 }],
    },
  ],
  bulkReturns: [{ unit: "T", orders: 33, topic: "停车难", openSince: "2023-01", returnedIn: "2023-05" }],
};
