/** 测得的一行: the median of ours beside the median of what it stands on. */
export interface Measurement {
  what: string;
  /** medians: seconds, or rows a second where `unit` says so */
  ours: number;
  unit: "s" | "行/s";
  /** the bare SQL or library call, in the same unit */
  bare: { what: string; value: number } | null;
  /** at most so many seconds, or at least so many rows a second */
  target: number | null;
}

/** 中位数 */
export const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** 计时: the median of so many runs, in seconds; what a run prepares for itself is not counted. */
export async function timed<T>(
  rounds: number,
  prepare: () => T | Promise<T>,
  work: (with_: T) => unknown,
): Promise<number> {
  const seconds: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const prepared = await prepare();
    const from = performance.now();
    await work(prepared);
    seconds.push((performance.now() - from) / 1000);
  }
  return median(seconds);
}

const shown = (value: number, unit: Measurement["unit"]) =>
  unit === "s" ? `${value.toFixed(value < 10 ? 3 : 1)} s` : `${Math.round(value)} 行/s`;

function verdict({ ours, unit, target }: Measurement): string[] {
  if (target === null) return ["", ""];
  const met = unit === "s" ? ours <= target : ours >= target;
  return [`${unit === "s" ? "≤" : "≥"} ${target} ${unit}`, met ? "达标" : "未达标"];
}

/** How many times the bare call's time ours takes. */
const ratio = ({ ours, unit, bare }: Measurement) =>
  bare === null ? "" : `${(unit === "s" ? ours / bare.value : bare.value / ours).toFixed(2)} 倍`;

const row = (one: Measurement): string[] => [
  one.what,
  shown(one.ours, one.unit),
  one.bare === null ? "" : `${one.bare.what} ${shown(one.bare.value, one.unit)}`,
  ratio(one),
  ...verdict(one),
];

/** 结果表 in Markdown; without `targets` neither targets nor verdicts. */
export function table(measurements: Measurement[], targets: boolean): string {
  const kept = targets ? 6 : 4;
  const head = ["项目", "中位数", "底层调用", "比率", "目标", "结果"];
  const rows = [head, head.map(() => "---"), ...measurements.map(row)];
  return rows.map((cells) => `| ${cells.slice(0, kept).join(" | ")} |\n`).join("");
}
