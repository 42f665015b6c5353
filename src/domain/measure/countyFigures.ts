import type { ComparedCounts, CountyCounts, MonthCounts, MysteryCallSheet, Ratio } from "./counts.ts";
import { exceedsWhole } from "./exact.ts";
import { count, countChange, rate } from "./figure.ts";
import type { Figures } from "./figures.ts";
import type { Measured } from "./measured.ts";
import { ruleOf, type Setting } from "./setting.ts";

type CountyFigures = Figures<Measured>["countyPlatforms"];

/** 县级平台名 in configured order, then any other that delivered. */
export function countyNames(setting: Setting, counts: Pick<MonthCounts, "counties" | "mysteryCalls">): string[] {
  const delivered = [...counts.counties, ...counts.mysteryCalls].map((row) => row.platform);
  return [...new Set([...setting.counties.map((county) => county.name), ...delivered])];
}

/** 接通: one platform's answered calls over its offered; null where either wasn't delivered. */
export const answerRatio = ({ offered, answered }: CountyCounts): Ratio | null =>
  offered === null || answered === null ? null : { numerator: answered, denominator: offered };

type RatioOf = (county: CountyCounts) => Ratio | null;

/** 各平台合计的比率: counts added, divided once; who delivered none, or one that can't be, is left out; null where none is left. */
function pooledRatio(counties: CountyCounts[], ratioOf: RatioOf): Ratio | null {
  const ratios = counties.flatMap((county) => ratioOf(county) ?? []).filter((ratio) => !exceedsWhole(ratio));
  if (ratios.length === 0) return null;
  return {
    numerator: ratios.reduce((sum, ratio) => sum + ratio.numerator, 0),
    denominator: ratios.reduce((sum, ratio) => sum + ratio.denominator, 0),
  };
}

/** 没有计入的平台, said beside the rate; undefined: all that delivered are in */
function leftOut(counties: CountyCounts[], ratioOf: RatioOf): string | undefined {
  const wrong = counties.filter((county) => {
    const ratio = ratioOf(county);
    return ratio !== null && exceedsWhole(ratio);
  });
  return wrong.length === 0
    ? undefined
    : `${wrong.map(({ platform }) => platform).join("、")}所报的分子多于分母，没有计入`;
}

function offeredTotal(counties: CountyCounts[]): number | null {
  const delivered = counties.map((county) => county.offered).filter((offered) => offered !== null);
  return delivered.length === 0 ? null : delivered.reduce((sum, offered) => sum + offered, 0);
}

function mysteryCalls(setting: Setting, sheets: MysteryCallSheet[], names: string[]): CountyFigures["mysteryCalls"] {
  const base = "countyPlatforms.mysteryCalls";
  const seconds = ruleOf(setting, "answerWithin", "answeredWithin15s")?.value.seconds ?? 15;
  const of = (platform: string) => sheets.filter((sheet) => sheet.platform === platform);
  const isLate = (sheet: MysteryCallSheet) => sheet.secondsToAnswer !== null && sheet.secondsToAnswer > seconds;
  const called = names.filter((platform) => of(platform).length > 0);
  return {
    callsEach: count(setting, `${base}.callsEach`, Math.max(0, ...called.map((platform) => of(platform).length))),
    answeredAfter15s: called.map((platform) => ({
      platform,
      count: count(setting, `${base}.answeredAfter15s[].count`, of(platform).filter(isLate).length, { of: platform }),
    })),
  };
}

/** 县级平台: calls with 环比, per platform; five rates over all platforms together; mystery calls. */
export function countyFigures(setting: Setting, counts: MonthCounts, before: ComparedCounts | null): CountyFigures {
  const { counties } = counts;
  const offered = offeredTotal(counties);
  const names = countyNames(setting, counts);
  const path = (key: string) => `countyPlatforms.${key}`;
  const ratio = (key: string, ratioOf: RatioOf) =>
    rate(setting, path(key), pooledRatio(counties, ratioOf), { note: leftOut(counties, ratioOf) });
  return {
    offered: count(setting, path("offered"), offered),
    offeredMoM: countChange(setting, path("offeredMoM"), offered, before && offeredTotal(before.counties)),
    byPlatform: names.map((platform) => {
      const value = counties.find((county) => county.platform === platform)?.offered ?? null;
      return { platform, offered: count(setting, path("byPlatform[].offered"), value, { of: platform }) };
    }),
    answerRate: ratio("answerRate", answerRatio),
    firstContactRate: ratio("firstContactRate", (county) => county.firstContact),
    onTimeRate: ratio("onTimeRate", (county) => county.onTime),
    followUpRate: ratio("followUpRate", (county) => county.followUp),
    satisfactionRate: ratio("satisfactionRate", (county) => county.satisfaction),
    mysteryCalls: mysteryCalls(setting, counts.mysteryCalls, names),
  };
}
