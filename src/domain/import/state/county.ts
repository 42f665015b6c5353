import type { CountyMonthState, DeliveredMonth, MysteryCallState } from "../../county/county.ts";
import type { Ratio } from "../../measure/counts.ts";
import type { Fault, Values } from "../column.ts";
import { columnNamed } from "../columns/county.ts";
import type { Identity } from "./given.ts";

const RATIOS = {
  firstContact: "firstContact",
  onTime: "onTime",
  followUp: "followUpRate",
  satisfaction: "satisfaction",
};

const number = (values: Values, key: string) => (values[key] as number | null | undefined) ?? null;

function ratio(values: Values, key: string): Ratio | null {
  const [numerator, denominator] = [number(values, `${key}Numerator`), number(values, `${key}Denominator`)];
  return numerator === null || denominator === null ? null : { numerator, denominator };
}

/** 县级月报行 → 月报 */
export const countyMonthFrom = (values: Values, identity: Identity, deliveredAt: number): DeliveredMonth => ({
  ...identity,
  county: values.county as string,
  month: values.month as string,
  deliveredAt,
  offered: number(values, "offered"),
  answered: number(values, "answered"),
  firstContact: ratio(values, RATIOS.firstContact),
  onTime: ratio(values, RATIOS.onTime),
  followUp: ratio(values, RATIOS.followUp),
  satisfaction: ratio(values, RATIOS.satisfaction),
  accuracy: number(values, "accuracy"),
});

/** 月报 → 一行 */
export function countyMonthValues(state: CountyMonthState): Values {
  const { firstContact, onTime, followUp, satisfaction, ...rest } = state;
  const { id: _, version: __, days: ___, objections: ____, verdict: _____, ...plain } = rest;
  const pair = (key: string, value: Ratio | null) => ({
    [`${key}Numerator`]: value?.numerator ?? null,
    [`${key}Denominator`]: value?.denominator ?? null,
  });
  return {
    ...plain,
    record: "month",
    ...pair(RATIOS.firstContact, firstContact),
    ...pair(RATIOS.onTime, onTime),
    ...pair(RATIOS.followUp, followUp),
    ...pair(RATIOS.satisfaction, satisfaction),
  };
}

/** 拨测行 → 拨测 */
export const mysteryCallFrom = (values: Values): Omit<MysteryCallState, "id" | "version" | "calledAt"> => ({
  county: values.county as string,
  secondsToAnswer: number(values, "secondsToAnswer"),
  voiceMenu: number(values, "voiceMenu") ?? 0,
  connection: number(values, "connection") ?? 0,
  etiquette: number(values, "etiquette") ?? 0,
  knowledge: number(values, "knowledge") ?? 0,
  followUp: number(values, "followUp") ?? 0,
});

const NEEDED = {
  month: ["month"],
  mysteryCall: ["number", "calledAt", "voiceMenu", "connection", "etiquette", "knowledge"],
};

/** 半个率: a rate needs both its counts. */
export const halfRatios = (values: Values): Fault[] =>
  Object.values(RATIOS)
    .filter((key) => (number(values, `${key}Numerator`) === null) !== (number(values, `${key}Denominator`) === null))
    .map((key) => ({ column: columnNamed(`${key}Numerator`), reason: "分子和分母要么都有，要么都没有" }));

/** 县级平台行的错误: a monthly report needs its month, a score sheet its number, time and points; a rate both its counts. */
export function countyFaults(values: Values): Fault[] {
  const record = (values.record ?? "month") as keyof typeof NEEDED;
  const missing = NEEDED[record].filter((key) => values[key] === undefined || values[key] === null);
  const faults = missing.map((key) => ({ column: columnNamed(key), reason: "不能为空" }));
  const [offered, answered] = [number(values, "offered"), number(values, "answered")];
  const more = offered !== null && answered !== null && answered > offered;
  return [
    ...faults,
    ...halfRatios(values),
    ...(more ? [{ column: columnNamed("answered"), reason: "多于接听来电" }] : []),
  ];
}
