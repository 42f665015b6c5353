/** 数字文件: figures files of invented places, to reconstruct from: whole ones, odd ones, and ones with hardly any keys. */
import type { FiguresFile } from "../../src/domain/measure/figures.ts";

export type NamedFile = FiguresFile & { platform: string; period: string };

/** 一个县级市的二月: small, with most of the keys. */
export const smallCity: NamedFile = {
  platform: "临江市",
  period: "2024-02",
  calls: { offered: 1210, offeredMoM: -12.19, answerRate: 93.97, answerRateMoM: 1.51 },
  requests: {
    accepted: 900,
    byType: [
      { type: "咨询", count: 500, share: 55.56 },
      { type: "求助", count: 300, share: 33.33 },
      { type: "投诉", count: 100, share: 11.11 },
    ],
  },
  topSubcategories: [
    { subcategory: "供热服务", count: 120 },
    { subcategory: "物业管理", count: 90 },
    { subcategory: "劳动维权", count: 80 },
  ],
  hotEvent: { event: "寒潮停暖", count: 150, share: 16.67 },
  handling: { accepted: 900, firstContact: 640, dispatched: 260, firstContactRate: 71.11, onTimeRate: 98.4 },
  followUp: { channel: "phone", followUps: 250, satisfied: 150, neutral: 30, noResponse: 40, dissatisfied: 30 },
  openOverdue: { total: 3, byUnit: [{ unit: "市水务局", count: 3, topics: ["停水", "水质"] }] },
  leaderDay: { date: "2024-02-28", unit: "市医保局", calls: 6 },
  bulkReturn: { unit: "市水务局", orders: 9, topic: "停水", openSince: "2023-10", returnedIn: "2024-02" },
};

/** 只有几个键的文件 */
export const sparse: NamedFile[] = [
  { platform: "甲市", period: "2025-01", calls: { offered: 300 } },
  { platform: "乙市", period: "2019-10", handling: { onTimeRate: 97.5, onTimeRateMoM: -0.25 } },
  {
    platform: "丁市",
    period: "2023-12",
    followUp: { followUps: 5, satisfied: 0, neutral: 0, noResponse: 5, dissatisfied: 0 },
  },
  {
    platform: "己市",
    period: "2024-05",
    openOverdue: { total: 2, byUnit: [{ unit: "市住建局", count: 2, topics: ["违建"] }] },
  },
];

/** 一件也没有的月份 */
export const emptyMonth: NamedFile = {
  platform: "丙市",
  period: "2026-03",
  requests: { accepted: 0 },
  calls: { offered: 0, answerRate: null },
};
