import type { CivilDate } from "../domain/calendar/civil.ts";
import type { Figures } from "../domain/measure/figures.ts";
import type { Measured } from "../domain/measure/measured.ts";
import type { Rulebook } from "../domain/rule/rulebook.ts";
import type { CaseFacts } from "./caseFacts.ts";

/** 报告事实: all that the sections write from; what a month or a city does not have is null or an empty list. */
export interface ReportFacts {
  platform: string;
  month: string; // 'YYYY-MM'
  demonstration: boolean;
  figures: Figures<Measured>;
  more: ReportFigures;
  cases: { typical: CaseFacts[]; difficult: CaseFacts[] };
  rulebook: Rulebook;
  frozen: { position: number; at: string; digest: string };
  /** the day it is dated; null: a draft, dated by the day of freezing */
  issued: CivilDate | null;
}

/** 月报另需的数字: what the report says beyond the figures file. */
export interface ReportFigures {
  callsPerDay: Measured;
  requestsPerDay: Measured;
  answeredWithin15s: Measured;
  pending: Measured;
  withdrawn: Measured;
  mergedRepeats: Measured;
  hotTopics: { topic: string; count: Measured; share: Measured }[];
  civilized: { group: string; count: Measured; items: { item: string; count: Measured }[] }[];
  responseShare: { overall: Measured; firstContact: Measured; followUp: Measured };
  followUpRate: Measured;
  returns: { requested: Measured; accepted: Measured; rejected: Measured; late: Measured };
  overdueChange: { total: Measured; byUnit: { unit: string; change: Measured }[] };
  largeAndSatisfied: { unit: string; orders: Measured; rate: Measured }[];
  leaderDays: {
    date: CivilDate;
    unit: string;
    calls: Measured;
    settledOnTheSpot: Measured;
    dispatched: Measured;
    subjects: { topic: string; count: Measured }[];
  }[];
}
