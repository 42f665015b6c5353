import type { Reading } from "../../read/reading.ts";
import type { List, Pair } from "../../read/shareLists.ts";
import { agrees, type Candidate, fits } from "./shareBase.ts";

/** in percent of the share: nearer than that it is rather printed wrongly */
const NEAR = 10;

const isFarFrom = ({ count, share }: Pair, base: Candidate): boolean => {
  const right = (100 * count.number.approximate) / base.number.approximate;
  return Math.abs(share.number.approximate - right) * 100 > NEAR * right;
};

/** 另一个底数: its words name another base than the list's, and it is far from a share of that */
export const isOfOtherName = (pair: Pair, base: Candidate, list: List, reading: Reading): boolean =>
  isFarFrom(pair, base) && (isOfUnprintedName(pair, base, list, reading) || isOfOtherWords(pair, base, list));

/** “占转派总量的71.93%；……占转派总量的7.04%；……占转派总量的4.90%”: the others of its words are of the base */
export const isInOneWay = (pair: Pair, base: Candidate, { pairs }: List): boolean => {
  const words = wordsOf(pair);
  return (
    words.length > 2 &&
    !/^[该本此其]/.test(words) &&
    pairs.filter((other) => other !== pair && wordsOf(other) === words && agrees(fits(other, base))).length > 1
  );
};
/** words that may be of any base */
const anyBase =
  /[本当上该此其全市县区省州年月周季度期总数量比重例约的件通]|同期|总体|所有|全部|各类|有效|群众|市民|诉求|工单|来电|来件|热线|受理|接收|接听|办理|转办|派发|交办|数据|信息|事项|领域|方面|类别|案件|人数|件数/g;

/** “占人社类诉求的62.5%”: of a base whose name the text gives, and whose size it doesn't */
function isOfUnprintedName(pair: Pair, base: Candidate, list: List, { mentions }: Reading): boolean {
  const name = (/占([^，。；\d]*)的$/.exec(pair.share.before)?.[1] ?? "").replace(anyBase, "");
  const pairsOfWord = Array.from({ length: Math.max(0, name.length - 1) }, (_, at) => name.slice(at, at + 2));
  return (
    name.length > 1 &&
    !pairsOfWord.some((two) => base.name.includes(two)) &&
    !mentions.some(
      ({ kind, label }) => kind === "count" && label.length > 1 && (label.includes(name) || name.includes(label)),
    ) &&
    !isInOneWay(pair, base, list)
  );
}

/** “占投诉总量的30%；……占投诉总量的20%；……占受理总量的4.5%”: the two of one wording are of the base, this is of another */
function isOfOtherWords(pair: Pair, base: Candidate, { pairs }: List): boolean {
  const fitting = pairs.filter((other) => other !== pair && agrees(fits(other, base)));
  const isNamed = [pair, ...fitting].every((one) => /.{2}的$/.test(wordsOf(one)));
  const [name, ...more] = new Set(fitting.map((one) => wordsOf(one).replace(anyBase, "")));
  return fitting.length > 1 && isNamed && more.length === 0 && wordsOf(pair).replace(anyBase, "") !== name;
}

const wordsOf = ({ share }: Pair): string => /占([^，。；\d]*)$/.exec(share.before)?.[1] ?? "";
