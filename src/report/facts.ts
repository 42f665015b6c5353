import type { CivilDate } from "../domain/calendar/civil.ts";
import type { PeriodKey } from "../domain/calendar/period.ts";
import type { Figures } from "../domain/measure/figures.ts";
import type { FurtherFigures } from "../domain/measure/furtherFigures.ts";
import type { Measured } from "../domain/measure/measured.ts";
import type { ReportFigures } from "../domain/measure/reportFigures.ts";
import type { CaseKind } from "../domain/report/case.ts";
import type { Rulebook } from "../domain/rule/rulebook.ts";
import type { CaseFacts, FollowedCase, WrittenCase } from "./caseFacts.ts";

/** 报告事实: all that the sections write from; what a month or a city does not have is null or an empty list. */
export interface ReportFacts {
  platform: string;
  /** 哪一期: the key of a period, whatever its kind */
  month: PeriodKey;
  demonstration: boolean;
  /** 记录自何日起: the day of the first call, or where there is none of the first request; null: of neither */
  recordsSince: CivilDate | null;
  figures: Figures<Measured>;
  more: ReportFigures<Measured>;
  /** what sections beyond the usual ones print; null: none of them is to be printed, so nothing was counted for them */
  further: FurtherFigures<Measured> | null;
  /** of each sort those that were chosen; where none was, what the ledger proposes */
  cases: Record<CaseKind, (CaseFacts | WrittenCase)[]>;
  /** the difficult ones of the previous period's report, and what became of them; told beyond the usual sections too */
  difficultBefore: FollowedCase[];
  rulebook: Rulebook;
  frozen: { position: number; instant: number; at: string; digest: string };
  /** the day it is dated; null: a draft, dated by the day of freezing */
  issued: CivilDate | null;
}

/** 哪一期，按什么规则: what is known of a report before anything is counted */
export type ReportAbout = Pick<ReportFacts, "month" | "rulebook">;
