/** 数字文件里的一个值, as it reads: the file keeps it as it is printed, 84.14 for 84.14%, 37.5 for 37.50 分. */
import type { Leaf } from "../../domain/measure/compare.ts";
import { printHundredths } from "../../domain/measure/exact.ts";
import type { LeafKind } from "../../domain/measure/leaf.ts";
import { count } from "../ui/number.ts";

const units: Partial<Record<LeafKind, string>> = { percent: "%", change: "%", points: " 个百分点", score: " 分" };

export function leafWords(leaf: Leaf, kind: LeafKind | null): string {
  if (leaf === null) return "没有";
  if (typeof leaf === "string") return leaf;
  const unit = kind && units[kind];
  if (unit) return `${printHundredths(Math.round(leaf * 100)).replace("-", "−")}${unit}`;
  return Number.isInteger(leaf) ? count(leaf) : String(leaf);
}
