/** 时间的写法: in the hotline's zone, with the day of the week; the year only when it isn't this one. */

import { dateWords, type Instant } from "../../domain/calendar/civil.ts";
import { civilDateOf, localTime } from "../../domain/calendar/zone.ts";
import { dayAndTime } from "../../domain/order/clockWords.ts";
import { serverNow } from "../shell/clock.ts";

/** '10月12日 周一 10:26' */
export function when(iso: string, zone: string): string {
  const at = Date.parse(iso);
  const [year, now] = [localTime(at, zone).slice(0, 4), localTime(serverNow(), zone).slice(0, 4)];
  return `${year === now ? "" : `${year}年`}${dayAndTime(at, zone)}`;
}

/** '10月08日': in columns, so that they stand below each other */
export function dayOf(iso: string, zone: string): string {
  const date = localTime(Date.parse(iso), zone);
  const year = date.slice(0, 4) === localTime(serverNow(), zone).slice(0, 4) ? "" : `${date.slice(0, 4)}年`;
  return `${year}${date.slice(5, 7)}月${date.slice(8, 10)}日`;
}

/** '2022年12月1日' */
export const dayInFull = (at: Instant, zone: string): string => dateWords(civilDateOf(at, zone));

/** '01:47' of a span that runs */
export function minutes(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}`;
}
