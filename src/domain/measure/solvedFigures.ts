/** 解决率: what the followed up answered when they were asked whether their matter was solved. */
import type { Ratio, UnitCode } from "./counts.ts";
import { printHundredths } from "./exact.ts";
import { count, rate } from "./figure.ts";
import { wilson } from "./interval.ts";
import type { Measured } from "./measured.ts";
import { groupOf, ruleOf, type Setting, unitName, unitOrder } from "./setting.ts";
import { total } from "./tally.ts";

/** 解决与否的计数: by the unit that led at the follow-up; null: the citizen didn't say */
export interface SolvedCounts {
  unit: UnitCode;
  solved: boolean | null;
  count: number;
}

/** 解决率的一行: the whole, a group of units, or a district */
export interface SolvedRow<N> {
  of: string;
  followUps: N;
  answered: N;
  solved: N;
  unsolved: N;
  rate: N;
  answerShare: N;
}

export interface SolvedFigures<N> {
  whole: SolvedRow<N>;
  /** those with follow-ups, in configured order; the units of a group only where it is ranked apart: the districts */
  groups: (SolvedRow<N> & { units: SolvedRow<N>[] })[];
}

/** 样本不足说明, with how far the rate may lie from what many answers would give; undefined where enough answered. */
function fewNote(setting: Setting, ratio: Ratio): string | undefined {
  if (ratio.denominator >= (ruleOf(setting, "threshold", "enoughRatings")?.value.value ?? 0)) return undefined;
  const few = `样本不足：已回答${ratio.denominator}件`;
  const z = ruleOf(setting, "ranking", "units")?.value.z;
  const interval = z === undefined ? null : wilson(ratio, z);
  if (z === undefined || interval === null) return few;
  const [low, high] = [interval.low, interval.high].map(printHundredths);
  return `${few}；威尔逊区间（z＝${printHundredths(z)}）为${low}%至${high}%`;
}

function row(setting: Setting, at: string, rows: SolvedCounts[], name: string | null): SolvedRow<Measured> {
  const about = name === null ? {} : { of: name };
  const sum = (some: SolvedCounts[]) => total(some, (one) => one.count);
  const followUps = sum(rows);
  const answered = sum(rows.filter(({ solved }) => solved !== null));
  const ratio = { numerator: sum(rows.filter(({ solved }) => solved === true)), denominator: answered };
  const share = { numerator: answered, denominator: followUps };
  const note = fewNote(setting, ratio);
  return {
    of: name ?? "合计",
    followUps: count(setting, `${at}.followUps`, followUps, about),
    answered: count(setting, `${at}.answered`, answered, about),
    solved: count(setting, `${at}.solved`, ratio.numerator, about),
    unsolved: count(setting, `${at}.unsolved`, answered - ratio.numerator, about),
    rate: rate(setting, `${at}.rate`, ratio, { ...about, ...(note && { note }) }),
    answerShare: rate(setting, `${at}.answerShare`, share, about),
  };
}

/** 解决率: over all, by group of units, and by district. */
export function solvedFigures(setting: Setting, counts: SolvedCounts[]): SolvedFigures<Measured> {
  const groups = setting.unitGroups.map(({ id, name, rankedApart }) => {
    const rows = counts.filter(({ unit }) => groupOf(setting, unit) === id);
    const units = rankedApart ? [...new Set(rows.map(({ unit }) => unit))] : [];
    return { name, rows, units: units.toSorted((a, b) => unitOrder(setting, a) - unitOrder(setting, b)) };
  });
  return {
    whole: row(setting, "further.solved.whole", counts, null),
    groups: groups
      .filter(({ rows }) => rows.length > 0)
      .map(({ name, rows, units }) => ({
        ...row(setting, "further.solved.groups[]", rows, name),
        units: units.map((code) =>
          row(
            setting,
            "further.solved.groups[].units[]",
            rows.filter(({ unit }) => unit === code),
            unitName(setting, code),
          ),
        ),
      })),
  };
}
