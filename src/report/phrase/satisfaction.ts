import type { Measured } from "../../domain/measure/measured.ts";
import { inForce } from "../../domain/rule/inForce.ts";
import type { Rulebook, RuleRow } from "../../domain/rule/rulebook.ts";
import type { Span } from "../block.ts";
import { lastDay, longDay } from "./date.ts";
import { num, rate } from "./number.ts";
import { say } from "./say.ts";

/** 参评门槛: how many ratings a satisfaction rate needs to be called enough; null where the rulebook names none. */
export const enoughRatings = (book: Rulebook, month: string): number | null =>
  inForce(book, "threshold", "enoughRatings", `${month}-01`)?.value.value ?? null;

/** 满意率与参评率: always side by side; too few ratings are called 样本不足. */
export function satisfaction(name: string, figure: Measured, share: Measured, enough: number | null): Span[] {
  if (figure.value === null) return rate(name, figure);
  const response = share.value === null ? say`参评率无法计算` : say`参评率${num(share)}`;
  const few =
    enough !== null && share.numerator !== undefined && share.numerator < enough ? "，样本不足，仅供参考" : "";
  return say`${name}${num(figure)}（${response}${few}）`;
}

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
      ? [changeSentence(row, before)]
      : [];
  });
}

function changeSentence({ from, value, assumption }: SatisfactionRow, before: SatisfactionRow): Span[] {
  const note = value.note ? `（${value.note}）` : "";
  const guess = (assumed: boolean) => (assumed ? "（该口径未见公布，为假定）" : "");
  return say`依据${value.authority}，自${longDay(from)}起，满意率按“${value.words}”计算${guess(assumption)}${note}；此前按“${before.value.words}”计算${guess(before.assumption)}。`;
}

/** 现行口径: the satisfaction formula in force on the month's first day, as a note; null without one. */
export function formulaInForce(book: Rulebook, month: string): Span[] | null {
  const row = inForce(book, "satisfaction", "satisfactionRate", `${month}-01`);
  if (!row) return null;
  const { words, note } = row.value;
  return say`回访满意率＝${words}${note ? `（${note}）` : ""}${row.assumption ? "（假定口径）" : ""}`;
}
