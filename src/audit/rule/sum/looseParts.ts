/** 句中的分项: what the ways to read a loose sum ask of the parts, and of the words between and behind them. */
import { meets } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import { total } from "./looseFinding.ts";

export const between = (a: Mention, b: Mention): string => a.passage.text.slice(a.end, b.at);
export const behind = ({ passage, end, sentence }: Mention, length: number): string =>
  passage.text.slice(end, Math.min(sentence.to, end + length));

export const rest = /^(?:[，；、]|（)?(?:而|其中)?(?:其余|余下|剩下|剩余|还剩|尚余|余|另外|另有|另|其他|其它)/;
export const restTold = /^[，；、]?(?:其[余他它]|剩余|余下|另有|还有)(?![^，。；]*[无没未零])[^，。；\d]*[，。；]?$/;

/** one after the other, with nothing compared between them */
export const isRun = (parts: Mention[]): boolean =>
  parts.every(({ label }) => !/已|回复|处理|正在|核实|查实|查处|立案|有效|网站公开/.test(label)) &&
  parts.every(
    (part, at) =>
      at === 0 ||
      !/较|比(?!例)|去年|上年|上月|日均|平均|占(?!道|用|比)|由|至|→|增|减|升|降|超过|以上/.test(
        between(parts[at - 1]!, part).replace(/占比?[\d.]+%/g, ""),
      ),
  );

export const isMadeBy = (whole: Mention, parts: Mention[]): boolean => meets(total(parts), whole.number.range);

const without = (parts: Mention[], one: Mention): Mention[] => parts.filter((part) => part !== one);

export const someMake = (parts: Mention[], whole: Mention): boolean =>
  parts.length > 2 &&
  // “来电15宗、来信2宗，重点关注3宗”: the last is of something else
  (isMadeBy(whole, parts.slice(0, -1)) ||
    // one of them is the sum of the others
    parts.some((one) => isMadeBy(one, without(parts, one))) ||
    (parts.length > 3 && parts.some((one) => isMadeBy(whole, without(parts, one)))));
