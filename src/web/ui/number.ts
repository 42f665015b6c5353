/** 数的写法 on the screen. */
import { printHundredths } from "../../domain/measure/exact.ts";

/** 12,318; a count that stopped at its limit is said as it comes */
export const count = (value: number | string): string =>
  typeof value === "number" ? value.toLocaleString("en-US") : value.replace(/^(\d+) (\d+)/, "$1,$2");

/** '97.65%' of hundredths; '—' where there is no value */
export const rate = (hundredths: number | null): string =>
  hundredths === null ? "—" : `${printHundredths(hundredths).replace("-", "−")}%`;

/** '+9.14%', '−0.43%', '持平' of hundredths */
export const changeOf = (hundredths: number): string =>
  hundredths === 0 ? "持平" : `${hundredths > 0 ? "+" : ""}${rate(hundredths)}`;

/** '+5', '−6', '持平' */
export const movement = (by: number): string => (by === 0 ? "持平" : `${by > 0 ? "+" : "−"}${count(Math.abs(by))}`);
