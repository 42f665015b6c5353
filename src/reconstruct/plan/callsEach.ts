import type { FiguresFile } from "../../domain/measure/figures.ts";
import type { Scorecard } from "../../domain/scorecard/scorecard.ts";
import { USUAL_CALLS_EACH } from "./counties.ts";
import { hundredths } from "./leaves.ts";

/** The most test calls that a platform may get in a month where the file doesn't tell. */
const MOST_EACH = 12;

/** 接通情况 of a usual scorecard, hundredths of a point. */
export const USUAL_CONNECTION = 1000;

/** Whether that many calls, some of them late and some never answered, have a mean of so many points. */
export function canGive(calls: number, full: number, mean: number, late: number | undefined): boolean {
  const half = Math.ceil(full / 2);
  for (let slow = late ?? 0; slow <= (late ?? calls); slow++)
    for (let never = 0; slow + never <= calls; never++)
      if (Math.floor((2 * (calls * full - slow * half - never * full) + calls) / (2 * calls)) === mean) return true;
  return false;
}

/** 每平台拨测通数: as stated, else the usual number or the first that can give every printed score for the connection. */
export function callsEachOf(file: FiguresFile, card: Scorecard): number {
  const { callsEach, answeredAfter15s = [] } = file.countyPlatforms?.mysteryCalls ?? {};
  if (typeof callsEach === "number" && callsEach > 0) return callsEach;
  const items = card.components.flatMap((component) => component.items);
  const full = items.find((item) => item.key === "connection")?.points ?? 0;
  const lateOf = (platform: string | undefined) =>
    answeredAfter15s.find((row) => row.platform !== undefined && row.platform === platform)?.count ?? undefined;
  const printed = (file.appendix2?.rows ?? []).flatMap(({ platform, mysteryCall }) => {
    const mean = mysteryCall?.connection;
    return typeof mean === "number" ? [{ mean: hundredths(mean), late: lateOf(platform) }] : [];
  });
  const most = Math.max(0, ...answeredAfter15s.map(({ count }) => count ?? 0));
  const candidates = [USUAL_CALLS_EACH, ...Array.from({ length: MOST_EACH }, (_, at) => at + 1)];
  const fits = (calls: number) => calls >= most && printed.every(({ mean, late }) => canGive(calls, full, mean, late));
  return candidates.find(fits) ?? Math.max(most, USUAL_CALLS_EACH);
}
