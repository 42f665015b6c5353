/** 数的是什么: the words around a number that say what it counts. */
import type { Mention } from "./mention.ts";

export const clauseOf = (before: string): string =>
  before
    .split(/[，；。：（）]/)
    .at(-1)!
    .replace(/^[、和及与]/, "");

/** “供暖类最多，共806件”: what is counted stands before the comma */
export const previousClause = (before: string): string =>
  /，[^，。；：（）]*$/.test(before) ? before.split(/[，；。：（）]/).at(-2)! : "";

/** “噪声扰民：741件” */
export const beforeColon = (before: string): string =>
  /(?:^|[，。；])([^，。；：（）\d]{2,10})：$/.exec(before)?.[1] ?? "";

/** “满意率（含非常满意）为”: the name stands before the bracket that only explains it */
export const beforeBracket = (before: string): string =>
  /(?:^|[，。；：])([^，。；：（）\d]{2,10})（[^（）]*）(?:为|是|达)?$/.exec(before)?.[1] ?? "";

/** “甲（占19.27%）”: the name that stands before the bracket; null for none */
export const bracketed = ({ passage, at }: Mention): string | null =>
  /([^、，；。：（）和的对是]{2,})（(?:占|占比|满意率|为)?$/.exec(passage.text.slice(Math.max(0, at - 40), at))?.[1] ??
  null;

const leading =
  /^(?:[一二三四五六七八九十]是|其中|另有|另外|此外|同时|截至[^，]*?|共计|共|全[市县区省](?:共|累计)?|累计|分别|有(?!效)|及(?!时)|和|与|、|是|为|本[月周季期年度]+|今年|\d{4}年(?:\d{1,2}月份?)?|\d{1,2}月份?)+/;

const trailing = /(?:分别|虽|约|近|仅|共计|共|合计|总计|累计|达到|达|有|为|是|了|：|仅有|涉及|计|均为|均|数为)+$/;

/** 数的是什么: the words of the clause without those that only lead to the number */
export function labelOf(clause: string): string {
  let label = clause.trim();
  for (let last = ""; last !== label; ) {
    last = label;
    label = label
      .replace(leading, "")
      .replace(trailing, "")
      .replace(/^[“”"\s.●•■◆▪·○◇★☆*-]+/, "");
  }
  return label;
}
