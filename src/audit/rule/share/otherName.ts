import { agreement, hundred, over, percentOf, plus, times } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore } from "../../read/sentence.ts";
import type { List, Pair } from "../../read/shareLists.ts";
import { twosOf } from "../../read/twos.ts";
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
  return (
    name.length > 1 &&
    !twosOf(name).some((two) => base.name.includes(two)) &&
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

/** “财产险合同纠纷类投诉中，理赔纠纷占合同纠纷投诉总量的75.11%”: of fewer than what is called 合同纠纷类投诉 */
const isOfNarrower = ({ share }: Pair, { name }: Candidate): boolean => {
  const lead = /^(?:其中，?)?(?:在|从)?([^，。；：（）\d]{5,24})中，/.exec(sentenceBefore(share))?.[1];
  return lead !== undefined && lead.length > name.length && lead.endsWith(name);
};

/** “占全市物业类诉求的23.6%”, “占投诉服务类的28.2%”, “占投诉举报总量的”: of a kind that its words name and the base isn't called */
export function isOfNamedKind({ share }: Pair, { name }: Candidate): boolean {
  if (/占(?:全部)?投诉举报(?:总[量数])?的$/.test(share.before)) return /投诉/.test(name) && !/举报/.test(name);
  const said =
    /占(?:全[市县区省国州])?([^，。；\d]{2,10}?)类(?:投诉|诉求|工单|举报|问题)?(?:总[量数])?的$/.exec(
      share.before,
    )?.[1] ?? "";
  const kind = said.replace(/投诉|举报|咨询|求助|建议|诉求/g, "");
  return kind.length > 1 && !/^[该本此其各第]/.test(kind) && !twosOf(kind).some((two) => name.includes(two));
}

const acts = [/转办|转派|派发|派单|承办|交办/, /办结/, /应办|到期/, /回访|评价/];

/** “占转办量的32.77%”: of what is called so, and the base is called otherwise */
export const isOfActElsewhere = ({ share }: Pair, { name }: Pick<Candidate, "name">): boolean => {
  const said = /占([^，。；\d]*)$/.exec(share.before)?.[1] ?? "";
  const act = acts.find((one) => one.test(said));
  return act !== undefined && !act.test(name) && !/受理|诉求|总/.test(said.replace(/总[量数]/, ""));
};

/** “电力投诉7件，占全省电力投诉的1.6%”: of the same kind in a wider area */
const isOfWiderArea = ({ count, share }: Pair): boolean => {
  const kind = /占全[市省国](?:的)?([^，。；\d]{2,10}?)(?:总?[量数])?的$/.exec(share.before)?.[1];
  return kind !== undefined && count.label.length > 1 && kind.includes(count.label.replace(/^其中|类$/g, ""));
};

/** “满意760件，占95%；……未回访200件，占20%”, of 800 that were called: of the base and it together */
const isOfWholeAndIt = ({ count, share }: Pair, base: Candidate): boolean =>
  /^[^，。；]{0,4}[；。，]?(?:未|无法|没有)/.test(count.label) &&
  agreement(share.number, percentOf(count.number.range, plus(base.number.range, count.number.range))) === "rounded";

/** “投诉占比12.1%，其中商品类205件，占52.8%”: of the part of the base that the share before it is */
function isOfPartBefore({ count, share }: Pair, base: Candidate, mentions: Mention[]): boolean {
  const before = mentions.findLast(({ kind, at }) => kind === "share" && at < count.at);
  if (!before || !/，其中[^，。；]*$/.test(count.before)) return false;
  const part = over(times(base.number.range, before.number.range), hundred);
  return agrees(agreement(share.number, percentOf(count.number.range, part)));
}

/** 别的底数: by its words, or by what stands before it, it is of another base than the list's */
export const isOfOtherBase = (pair: Pair, base: Candidate, sentence: Mention[]): boolean =>
  isOfNarrower(pair, base) ||
  isOfWholeAndIt(pair, base) ||
  isOfActElsewhere(pair, base) ||
  isOfWiderArea(pair) ||
  isOfPartBefore(pair, base, sentence);
