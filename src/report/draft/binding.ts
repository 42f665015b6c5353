import type { Measured } from "../../domain/measure/measured.ts";
import { type BoundFigure, type Template, tidied } from "../../domain/report/template.ts";
import type { Span } from "../block.ts";
import { formAround, forms } from "../phrase/form.ts";
import { office } from "../phrase/say.ts";

const wordsOf = (span: Span | undefined): string =>
  span === undefined ? "" : typeof span === "string" ? span : "office" in span ? span.text : "";

const isFigure = (span: Span): span is Exclude<Span, string | { office: true }> =>
  typeof span === "object" && "figure" in span;

/** 成模板: a written paragraph as words and bound figures; what it prints is the same to the letter. */
export function templateOf(spans: readonly Span[], paths: ReadonlyMap<Measured, string>): Template {
  const out: Template = [];
  let taken = 0;
  for (const [at, span] of spans.entries()) {
    const figure = isFigure(span) ? paths.get(span.figure) : undefined;
    const last = out.at(-1);
    const lead = typeof last === "string" ? last : "";
    const form =
      isFigure(span) && figure !== undefined ? formAround(span.text, span.figure, lead, wordsOf(spans[at + 1])) : null;
    if (!isFigure(span) || figure === undefined || form === null) {
      out.push((isFigure(span) ? span.text : wordsOf(span)).slice(taken));
      taken = 0;
    } else {
      if (form.before > 0) out[out.length - 1] = lead.slice(0, -form.before);
      taken = form.after;
      out.push({ figure, form: form.form, was: forms[form.form](span.figure) });
    }
  }
  return tidied(out);
}

/** 现在的印法 of a bound figure; null: there is no such figure any more. */
export function printedNow({ figure, form }: BoundFigure, figures: ReadonlyMap<string, Measured>): string | null {
  const found = figures.get(figure);
  return found === undefined ? null : forms[form](found);
}

/** 成句: a template as it prints now; a figure that is gone stands as it last was. */
export const printedSpans = (template: Template, figures: ReadonlyMap<string, Measured>): Span[] =>
  template.flatMap((part): Span[] => {
    if (typeof part === "string") return [office(part)];
    const figure = figures.get(part.figure);
    if (figure === undefined) return [office(part.was)];
    const text = forms[part.form](figure);
    return text === "" ? [] : [{ text, figure }];
  });

/** 记下现在的样子: the same template, its figures as they stand now */
export const noted = (template: Template, figures: ReadonlyMap<string, Measured>): Template =>
  tidied(
    template.map((part) => (typeof part === "string" ? part : { ...part, was: printedNow(part, figures) ?? part.was })),
  );
