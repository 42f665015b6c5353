import type { CountyCounts, MysteryCallSheet, Ratio } from "../../domain/measure/counts.ts";
import type { FiguresFile } from "../../domain/measure/figures.ts";
import { sheetSum, verdict } from "./appendix2.ts";
import {
  above,
  below,
  CALLS_EACH,
  type CountyRate,
  countyAnswered,
  countyOffered,
  late,
  never,
  USUAL_CALLS_EACH,
} from "./counties.ts";
import { share } from "./share.ts";
import type { World } from "./world.ts";

type Values = Map<string, number>;

function ratio(values: Values, county: string, rate: CountyRate): Ratio | null {
  const [numerator, denominator] = [values.get(above(county, rate)) ?? 0, values.get(below(county, rate)) ?? 0];
  return denominator === 0 ? null : { numerator, denominator };
}

/** 县级平台月报 as delivered. */
export const countyPlan = (world: World, values: Values): CountyCounts[] =>
  world.counties.map(({ name }) => ({
    platform: name,
    offered: values.get(countyOffered(name)) ?? 0,
    answered: values.get(countyAnswered(name)) ?? 0,
    firstContact: ratio(values, name, "firstContact"),
    onTime: ratio(values, name, "onTime"),
    followUp: ratio(values, name, "followUp"),
    satisfaction: ratio(values, name, "satisfaction"),
    accuracy: values.get(verdict(name)) ?? null,
  }));

/** 上月县级来电: the total in proportion to this month's platforms; nothing else is known of that month. */
export function countiesBefore(world: World, values: Values, offered: number): CountyCounts[] {
  const weights = world.counties.map(({ name }) => values.get(countyOffered(name)) ?? 0);
  const parts = world.counties.length === 0 ? [] : share(offered, weights);
  return world.counties.map(({ name }, at) => ({
    platform: name,
    offered: parts[at] as number,
    answered: null,
    firstContact: null,
    onTime: null,
    followUp: null,
    satisfaction: null,
    accuracy: null,
  }));
}

/** An item's points on each sheet: even, in half points where the sum allows. */
function spread(sum: number, sheets: number, most: number): number[] {
  const steps = share(Math.floor(sum / 50), Array(sheets).fill(1)).map((part) => part * 50);
  let rest = sum % 50;
  return steps.map((points) => {
    const more = Math.min(rest, most - points);
    rest -= more;
    return points + more;
  });
}

/** 拨测: sheets whose means are the printed points; those answered late get half for the connection. */
export function mysterySheets(world: World, file: FiguresFile, values: Values): MysteryCallSheet[] {
  const component = world.scorecard?.components.find(({ key }) => key === "mysteryCall");
  if (!component || (!file.countyPlatforms?.mysteryCalls && !file.appendix2?.rows)) return [];
  const sheets = values.get(CALLS_EACH) ?? USUAL_CALLS_EACH;
  return world.counties.flatMap(({ name }) => {
    const [slow, missed] = [values.get(late(name)) ?? 0, values.get(never(name)) ?? 0];
    const points = new Map(
      component.items.map((item) => [
        item.key,
        spread(values.get(sheetSum(name, item.key)) ?? item.points * sheets, sheets, item.points),
      ]),
    );
    const full = component.items.find(({ key }) => key === "connection")?.points ?? 0;
    return Array.from({ length: sheets }, (_, at): MysteryCallSheet => {
      const state = at < missed ? "missed" : at < missed + slow ? "late" : "prompt";
      const of = (key: string) => points.get(key)?.[at] ?? 0;
      return {
        platform: name,
        secondsToAnswer: state === "missed" ? null : state === "late" ? 22 + 3 * at : 4 + 2 * (at % 5),
        voiceMenu: of("voiceMenu"),
        connection: state === "missed" ? 0 : state === "late" ? Math.ceil(full / 2) : full,
        etiquette: of("etiquette"),
        knowledge: of("knowledge"),
        followUp: of("followUp"),
      };
    });
  });
}
