import type { Term } from "../../domain/integer/problem.ts";
import type { FiguresFile } from "../../domain/measure/figures.ts";
import { countIs, rateIs } from "./leaves.ts";
import { atLeast, type Model, sumOf, total, variable } from "./model.ts";
import type { World } from "./world.ts";

const COUNTY_RATES = ["firstContact", "onTime", "followUp", "satisfaction"] as const;
export type CountyRate = (typeof COUNTY_RATES)[number];
export const ALL_COUNTIES = "全部县级平台";
export const countyOffered = (county: string) => `县级来电 ${county}`;
export const countyAnswered = (county: string) => `县级接通 ${county}`;
export const above = (county: string, rate: CountyRate) => `县级分子 ${rate} ${county}`;
export const below = (county: string, rate: CountyRate) => `县级分母 ${rate} ${county}`;
export const late = (county: string) => `拨测 超15秒 ${county}`;
export const never = (county: string) => `拨测 未接 ${county}`;
export const CALLS_EACH = "拨测 每平台通数";
export const USUAL_CALLS_EACH = 4;

/** 合计比率 in the figures, by the rate of each platform. */
export const POOLED: Record<CountyRate, "firstContactRate" | "onTimeRate" | "followUpRate" | "satisfactionRate"> = {
  firstContact: "firstContactRate",
  onTime: "onTimeRate",
  followUp: "followUpRate",
  satisfaction: "satisfactionRate",
};

/** How many of a county's calls become the denominator of a rate, where nothing says so. */
const NATURAL: Record<CountyRate, number> = { firstContact: 0.7, onTime: 0.7, followUp: 0.11, satisfaction: 0.05 };
/** And how much of it the numerator. */
const USUAL: Record<CountyRate, number> = { firstContact: 0.85, onTime: 0.99, followUp: 0.98, satisfaction: 0.88 };

/** A rate of a county is made of no more than that, or than twenty times its calls. */
const MOST_RATED = 1_000_000;

function platform(model: Model, county: string, offered: number) {
  atLeast(
    model,
    null,
    [[1, variable(model, countyOffered(county))]],
    [[1, variable(model, countyAnswered(county))]],
    0,
    "接通量不超过来电量",
  );
  model.hints.set(countyAnswered(county), Math.round(offered * 0.85));
  for (const rate of COUNTY_RATES) {
    const most = Math.max(MOST_RATED, 20 * offered);
    const [top, bottom] = [above(county, rate), below(county, rate)].map((name) => variable(model, name, 0, most)) as [
      string,
      string,
    ];
    atLeast(model, null, [[1, bottom]], [[1, top]], 0, "分子不超过分母");
    const whole = Math.max(1, Math.round(offered * NATURAL[rate]));
    model.hints.set(bottom, whole);
    model.hints.set(top, Math.round(whole * USUAL[rate]));
  }
}

function mysteryCalls(model: Model, world: World, file: FiguresFile) {
  const stated = file.countyPlatforms?.mysteryCalls;
  variable(model, CALLS_EACH);
  countIs(model, "countyPlatforms.mysteryCalls.callsEach", sumOf([CALLS_EACH]), stated?.callsEach);
  model.hints.set(CALLS_EACH, USUAL_CALLS_EACH);
  for (const { name } of world.counties) {
    const some: Term[] = sumOf([variable(model, late(name)), variable(model, never(name))]);
    atLeast(model, null, sumOf([CALLS_EACH]), some, 0, "超15秒接通与未接的不超过拨测通数");
    model.hints.set(late(name), 0);
    model.hints.set(never(name), 0);
  }
  (stated?.answeredAfter15s ?? []).forEach((row, at) => {
    if (row.platform)
      countIs(
        model,
        `countyPlatforms.mysteryCalls.answeredAfter15s[${at}].count`,
        sumOf([late(row.platform)]),
        row.count,
      );
  });
}

/** 县级平台: calls by platform, one numerator and one denominator per rate, pooled by adding both; mystery calls. */
export function countyRows(model: Model, world: World, file: FiguresFile) {
  const stated = file.countyPlatforms;
  const names = world.counties.map(({ name }) => name);
  if (names.length === 0) return;
  const each = (name: string) => {
    const at = (stated?.byPlatform ?? []).findIndex(
      (row, index) => (row.platform ?? `第${index + 1}个县级平台`) === name,
    );
    const count =
      stated?.byPlatform?.[at]?.offered ??
      (typeof stated?.offered === "number" ? Math.round(stated.offered / names.length) : 1000);
    return {
      path: `countyPlatforms.byPlatform[${at}].offered`,
      stated: at < 0 ? undefined : stated?.byPlatform?.[at]?.offered,
      hint: count,
    };
  };
  for (const name of names) {
    const one = each(name);
    platform(model, name, one.hint);
    model.hints.set(countyOffered(name), one.hint);
    countIs(model, one.path, sumOf([countyOffered(name)]), one.stated);
  }
  total(model, variable(model, countyOffered(ALL_COUNTIES)), names.map(countyOffered), "县级来电总量等于各平台之和");
  countIs(model, "countyPlatforms.offered", sumOf([countyOffered(ALL_COUNTIES)]), stated?.offered);
  const answered: [Term[], Term[]] = [sumOf(names.map(countyAnswered)), sumOf(names.map(countyOffered))];
  rateIs(model, "countyPlatforms.answerRate", answered, stated?.answerRate);
  for (const rate of COUNTY_RATES) {
    const pooled: [Term[], Term[]] = [
      sumOf(names.map((name) => above(name, rate))),
      sumOf(names.map((name) => below(name, rate))),
    ];
    rateIs(model, `countyPlatforms.${POOLED[rate]}`, pooled, stated?.[POOLED[rate]]);
  }
  mysteryCalls(model, world, file);
}
