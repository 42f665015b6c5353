/** 段落模板: a paragraph as a person left it: his words, and figures that stay bound to what they were computed from. */

/** 印法: how a figure stands in a sentence, with the words that depend on its value */
export const printedForms = [
  "number",
  "size",
  "count",
  "rate",
  "monthOnMonth",
  "yearOnYear",
  "movement",
  "restated",
] as const;
export type PrintedForm = (typeof printedForms)[number];

/** 数字块: which figure, how it is printed, and what it said when the paragraph was written down */
export interface BoundFigure {
  figure: string;
  form: PrintedForm;
  was: string;
}

export type TemplatePart = string | BoundFigure;
export type Template = TemplatePart[];

/** 模板里的文字, figures as they were */
export const templateText = (template: Template): string =>
  template.map((part) => (typeof part === "string" ? part : part.was)).join("");

/** 现在印作的文字; a figure that is gone stands as it last was */
export const wordsNow = (parts: readonly (string | { was: string; now: string | null })[]): string =>
  parts.map((part) => (typeof part === "string" ? part : (part.now ?? part.was))).join("");

/** neighbouring words as one, nothing empty: two templates that read alike are alike */
export function tidied(template: Template): Template {
  const out: Template = [];
  for (const part of template) {
    const last = out.at(-1);
    if (part === "") continue;
    if (typeof part === "string" && typeof last === "string") out[out.length - 1] = last + part;
    else out.push(part);
  }
  return out;
}
