import { type PeriodKey, pointersOf, previousPeriod, yearBefore } from "../../domain/calendar/period.ts";
import type { Measured } from "../../domain/measure/measured.ts";
import { type PrintedForm, printedForms } from "../../domain/report/template.ts";
import { compared, moved, restated } from "./change.ts";
import { count, figureText, size } from "./number.ts";
import { plain } from "./say.ts";

/** 印法: a figure with the words that depend on its value; a direction changes with its number. */
export const forms: Record<PrintedForm, (figure: Measured) => string> = {
  number: figureText,
  size: (figure) => plain(size(figure)),
  count: (figure) => plain(count(figure, "")),
  rate: (figure) => (figure.value === null ? "无法计算" : figureText(figure)),
  monthOnMonth: (figure) => plain(compared(figure)),
  yearOnYear: (figure) => plain(compared(figure, "同比")),
  movement: (figure) => plain(moved(figure, "件", `较${pointersOf(figure.month).lastEnd}`)),
  restated: (figure) => plain(restated(figure)),
};

const isComparison = ({ kind }: Measured): boolean => kind === "change" || kind === "points";
/** where there is nothing it was compared with, it is said so in either way */
const isWith = ({ earlier }: Measured, period: PeriodKey | null): boolean =>
  earlier === undefined || earlier.month === period;

/** 合不合: in another form a figure would say what it isn't */
const fitting: Record<PrintedForm, (figure: Measured) => boolean> = {
  number: () => true,
  size: () => true,
  count: ({ kind }) => kind === "count",
  rate: ({ kind }) => kind === "percent",
  monthOnMonth: (figure) => isComparison(figure) && isWith(figure, previousPeriod(figure.month)),
  yearOnYear: (figure) => isComparison(figure) && isWith(figure, yearBefore(figure.month)),
  movement: ({ kind, value, earlier }) => kind === "count" && (value === null || earlier !== undefined),
  restated: isComparison,
};
export const fits = (form: PrintedForm, figure: Measured): boolean => fitting[form](figure);

/** where a printed form stands around the span that opens its figure */
export interface FormAround {
  form: PrintedForm;
  /** characters of the words before and after that belong to it */
  before: number;
  after: number;
}

/** 认出印法 of a span between its neighbours' words: the longest that reads exactly so; null: none does. */
export function formAround(text: string, figure: Measured, before: string, after: string): FormAround | null {
  const found = printedForms.flatMap((form): FormAround[] => {
    if (!fits(form, figure)) return [];
    const whole = forms[form](figure);
    const at = whole.indexOf(text);
    if (whole === "" || at === -1) return [];
    const [lead, tail] = [whole.slice(0, at), whole.slice(at + text.length)];
    return before.endsWith(lead) && after.startsWith(tail) ? [{ form, before: lead.length, after: tail.length }] : [];
  });
  return found.reduce<FormAround | null>(
    (best, one) => (best && best.before + best.after >= one.before + one.after ? best : one),
    null,
  );
}

/** 通常的印法 of a figure that a person puts into a sentence */
export const usualForm = (figure: Measured): PrintedForm =>
  figure.kind === "change" || figure.kind === "points"
    ? figure.earlier?.month === yearBefore(figure.month)
      ? "yearOnYear"
      : "monthOnMonth"
    : figure.kind === "count" && figure.earlier
      ? "movement"
      : "number";
