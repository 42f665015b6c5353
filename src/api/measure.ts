/** 指标给人看的样子. */
import type { z } from "zod";
import type { measuredRate } from "../contract/measure.ts";
import type { Measured } from "../domain/measure/measured.ts";

export const rateView = ({
  value,
  numerator,
  denominator,
  rule,
  reason,
  note,
}: Measured): z.input<typeof measuredRate> => ({
  percent: value === null ? null : value / 100,
  numerator: numerator ?? null,
  denominator: denominator ?? null,
  words: rule?.words ?? null,
  note: reason ?? note ?? null,
});
