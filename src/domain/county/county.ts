import type { Instant } from "../calendar/civil.ts";
import type { CountyCounts, MysteryCallSheet } from "../measure/counts.ts";

/** 县级平台月报: one month as a county platform delivered it; totals, not recounted from records. */
export interface CountyMonthState extends Omit<CountyCounts, "platform"> {
  id: string;
  version: number;
  county: string; // key of a county row
  month: string; // 'YYYY-MM'
  deliveredAt: Instant;
}

/** 拨测: one mystery call with its score sheet. */
export interface MysteryCallState extends Omit<MysteryCallSheet, "platform"> {
  id: string;
  version: number;
  county: string;
  calledAt: Instant;
}

/** 领导接听日: a day on which a unit's leader takes calls. */
export interface LeaderDayState {
  id: string;
  version: number;
  date: string; // civil date
  unit: string;
}
