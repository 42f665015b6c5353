/** 数的写法 on the screen. */

/** 12,318; a count that stopped at its limit is said as it comes */
export const count = (value: number | string): string =>
  typeof value === "number" ? value.toLocaleString("en-US") : value.replace(/^(\d+) (\d+)/, "$1,$2");
