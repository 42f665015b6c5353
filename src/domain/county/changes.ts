/** 两次上报之间的变动: which numbers one delivery has otherwise than the one before; whether points given for one hold for the other. */
import type { CivilDate } from "../calendar/civil.ts";
import type { CountyDay, CountyMonthState } from "./county.ts";
import { countKeys, countNames, type Delivered, rateKeys, rateNames } from "./items.ts";

/** 一次上报的数 */
export type Numbers = Delivered & { days: readonly CountyDay[] };

export interface NumberChange {
  name: string;
  before: number | null;
  now: number | null;
}

export interface DeliveryChanges {
  numbers: NumberChange[];
  /** 逐日明细里不同的日子: with other numbers, more, or no longer there */
  days: CivilDate[];
}

const named = (of: Delivered): [name: string, value: number | null][] => [
  ...countKeys.map((key): [string, number | null] => [countNames[key], of[key]]),
  ...rateKeys.flatMap((key): [string, number | null][] => [
    [rateNames[key].numerator, of[key]?.numerator ?? null],
    [rateNames[key].denominator, of[key]?.denominator ?? null],
  ]),
];

/** what a day says, however often it is there */
const dayWords = ({ days }: Numbers, date: CivilDate): string =>
  days
    .filter((day) => day.date === date)
    .map(({ offered, answered, accepted, firstContact }) => `${[offered, answered, accepted, firstContact]}`)
    .join(";");

/** 变动 from one delivery to another, in the order of the form. */
export function deliveryChanges(before: Numbers, now: Numbers): DeliveryChanges {
  const earlier = new Map(named(before));
  const dates = [...new Set([...before.days, ...now.days].map(({ date }) => date))].sort();
  return {
    numbers: named(now)
      .map(([name, value]) => ({ name, before: earlier.get(name) ?? null, now: value }))
      .filter((one) => one.before !== one.now),
    days: dates.filter((date) => dayWords(before, date) !== dayWords(now, date)),
  };
}

/** 与前一版的数相同: what is delivered once more corrects nothing */
export function isUnchanged(state: CountyMonthState | null, given: Numbers): state is CountyMonthState {
  if (state === null) return false;
  const { numbers, days } = deliveryChanges(state, given);
  return numbers.length === 0 && days.length === 0;
}

/** 评定还作数的得分: points were given for the numbers that stood then; null: there are none, or the numbers are others now. */
export const accuracyFor = (state: CountyMonthState | null, given: Numbers): number | null =>
  isUnchanged(state, given) ? state.accuracy : null;
