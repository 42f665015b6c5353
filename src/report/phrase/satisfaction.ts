import { firstDay, lastDay, ruleDay } from "../../domain/calendar/month.ts";
import { pointersOf } from "../../domain/calendar/period.ts";
import type { Measured } from "../../domain/measure/measured.ts";
import { inForce } from "../../domain/rule/inForce.ts";
import type { Rulebook, RuleRow } from "../../domain/rule/rulebook.ts";
import type { Span } from "../block.ts";
import { inForceSince, longDay } from "./date.ts";
import { num, rate } from "./number.ts";
import { say, separated } from "./say.ts";

/** 参评门槛: how many ratings a satisfaction rate needs to be called enough; null where the rulebook names none. */
export const enoughRatings = (book: Rulebook, month: string): number | null =>
  inForce(book, "threshold", "enoughRatings", ruleDay(month))?.value.value ?? null;

/** 满意率与参评率: always side by side; too few ratings are called 样本不足. Any other rate of answers likewise, with the share of those who gave one. */
export function satisfaction(
  name: string,
  figure: Measured,
  share: Measured,
  enough: number | null,
  shareName = "参评率",
): Span[] {
  if (figure.value === null) return rate(name, figure);
  const response = share.value === null ? say`${shareName}无法计算` : say`${shareName}${num(share)}`;
  return say`${name}${num(figure)}（${response}${isFew(share, enough) ? "，样本不足，仅供参考" : ""}）`;
}

/** 样本不足: fewer answered than the threshold of the rulebook; without one any number is enough */
export const isFew = (share: Measured, enough: number | null): boolean =>
  enough !== null && share.numerator !== undefined && share.numerator < enough;

type SatisfactionRow = RuleRow<"satisfaction">;

const versions = (book: Rulebook): SatisfactionRow[] =>
  (book.rows.satisfaction ?? [])
    .filter((row) => row.key === "satisfactionRate")
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));

/** 口径变更: the satisfaction formulas that came into force in the month's year, up to the month, each with what it replaced. */
export function formulaChanges(book: Rulebook, month: string): Span[][] {
  const rows = versions(book).filter((row) => row.from <= lastDay(month));
  return rows.flatMap((row, at) => {
    const before = rows[at - 1];
    return before && before.from !== row.from && row.from.slice(0, 4) === month.slice(0, 4)
      ? [[...changeSentence(row, before), ...restatedFrom(row, month)]]
      : [];
  });
}

function changeSentence({ from, value, assumption }: SatisfactionRow, before: SatisfactionRow): Span[] {
  const note = value.note ? `（${value.note}）` : "";
  const guess = (assumed: boolean) => (assumed ? "（该口径未见公布，为假定）" : "");
  return say`依据${value.authority}，自${longDay(from)}起，满意率按“${value.words}”计算${guess(assumption)}${note}；此前按“${before.value.words}”计算${guess(before.assumption)}。`;
}

/** Of a quarter or a year within which it changed: all of it goes by the one formula, months that were printed under another too. */
const restatedFrom = ({ from }: SatisfactionRow, month: string): Span[] =>
  firstDay(month) < from && from <= ruleDay(month)
    ? say`${pointersOf(month).this}的满意率全部按该口径计算，${longDay(from)}以前回访的也按它重算，与当时各月所载的不同。`
    : [];

/** 现行口径: the satisfaction formula that the period goes by, as a note; null without one. */
export function formulaInForce(book: Rulebook, month: string): Span[] | null {
  const row = inForce(book, "satisfaction", "satisfactionRate", ruleDay(month));
  if (!row) return null;
  const { words, note } = row.value;
  return say`回访满意率＝${words}${note ? `（${note}）` : ""}${row.assumption ? "（假定口径）" : ""}`;
}

/** 统计口径说明: which instant chooses each kind of record, as of when things stand, and the satisfaction formula in force with its source. */
export function groundRules(book: Rulebook, month: string, end = pointersOf(month).end): Span[][] {
  const row = inForce(book, "satisfaction", "satisfactionRate", ruleDay(month));
  const formula = formulaInForce(book, month);
  return [
    say`来电按来电时间，受理、在线办结和派发按受理时间，回访、满意率和按时办结率按首次回访结束时间计入${pointersOf(month).this}，超期未反馈以${end}状态为准`,
    say`在线办结满意率、总体满意率与回访满意率适用同一计算方式，在线办结只计已评价的诉求；参评率＝已评价量÷回访总量`,
    ...(row && formula
      ? [
          say`${separated(
            [formula, inForceSince(row.from), `依据：${row.source}`].filter((words) => words.length > 0),
            "，",
          )}`,
        ]
      : []),
  ];
}
