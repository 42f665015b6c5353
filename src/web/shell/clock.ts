/** 钟: the one place that reads this machine's clock, which may be wrong; the server's time comes with every answer. */
import type { CivilDate } from "../../domain/calendar/civil.ts";
import { previousMonth } from "../../domain/calendar/month.ts";
import { civilDateOf } from "../../domain/calendar/zone.ts";
import type { MonthKey } from "../../domain/measure/counts.ts";

/** how far this machine's clock is ahead of the server's, in milliseconds */
let ahead = 0;

export const machineNow = (): number => Date.now();

/** told with every answer: its `Date` header */
export function noteTime(date: string | null): void {
  if (date !== null) ahead = machineNow() - Date.parse(date);
}

/** 服务器的时刻 */
export const serverNow = (): number => machineNow() - ahead;

/** 今天、这个月、上个月 in the hotline's zone */
export const todayIn = (zone: string): CivilDate => civilDateOf(serverNow(), zone);
export const thisMonth = (zone: string): MonthKey => todayIn(zone).slice(0, 7);
/** the last that is over */
export const lastMonth = (zone: string): MonthKey => previousMonth(thisMonth(zone));

export const clockAhead = (): number => ahead;
