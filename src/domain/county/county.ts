import type { CivilDate, Instant } from "../calendar/civil.ts";
import type { Id } from "../ledger/event.ts";
import type { CountyCounts, MysteryCallSheet } from "../measure/counts.ts";
import type { FindingKind } from "./findings.ts";

/** 逐日明细的一天: parts of the month's totals; null where the platform gave none. */
export interface CountyDay {
  date: CivilDate;
  offered: number | null;
  answered: number | null;
  /** 受理诉求 */
  accepted: number | null;
  /** 在线办结 */
  firstContact: number | null;
}

/** 数据异议: what the city's inspector holds against a month's data, what the platform says, how it was settled. */
export interface DataObjection {
  no: number;
  /** which check found it; null: a person did */
  finding: FindingKind | null;
  text: Id;
  raisedAt: Instant;
  raisedBy: string;
  answer: { at: Instant; by: string; text: Id } | null;
  /** when the platform first delivered other numbers after it */
  correctedAt: Instant | null;
  settlement: { at: Instant; by: string; upheld: boolean; text: Id } | null;
}

/** 准确度评定: the last one given; its points stand in `accuracy` for as long as the numbers that they were given for, and none of them is found wrong */
export interface AccuracyVerdict {
  at: Instant;
  by: string;
  text: Id;
}

/** 县级平台月报: one month as a county platform delivered it; totals, not recounted from records. */
export interface CountyMonthState extends Omit<CountyCounts, "platform"> {
  id: string;
  version: number;
  county: string; // key of a county row
  month: string; // 'YYYY-MM'
  deliveredAt: Instant;
  days: CountyDay[];
  objections: DataObjection[];
  verdict: AccuracyVerdict | null;
}

/** 所报的一个月 without what was said of it */
export type DeliveredMonth = Omit<CountyMonthState, "days" | "objections" | "verdict">;

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
