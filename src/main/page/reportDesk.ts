/** 报告台: what the pages ask of an open database: its platforms, months, figures and reports. */

import type { MonthFigures } from "../../api/report/compute.ts";
import { isMonth } from "../../domain/calendar/month.ts";
import type { FiguresFile } from "../../domain/measure/figures.ts";
import { Refusal, refuse } from "../../domain/refusal.ts";
import type { Format, ReportFile } from "../../report/files.ts";
import type { Platform } from "../../store/platform.ts";

export interface ReportDesk {
  demonstration: boolean;
  platforms(): Promise<{ platform: Platform; months: string[] }[]>;
  figures(month: string, platform: string | undefined): Promise<MonthFigures>;
  figuresFile(month: string, platform: string | undefined): Promise<FiguresFile>;
  reportFile(month: string, platform: string | undefined, format: Format): Promise<ReportFile>;
  /** a fault of the program, for the operator */
  failed(error: unknown): void;
}

/** 网址里的月份; refuses what is no month. */
export function monthOfPath(text: string): string {
  if (!isMonth(text)) throw new Refusal(refuse("invalidMonth", `“${text}”不是月份。`, "请写成 2022-11 的样子。"));
  return text;
}
