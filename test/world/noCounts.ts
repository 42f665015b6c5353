import type { MonthCounts } from "../../src/domain/measure/counts.ts";

/** 什么都没有的一个月 */
export const noCounts = (month: string): MonthCounts => ({
  month,
  calls: { offered: 0, answered: 0, answeredWithin15s: 0 },
  requests: [],
  mergedRepeats: 0,
  firstContactRatings: { satisfied: 0, neutral: 0, dissatisfied: 0, noResponse: 0 },
  hotEvents: [],
  dispatched: [],
  units: [],
  dissatisfied: [],
  dueForFollowUp: 0,
  followUpChannels: [],
  overdue: [],
  overdueBefore: [],
  returns: { requested: 0, accepted: 0, rejected: 0, late: 0 },
  counties: [],
  mysteryCalls: [],
  leaderDays: [],
  bulkReturns: [],
});
