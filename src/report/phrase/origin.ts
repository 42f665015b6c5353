/** 来历: where a number comes from, in the words that a reader sees when he opens it. */
import { isMonth } from "../../domain/calendar/month.ts";
import { yearBefore } from "../../domain/calendar/period.ts";
import type { Measured } from "../../domain/measure/measured.ts";
import { inForceSince, longMonth } from "./date.ts";
import { measureFormula, measureName } from "./measureName.ts";
import { figureText } from "./number.ts";

const kinds: Record<Measured["kind"], string> = {
  count: "数量",
  percent: "比率",
  points: "比率之差（百分点）",
  change: "相对变化",
  score: "得分",
};

/** 一个数的来历: measure, value, formula, counts, cohort, period, comparison, rule and its source. */
export function explained(figure: Measured): [string, string][] {
  const { of, cohort, month, rule, reason, note } = figure;
  const rows: [string, string | null | undefined][] = [
    ["指标", measureName(figure.measure) + (of ? `（${of}）` : "")],
    [kinds[figure.kind], figureText(figure)],
    ["没有数值的原因", figure.value === null ? reason : null],
    ["口径", rule?.words ?? formula(figure)],
    ["计算", calculation(figure)],
    ["比较", comparison(figure)],
    ["统计范围", cohort],
    [isMonth(month) ? "统计月份" : "统计时段", longMonth(month)],
    ["口径依据", rule?.source],
    ["口径起用", rule && inForceSince(rule.from)],
    ["假定", rule?.assumption ? "是：没有公布的规定，按此假定" : null],
    ["说明", note],
  ];
  return rows.flatMap(([label, text]) => (text ? [[label, text] satisfies [string, string]] : []));
}

/** 同比: compared with the same month of another year */
const isYearOnYear = ({ month, earlier }: Pick<Measured, "month" | "earlier">): boolean =>
  earlier !== undefined && earlier.month === yearBefore(month);

/** how it is worked out when no dated rule says so */
const formula = ({ kind, measure, ...of }: Measured): string | undefined =>
  kind === "change"
    ? isYearOnYear(of)
      ? "（本期数 − 上年同期数）÷ 上年同期数"
      : isMonth(of.month)
        ? "（本月数 − 上月数）÷ 上月数"
        : "（本期数 − 上期数）÷ 上期数"
    : kind === "points"
      ? "本月比率 − 上月比率，取整一次"
      : measureFormula(measure);

function calculation({ kind, numerator, denominator }: Measured): string | null {
  if (numerator === undefined || denominator === undefined) return null;
  return kind === "change" ? `（${numerator} − ${denominator}）÷ ${denominator}` : `${numerator} ÷ ${denominator}`;
}

function comparison({ kind, earlier }: Measured): string | null {
  if (!earlier) return null;
  const rate = kind === "points";
  const value = figureText({ kind: rate ? "percent" : "count", value: earlier.value } as Measured);
  const parts = earlier.denominator === undefined ? "" : `（${earlier.numerator} ÷ ${earlier.denominator}）`;
  return `${longMonth(earlier.month)}：${value}${parts}`;
}
