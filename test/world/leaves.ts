/** 叶子: every figure of a month under a path that names what it is about, so that figures of two states can be laid side by side. */
import type { Measured } from "../../src/domain/measure/measured.ts";

export type Leaves = Map<string, Measured | string>;

const NAMES = ["unit", "topic", "category", "subcategory", "name", "group", "item", "type", "channel", "event", "date"];
const isMeasured = (value: object): value is Measured => "measure" in value && "kind" in value;
const nameOf = (entry: unknown, at: number): string => {
  const named = entry as Record<string, string>;
  return typeof entry === "string" ? entry : (NAMES.map((key) => named[key]).find((name) => name) ?? String(at));
};

function walk(value: unknown, path: string, leaves: Leaves): void {
  if (value === null || typeof value !== "object") {
    leaves.set(path, String(value));
  } else if (Array.isArray(value)) {
    leaves.set(`${path}#`, value.map(nameOf).join(" "));
    for (const [at, entry] of value.entries()) walk(entry, `${path}[${nameOf(entry, at)}]`, leaves);
  } else if (isMeasured(value)) {
    leaves.set(path, value);
  } else {
    for (const [key, inner] of Object.entries(value)) walk(inner, path ? `${path}.${key}` : key, leaves);
  }
}

/** 摊开: the leaves of figures, lists' orders among them. */
export function leavesOf(...figures: object[]): Leaves {
  const leaves: Leaves = new Map();
  for (const part of figures) walk(part, "", leaves);
  return leaves;
}

/** What a record's disappearance takes from a figure: from its count or numerator, and from its denominator. */
export type Shift = [numerator: number, denominator?: number];

/** 四舍五入 to hundredths of `above ÷ below`, times a hundred for a percentage: the test's own arithmetic. */
function hundredths(above: bigint, below: bigint): number {
  const size = (above < 0n ? -above : above) * 20_000n;
  const rounded = (size + below) / (2n * below);
  return Number(above < 0n ? -rounded : rounded);
}

function computed({ kind, earlier }: Measured, numerator: number, denominator: number): number | null {
  const [n, d] = [BigInt(numerator), BigInt(denominator)];
  if (d === 0n) return null;
  if (kind === "percent") return hundredths(n, d);
  if (kind === "change") return hundredths(n - d, d);
  if (kind === "count") return Number((2n * n + d) / (2n * d));
  const [n0, d0] = [BigInt(earlier!.numerator!), BigInt(earlier!.denominator!)];
  return hundredths(n * d0 - n0 * d, d * d0);
}

/** The figure as it must be after the shift. */
function shifted(figure: Measured, [by, below = 0]: Shift): Measured {
  if (figure.numerator === undefined) return { ...figure, value: figure.value! + by };
  const [numerator, denominator] = [figure.numerator + by, figure.denominator! + below];
  return { ...figure, numerator, denominator, value: computed(figure, numerator, denominator) };
}

/** 应有的叶子: all as before, but for those shifted; refuses (throws on) a path that is not there. */
export function expected(before: Leaves, shifts: Record<string, Shift>): Leaves {
  const after = new Map(before);
  for (const [path, shift] of Object.entries(shifts)) {
    const figure = before.get(path);
    if (figure === undefined || typeof figure === "string") throw new Error(`no figure at ${path}`);
    after.set(path, shifted(figure, shift));
  }
  return after;
}
