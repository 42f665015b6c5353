import { percent } from "../../domain/measure/exact.ts";
import { hundredths } from "./leaves.ts";

/** 一部分: its share of the whole as printed, and its count where that is printed too. */
export interface Part {
  share?: number | null | undefined;
  count?: number | null | undefined;
}

/** How far from the natural size a whole is looked for, and how many are kept. */
const MOST_TRIED = 30_000;
const MOST_KEPT = 8;

function fits(whole: number, { share, count }: Part): boolean {
  if (typeof share !== "number") return typeof count !== "number" || count <= whole;
  const wanted = hundredths(share);
  const near = typeof count === "number" ? count : Math.floor((wanted * whole + 5000) / 10000);
  return near <= whole && percent(near, whole) === wanted;
}

/** 合乎占比的总数: wholes of which every printed share is a whole number, nearest to the natural size first. */
export function wholesFor(parts: Part[], natural: number): number[] {
  const found: number[] = [];
  const told = parts.filter(({ share }) => typeof share === "number");
  if (told.length === 0 || parts.some(({ share }) => typeof share === "number" && Number.isNaN(hundredths(share))))
    return [];
  for (let step = 0; step < MOST_TRIED && found.length < MOST_KEPT; step++)
    for (const whole of step === 0 ? [natural] : [natural + step, natural - step])
      if (whole > 0 && parts.every((part) => fits(whole, part))) found.push(whole);
  return found;
}
