/** 县级平台的记录: the month's report as delivered, and the mystery calls with their sheets. */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { CountyCounts, MonthKey, MysteryCallSheet } from "../../domain/measure/counts.ts";
import { officeTime } from "../timing/pattern.ts";
import { type Desk, history } from "./desk.ts";
import { idAt } from "./id.ts";

const HOUR = 3_600_000;

/** 县级月报交来: on the first morning after the month, before nine, when a demonstration opens: it finds nothing from the future. */
export function countyReports(desk: Desk, month: MonthKey, until: Instant, counties: CountyCounts[]): void {
  for (const { platform, ...counts } of counties) {
    const at = until + 8 * HOUR + desk.random.below(HOUR);
    history(desk, "countyMonth", idAt(desk.random, at))("countyReported", at, `county:${platform}`, {
      county: platform,
      month,
      ...counts,
    });
  }
}

/** 拨测打分: calls spread over the month, in office hours. */
export function mysteryCalls(desk: Desk, from: Instant, until: Instant, sheets: MysteryCallSheet[]): void {
  for (const { platform, ...points } of sheets) {
    const at = officeTime(desk.random, desk.line, from, until);
    history(desk, "mysteryCall", idAt(desk.random, at))("mysteryCallScored", at, "inspector:1", {
      county: platform,
      ...points,
    });
  }
}
