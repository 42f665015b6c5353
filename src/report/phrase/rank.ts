import { pointersOf } from "../../domain/calendar/period.ts";
import type { Measured } from "../../domain/measure/measured.ts";
import type { Span } from "../block.ts";
import { counted, num, numeral, several } from "./number.ts";
import { enumerated, say, separated } from "./say.ts";

export interface Ranked {
  name: string;
  count: Measured;
  share?: Measured;
}

export interface Ranking {
  month: string;
  /** what is ranked: 诉求大类 */
  of: string;
  items: Ranked[];
  /** how many such a list has when there are enough */
  most: number;
  unit: string;
  /** what the shares are shares of: 受理诉求总量 */
  total: string;
}

/**
 * 排名: 排名前五的诉求大类依次是：…，分别占…的…。 A shorter list says its true length, a single one is said as one, an empty
 * one that there is none; equal counts are called equal.
 */
export function ranking({ month, of, items, most, unit, total }: Ranking): Span[] {
  if (items.length === 0) return say`${pointersOf(month).this}没有可列出的${of}。`;
  const listed = separated(
    items.map((item) => counted(item.name, item.count, unit)),
    "、",
  );
  return say`${opening(month, of, items.length, most)}${listed}${shares(items, total)}。${ties(items)}`;
}

function opening(month: string, of: string, length: number, most: number): string {
  if (length === 1) return `${pointersOf(month).this}涉及的${of}只有一个，即`;
  return length < most
    ? `${pointersOf(month).this}涉及的${of}共${several(length)}个，依次是：`
    : `排名前${numeral(most)}的${of}依次是：`;
}

/** 分别占…的…: nothing when a share is missing. */
export function shares(items: Ranked[], total: string): Span[] {
  const known = items.flatMap((item) => (item.share && item.share.value !== null ? [item.share] : []));
  if (known.length < items.length) return [];
  return say`，${known.length > 1 ? "分别" : ""}占${total}的${enumerated(known.map(num))}`;
}

/** 并列: which neighbours have equal counts. */
export function ties(items: Ranked[]): Span[] {
  const alike = (item: Ranked) => items.filter((other) => other.count.value === item.count.value);
  const equal = items.filter((item) => item.count.value !== null && alike(item)[0] === item && alike(item).length > 1);
  if (equal.length === 0) return [];
  const names = equal.map((item) => enumerated(alike(item).map(({ name }) => name)));
  return say`其中，${separated(names, "数量相同，")}数量相同。`;
}
