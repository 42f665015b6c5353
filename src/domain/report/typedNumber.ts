/** 手写数字: a number in a paragraph that no figure stands behind. */
import type { Template } from "./template.ts";

const MEASURE_WORDS =
  "件次|件|家|个百分点|个|次|人|通|条|户|处|起|项|分|成|倍|余|多|天|小时|元|万|亿|％|%|个工作日|类|宗|名|位|批|例";
/** 年月日 and the hotline's own number name things, they count nothing; 12345件 does, and what is part of a longer number is no name */
const NAMES =
  /(?<!\d[,.]?)(?:12345(?!\d|[,.]\d|[件家个次条户处起项倍元万亿％%类宗名位批例]|人(?![工民员])|通(?![话过知]))|\d{1,4}年|\d{1,2}月份?|\d{1,2}[日号时点])|第[\d一二三四五六七八九十百]+/g;
const DIGITS = "\\p{Nd}[\\p{Nd},]*(?:\\.\\p{Nd}+)?";
/** 三千 · 九十八点五 · 数百 · 几十 */
const WRITTEN = "[数几]?[一二两三四五六七八九十百千万半零〇]+(?:点[一二三四五六七八九零〇]+)?";
/** 一千二百三十四, which needs no measure to be one · 壹佰, in capitals · after a word, where it begins no item: ①件, Ⅻ件 */
const IN_FULL = "[一二两三四五六七八九]+[百千万亿][零〇]?[一二两三四五六七八九][一二两三四五六七八九十百千万零〇]*";
const CAPITALS = "[壹贰叁肆伍陆柒捌玖][壹贰叁肆伍陆柒捌玖拾佰仟零]+";
const SIGNS = "(?<=\\p{Script=Han})[\\p{No}\\p{Nl}]+";
/** 十几件, 3200多件, 百余件 */
const ABOUT = "[几多余来]?";
const NUMBERS = new RegExp(
  [
    // before 百分, which would be a measure of a hundred
    `${WRITTEN}分之(?:${DIGITS}|${WRITTEN})`,
    `${DIGITS}(?:${ABOUT}(?:${MEASURE_WORDS}))?`,
    `(?:${WRITTEN}|${SIGNS})${ABOUT}(?:${MEASURE_WORDS})`,
    `(?:${IN_FULL}|${CAPITALS})(?:${ABOUT}(?:${MEASURE_WORDS}))?`,
    "半数|一半|[过大]半",
  ].join("|"),
  "gu",
);
/** a clause begins with these, or they say how much something is so: 一是, 一个月来, 一些, 十分重视 */
const NOT_COUNTED = /^(?:一(?:个|次|位|类|项|批|条|名|处)|[十万]分)$/;

const halfWidth = (text: string): string =>
  text.replace(/[０-９．％]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));

export interface TypedNumber {
  text: string;
  /** which part of the template, and from which character of it */
  part: number;
  at: number;
}

/** every number that stands in the words of a template */
export function numbersIn(template: Template): TypedNumber[] {
  return template.flatMap((words, part) => {
    if (typeof words !== "string") return [];
    const counted = halfWidth(words).replace(NAMES, (name) => "　".repeat(name.length));
    return [...counted.matchAll(NUMBERS)]
      .filter(([text]) => !NOT_COUNTED.test(text))
      .map(({ 0: text, index }) => ({ text, part, at: index }));
  });
}

/**
 * 手写的数字 of an edited paragraph: those in its words that its written version didn't have in its own. What the sections
 * write in words (三家单位, 15秒) is theirs; once it is changed it is the person's.
 */
export function typedNumbers(text: Template, written: Template): TypedNumber[] {
  const known = numbersIn(written).map((one) => one.text);
  return numbersIn(text).filter((one) => {
    const at = known.indexOf(one.text);
    if (at === -1) return true;
    known.splice(at, 1);
    return false;
  });
}
