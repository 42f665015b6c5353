/** 像一个数的笔误: whether two printed numbers differ as slips of the pen do, and what the words before both share. */
import { digitCount, digitsOf, type Printed, slipBetween } from "../../number.ts";
import type { Reading } from "../../read/reading.ts";
import type { Spot } from "./scene.ts";

export interface Said {
  spot: Spot;
  words: string;
  clause: string;
}

export interface Context {
  /** how many numbers of the report have two such signs before them */
  rare: (two: string) => number;
  /** how often a value is printed */
  printed: (number: Printed) => number;
  last: number;
  subjects: Reading["subjects"];
}

export const han = (text: string): string => text.replace(/[^\u4e00-\u9fff]/g, "");

/** numbers that may be each other's slips stand together: of as many digits, with the point in one place */
export const shapeOf = ({ text }: Printed): string => digitsOf(text).replace(/\d/g, "0");

/** the longest run of signs in both */
export function sharedOf(a: string, b: string): string {
  let longest = "";
  for (let from = 0; from < a.length; from += 1)
    while (from + longest.length < a.length && b.includes(a.slice(from, from + longest.length + 1)))
      longest = a.slice(from, from + longest.length + 1);
  return longest;
}

/** two digits are one number's slip only where they changed places */
export const isClose = (a: Printed, b: Printed): boolean =>
  (digitCount(a.text) > 2 ? slipBetween(a.text, b.text) !== null : slipBetween(a.text, b.text) === "swapped") ||
  Math.abs(a.approximate - b.approximate) * 33 < Math.max(a.approximate, b.approximate);

export function valueClues(a: Printed, b: Printed, unit: string, { printed }: Context) {
  const slip = slipBetween(a.text, b.text);
  const apart = Math.abs(a.approximate - b.approximate) / Math.max(a.approximate, b.approximate);
  const digits = digitCount(a.text);
  const times = [printed(a), printed(b)];
  return {
    swapped: +(slip === "swapped"),
    digit: +(slip === "digit"),
    twoDigits: +(digits === 2),
    threeDigits: +(digits === 3),
    fourDigits: +(digits === 4),
    within1: +(apart < 0.01),
    beyond10: +(apart >= 0.1),
    percent: +(unit === "%"),
    decimals: +digitsOf(a.text).includes("."),
    bothTwice: Math.min(2, Math.min(...times) - 1),
    oneTwice: Math.min(2, Math.max(...times) - 1),
  };
}

/** “在线办结满意率”, “在线办结率”: of two rates that each end in a name of their own */
export const isOfOtherRate = (a: string, b: string): boolean => {
  const [x, y] = [a, b].map((label) => /([\u4e00-\u9fff]{2})率$/.exec(label)?.[1]);
  return x !== undefined && y !== undefined && x !== y;
};
