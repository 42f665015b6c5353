import { count } from "../../ui/number.ts";
import type { Origin } from "./data.ts";

type Counted = Pick<Origin, "numerator" | "denominator"> & { rows: { label: string }[] };

/**
 * 算式 beside a figure; null: it isn't divided. A change is worked out as its arithmetic says; a difference of rates is of two
 * divisions, this period's, and the other's, which stands below.
 */
export function worked({ numerator, denominator, rows }: Counted): string | null {
  if (numerator === null || denominator === null) return null;
  const labels = new Set(rows.map(({ label }) => label));
  const [part, whole] = [count(numerator), count(denominator)];
  if (labels.has("相对变化")) return `（${part} − ${whole}）÷ ${whole}`;
  return `${labels.has("比率之差（百分点）") ? "本期 " : ""}${part} ÷ ${whole}`;
}
