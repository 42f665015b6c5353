import type { Ratio } from "../../domain/measure/counts.ts";
import { pointsBetween, relativeChange } from "../../domain/measure/exact.ts";
import type { FiguresFile } from "../../domain/measure/figures.ts";
import { ALL_COUNTIES, countyOffered } from "./counties.ts";
import { ALL, followed } from "./followUps.ts";
import { hundredths, impossible, type Stated } from "./leaves.ts";
import { between, changeIs, LIMIT, type Model, sumOf, variable } from "./model.ts";
import { ACCEPTED, FIRST, SENT } from "./requests.ts";

/** 环比 of counts: the month before as variables of the same model. */
const CHANGES: [leaf: string, now: string, stated: (file: FiguresFile) => Stated][] = [
  ["calls.offeredMoM", "来电", (file) => file.calls?.offeredMoM],
  ["handling.dispatchedMoM", SENT, (file) => file.handling?.dispatchedMoM],
  ["countyPlatforms.offeredMoM", countyOffered(ALL_COUNTIES), (file) => file.countyPlatforms?.offeredMoM],
];

/** 环比 of rates, in points; the earlier rate lies between 0 and 100 %. */
const POINTS: [leaf: string, numerator: string, denominator: string, stated: (file: FiguresFile) => Stated][] = [
  ["calls.answerRateMoM", "接通", "来电", (file) => file.calls?.answerRateMoM],
  ["handling.firstContactRateMoM", FIRST, ACCEPTED, (file) => file.handling?.firstContactRateMoM],
  [
    "handling.onTimeRateMoM",
    followed("onTime", ALL),
    followed("followUps", ALL),
    (file) => file.handling?.onTimeRateMoM,
  ],
];

const earlier = (name: string) => `上月 ${name}`;

function changeRow(model: Model, leaf: string, now: string, stated: Stated) {
  const before = variable(model, earlier(now));
  if (stated === undefined) return;
  if (stated === null) return between(model, leaf, sumOf([before]), 0, 0, "无上月数");
  const change = hundredths(stated);
  if (Number.isNaN(change)) return impossible(model, leaf, "至多两位小数");
  changeIs(model, leaf, sumOf([now]), sumOf([before]), change, "");
}

/** What a change in points says of this month alone: its rate is at least the rise, its complement at least the fall. */
function pointsRow(model: Model, leaf: string, numerator: string, denominator: string, stated: Stated) {
  if (stated === undefined || stated === null) return;
  const change = hundredths(stated);
  if (Number.isNaN(change)) return impossible(model, leaf, "至多两位小数");
  const infinity = Number.POSITIVE_INFINITY;
  const says = "上月比率应在0与100%之间";
  between(
    model,
    leaf,
    [
      [20000, numerator],
      [-(2 * change - 1), denominator],
    ],
    0,
    infinity,
    says,
  );
  between(
    model,
    leaf,
    [
      [-20000, numerator],
      [20000 + 2 * change + 1, denominator],
    ],
    0,
    infinity,
    says,
  );
  between(model, leaf, sumOf([denominator]), 1, infinity, "无分母则无比率");
}

/** 环比: what the file says of the month before. */
export function beforeRows(model: Model, file: FiguresFile) {
  for (const [leaf, now, stated] of CHANGES) if (model.bounds.has(now)) changeRow(model, leaf, now, stated(file));
  for (const [leaf, above, below, stated] of POINTS) pointsRow(model, leaf, above, below, stated(file));
}

/** 上月 as whole numbers. */
export interface Before {
  calls: Ratio;
  firstContact: Ratio;
  dispatched: number;
  onTime: Ratio;
  countiesOffered: number;
}

const TRIES = 3000;

/** The numerators next to the one that gives exactly this change in points. */
function numeratorFor(now: Ratio, denominator: number, change: number): number | null {
  if (denominator === 0 || now.denominator === 0) return null;
  const middle =
    (BigInt(denominator) * (BigInt(now.numerator) * 10000n - BigInt(change) * BigInt(now.denominator))) /
    (10000n * BigInt(now.denominator));
  const near = [0, 1, -1].map((step) => Number(middle) + step);
  return (
    near.find(
      (one) => one >= 0 && one <= denominator && pointsBetween(now, { numerator: one, denominator }) === change,
    ) ?? null
  );
}

/** Whole numbers from `start` outward. */
function* outward(start: number): Generator<number> {
  yield start;
  for (let step = 1; step < TRIES; step++) {
    yield start + step;
    if (start - step > 0) yield start - step;
  }
}

/** 上月比率: a numerator and a denominator (one that `fits`, near `start`) that give the stated change in points. */
function ratioBefore(now: Ratio, stated: Stated, start: number, fits: (denominator: number) => boolean): Ratio | null {
  if (stated === undefined || stated === null) {
    const denominator = stated === null && now.denominator > 0 ? 0 : start;
    const share = now.denominator === 0 ? 0 : Math.round((now.numerator / now.denominator) * denominator);
    return { numerator: share, denominator };
  }
  for (const denominator of outward(Math.max(1, start))) {
    if (!fits(denominator)) continue;
    const numerator = numeratorFor(now, denominator, hundredths(stated));
    if (numerator !== null) return { numerator, denominator };
  }
  return null;
}

/** 上月在线办结率: accepted = first contact + dispatched, so the dispatched of that month decide what can be accepted. */
function firstContactBefore(
  now: Ratio,
  stated: Stated,
  sent: number,
  fits: (sent: number) => boolean,
): { ratio: Ratio; sent: number } | null {
  const change = typeof stated === "number" ? hundredths(stated) : 0;
  for (const dispatched of outward(sent)) {
    if (!fits(dispatched)) continue;
    if (stated === null && now.denominator > 0) return { ratio: { numerator: 0, denominator: 0 }, sent: 0 };
    if (now.denominator === 0) return { ratio: { numerator: 0, denominator: dispatched }, sent: dispatched };
    const dispatchedShare = 1 - now.numerator / now.denominator + change / 10000;
    if (dispatched === 0 && dispatchedShare < 0.00005)
      return { ratio: { numerator: now.denominator, denominator: now.denominator }, sent: 0 };
    if (dispatchedShare <= 0) continue;
    const middle = Math.round(dispatched / dispatchedShare);
    for (const accepted of [middle, middle + 1, middle - 1]) {
      const ratio = { numerator: accepted - dispatched, denominator: accepted };
      if (
        accepted >= dispatched &&
        accepted > 0 &&
        accepted < LIMIT &&
        (stated === undefined || pointsBetween(now, ratio) === change)
      )
        return { ratio, sent: dispatched };
    }
  }
  return typeof stated === "number" ? withPending(now, stated, sent, fits) : null;
}

/** The same where some requests of that month were neither answered at once nor dispatched within it. */
function withPending(now: Ratio, stated: number, start: number, fits: (sent: number) => boolean) {
  for (const accepted of outward(Math.max(1, now.denominator))) {
    const numerator = numeratorFor(now, accepted, hundredths(stated));
    const sent =
      numerator === null
        ? null
        : [start, 0, accepted - numerator].find((one) => fits(one) && one <= accepted - numerator);
    if (numerator !== null && sent !== undefined && sent !== null)
      return { ratio: { numerator, denominator: accepted }, sent };
  }
  return null;
}

const changeFits = (now: number, stated: Stated) => (before: number) =>
  typeof stated !== "number" || relativeChange(now, before) === hundredths(stated);

/** A change that no whole numbers give beside this numerator; the leaves to look among for a conflict. */
export interface Missed {
  missed: string;
  /** what it is a part of */
  of: string;
  among: RegExp;
}

/** 上月各数 for the numbers chosen for this month, or (where no whole numbers give a change) the leaves to look among. */
export function monthBefore(
  values: Map<string, number>,
  file: FiguresFile,
  active: (leaf: string) => boolean,
): Before | Missed {
  const at = (name: string) => values.get(name) ?? 0;
  const said = (leaf: string, stated: Stated) => (stated === null || active(leaf) ? stated : undefined);
  const offeredMoM = said("calls.offeredMoM", file.calls?.offeredMoM);
  const natural = (name: string, stated: Stated) => (stated === undefined ? at(name) : at(earlier(name)));
  const callsNow = { numerator: at("接通"), denominator: at("来电") };
  const calls = ratioBefore(
    callsNow,
    said("calls.answerRateMoM", file.calls?.answerRateMoM),
    natural("来电", offeredMoM),
    changeFits(callsNow.denominator, offeredMoM),
  );
  if (!calls) return { missed: "接通", of: "来电", among: /^calls\./ };
  const sentMoM = said("handling.dispatchedMoM", file.handling?.dispatchedMoM);
  const first = firstContactBefore(
    { numerator: at(FIRST), denominator: at(ACCEPTED) },
    said("handling.firstContactRateMoM", file.handling?.firstContactRateMoM),
    natural(SENT, sentMoM),
    changeFits(at(SENT), sentMoM),
  );
  if (!first) return { missed: FIRST, of: ACCEPTED, among: /^handling\.|^requests\.accepted/ };
  const onTimeNow = { numerator: at(followed("onTime", ALL)), denominator: at(followed("followUps", ALL)) };
  const onTime = ratioBefore(
    onTimeNow,
    said("handling.onTimeRateMoM", file.handling?.onTimeRateMoM),
    onTimeNow.denominator,
    () => true,
  );
  if (!onTime) {
    const [missed, of] = [followed("onTime", ALL), followed("followUps", ALL)];
    return { missed, of, among: /^handling\.onTime|^appendix1\.total/ };
  }
  const counties = countyOffered(ALL_COUNTIES);
  const countiesOffered = natural(counties, said("countyPlatforms.offeredMoM", file.countyPlatforms?.offeredMoM));
  return { calls, firstContact: first.ratio, dispatched: first.sent, onTime, countiesOffered };
}
