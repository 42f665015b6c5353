/**
 * 指标的恒等式: what the measures of a report owe each other, written down from the catalogue and not from the auditor: so
 * whether an altered figure contradicts another printed one is known without asking it.
 */
import type { PrintedFigure, RowPair } from "./alteredReport.ts";

/** 一个数的值 as printed, one of them altered */
type PrintedAs = (one: PrintedFigure) => number;

const asPrinted = (text: string): number => Number(/\d+(?:\.\d+)?/.exec(text)![0]);
const same = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9;
const percent = (part: number, base: number): number => Math.floor((part * 20_000 + base) / (2 * base)) / 100;

/** 率 = 分子 ÷ 分母, both as counts of the same thing (`of`), or of all */
const ratios: { rate: string; part: string[]; base: string[]; less?: string[]; ofAll?: true }[] = [
  { rate: "requests.byType", part: ["requests.byType"], base: ["requests.accepted"], ofAll: true },
  { rate: "requests.topCategories", part: ["requests.topCategories"], base: ["requests.accepted"], ofAll: true },
  { rate: "requests.firstContactRate", part: ["requests.firstContact"], base: ["requests.accepted"] },
  {
    rate: "followUp.dissatisfiedTop",
    part: ["followUp.dissatisfiedTop"],
    base: ["followUp.dissatisfied"],
    ofAll: true,
  },
  { rate: "orders.onTimeRate", part: ["orders.onTime"], base: ["orders.valid"] },
  { rate: "orders.returnRate", part: ["orders.returnsRejected"], base: ["orders.valid"] },
];

/** 合计 = 各项之和 */
const sums: { whole: string; parts: string[] }[] = [
  { whole: "requests.accepted", parts: ["requests.firstContact", "requests.dispatched", "requests.pending"] },
  {
    whole: "followUp.total",
    parts: ["followUp.satisfied", "followUp.neutral", "followUp.noResponse", "followUp.dissatisfied"],
  },
];

/** 合计 = 同一指标逐项之和 */
const sumsOverAll: { whole: string; each: string }[] = [
  { whole: "requests.accepted", each: "requests.byType" },
  { whole: "counties.offered", each: "counties.offered" },
  { whole: "orders.valid", each: "orders.valid" },
  { whole: "orders.onTime", each: "orders.onTime" },
  { whole: "orders.returnsRejected", each: "orders.returnsRejected" },
  { whole: "followUp.total", each: "followUp.total" },
  { whole: "followUp.satisfied", each: "followUp.satisfied" },
  { whole: "followUp.neutral", each: "followUp.neutral" },
  { whole: "followUp.noResponse", each: "followUp.noResponse" },
  { whole: "followUp.dissatisfied", each: "followUp.dissatisfied" },
];

const isCount = ({ figure }: PrintedFigure): boolean => figure.kind === "count";
const key = ({ figure: { measure, kind, of } }: PrintedFigure): string => `${measure}|${kind}|${of ?? ""}`;

/** 会不会矛盾: whether the figure, printed as `text`, breaks an identity that the report as it was kept */
export function contradicts(figures: PrintedFigure[], at: number, text: string): boolean {
  const own = figures[at]!;
  const before: PrintedAs = (one) => asPrinted(one.text);
  const after: PrintedAs = (one) => (one === own ? asPrinted(text) : asPrinted(one.text));
  const checks = [...checksOf(figures, own)];
  return checks.some((holds) => holds(before) && !holds(after));
}

function* checksOf(figures: PrintedFigure[], own: PrintedFigure): Generator<(as: PrintedAs) => boolean> {
  const find = (measure: string, of: string | undefined, test = isCount) =>
    figures.filter((one) => one.figure.measure === measure && one.figure.of === of && test(one));
  const all = figures.filter((one) => key(one) === key(own) && one.figure.numerator === own.figure.numerator);
  if (own.figure.kind !== "change" && asPrinted(own.text) >= 100)
    for (const other of all) if (other !== own) yield (as) => same(as(own), as(other));
  for (const { rate, part, base, ofAll } of ratios)
    for (const one of figures.filter(({ figure }) => figure.measure === rate && figure.kind === "percent")) {
      const parts = find(part[0]!, one.figure.of);
      const bases = find(base[0]!, ofAll ? undefined : one.figure.of);
      for (const a of parts)
        for (const b of bases)
          if ([one, a, b].includes(own) && unaltered(b) > 0)
            yield (as) => as(b) > 0 && same(percent(as(a), as(b)), as(one));
    }
  for (const { whole, parts } of sums)
    for (const one of figures.filter((other) => other.figure.measure === whole && isCount(other))) {
      const found = parts.map((measure) =>
        figures.find(
          (other) =>
            other.figure.measure === measure &&
            other.figure.of === one.figure.of &&
            other.block === one.block &&
            isCount(other),
        ),
      );
      const known = found.filter((other) => other !== undefined);
      if (known.length === parts.length && [one, ...known].includes(own))
        yield (as) =>
          same(
            known.reduce((total, other) => total + as(other), 0),
            as(one),
          );
    }
  for (const { whole, each } of sumsOverAll)
    for (const one of figures.filter(
      (other) => other.figure.measure === whole && isCount(other) && other.figure.of === undefined,
    )) {
      const rows = figures.filter(
        (other) =>
          other.figure.measure === each && other.figure.of !== undefined && isCount(other) && other.block === one.block,
      );
      if (rows.length > 1 && [one, ...rows].includes(own))
        yield (as) =>
          same(
            rows.reduce((total, other) => total + as(other), 0),
            as(one),
          );
    }
}

/**
 * 对调名称会不会矛盾: whether a figure of one of the two rows is printed elsewhere in the report under the row's own name, and the
 * other row has another value there.
 */
export function contradictsSwapped(figures: PrintedFigure[], { block, rows }: RowPair): boolean {
  const [a, b] = rows.map((row) => figures.filter((one) => one.block === block && one.row === row)) as [
    PrintedFigure[],
    PrintedFigure[],
  ];
  const isToldElsewhere = (one: PrintedFigure) =>
    one.figure.of !== undefined &&
    figures.some((other) => other.block !== block && key(other) === key(one) && isTelling(other));
  const differs = (one: PrintedFigure, others: PrintedFigure[]) =>
    others.some((other) => other.column === one.column && !same(unaltered(other), unaltered(one)));
  return [...a.filter((one) => differs(one, b)), ...b.filter((one) => differs(one, a))].some(isToldElsewhere);
}

/** two figures below a hundred may be alike by chance */
const isTelling = ({ text }: PrintedFigure): boolean => asPrinted(text) >= 100 || /[.%]/.test(text);

const unaltered: PrintedAs = (one) => asPrinted(one.text);
