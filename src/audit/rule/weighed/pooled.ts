/** 疑似不合的总体率: a rate of all together, and the rates of its parts right before it, none of which goes so far. */
import type { Finding } from "../../../domain/finding.ts";
import { isLess } from "../../../domain/measure/exact.ts";
import { decimalsOf, meets, sum } from "../../number.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceAfter, sentenceBefore, sentenceOf } from "../../read/sentence.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";
import { isOfWider } from "../rate/pooledFinding.ts";
import { type Doubt, weighed } from "./doubt.ts";
import { pooled as points } from "./points.ts";
import { bySentence, type Spot, spotsOf, wordsBetween } from "./scene.ts";

export const weighedPooled = (reading: Reading): Finding[] => weighed(pooledDoubts(reading), points);

const MOST_PARTS = 14;
const units = /^(?:%|分|℃|秒|分钟|小时|天|工作日)$/;
const ofAll =
  /(?:(?<sum>合计|合并|合起来|加起来|合在一起)|(?<general>总体|整体|综合|总的|总)|(?<mean>平均|均值)|(?<all>全[季年月市县区省局部周体国州期镇街])|(?<each>[两三四五六七八九十][者地家类块项级个片部所站][^，。；、\d]{0,8}))[^，。；、：\d]{0,10}$/;
const compared =
  /[较比](?!例|重)|同比|环比|上[月季周期年]|去年|同期|目标|标准|要求|高于|低于|以上|以下|超过|最[高低]|除|其中|扣|相差|总分/;
const rateWord =
  /([\u4e00-\u9fff]{2}[率度]|满意度|得分|(?:(?!平均|总共)[\u4e00-\u9fff]{2})?(?:时长|用时))[^率度]{0,6}$/;
/** “重点疑难工单平均用时”, “企业诉求总体满意率”: of some that are called so, and none of the parts is */
const ofKind = /企业|重点|疑难|紧急|重大|夜间|专席/;

const isPlain = ({ mention: { kind, unit, period, isHedged, before } }: Spot): boolean =>
  units.test(unit) &&
  kind !== "change" &&
  kind !== "share" &&
  period === "now" &&
  !isHedged &&
  // “比上月缩短0.9天”
  !/(?:缩短|压缩|延长|提前|[增减]少|增加|提高|[上下]升|下降)了?$/.test(before);

export function pooledDoubts(reading: Reading): Doubt[] {
  const spots = spotsOf(reading);
  const sentences = bySentence(spots);
  return sentences.flatMap((own, nth) =>
    own.flatMap((whole, at) => {
      const words = ofAll.exec(whole.mention.before);
      if (!isPlain(whole) || !words || compared.test(words[0])) return [];
      const isOfUnit = (spot: Spot) => isPlain(spot) && spot.mention.unit === whole.mention.unit;
      const before = own.slice(0, at).filter(isOfUnit);
      const above = sentences[nth - 1];
      const near = above?.[0]?.passage === whole.passage ? above.filter(isOfUnit) : [];
      const parts = before.length > 1 ? before : before.length === 0 ? near : [];
      return parts.length > 1 && parts.length <= MOST_PARTS ? doubtsOf(whole, parts, words, own.slice(0, at)) : [];
    }),
  );
}

const picked =
  /前[列三五十\d]|后[三五十\d]|[居靠]前|靠后|领先|垫底|末位|不达标|[较偏][高低]|以上|以下|[高低]于\d|最[高低短长]/;
const against = /[高低]于|超过|优于|未达|不及|差距|拉低|距|[比较][^，。；]*[高低]|均[高低]|分别[高低]|排全[市县区省]/;

/** “满意率居前的甲局98.1%……，全市94.6%”, “甲局82.3%，明显低于全市平均94.6%”: of some of them, or held against all */
function isOfSome(whole: Spot, parts: Spot[]): boolean {
  const [first, last] = [parts[0]!, parts.at(-1)!];
  const lead = first.mention.passage.text.slice(first.mention.sentence.from, last.mention.sentence.to);
  const behind = sentenceAfter(whole.mention);
  return picked.test(lead) || against.test(wordsBetween(last, whole) + behind);
}

/** “7至9月分别为……，全年……”: of more months than these */
const isOfMoreMonths = (whole: Spot, parts: Spot[]): boolean =>
  /全年|年度/.test(whole.mention.before) && parts.length < 4 && /\d月/.test(sentenceOf(parts[0]!.mention));

/** “满意率达到100%的有12个单位。甲局99.2%、乙局98.7%”: there are others, better than any of these */
const areOthersFull = ([first]: Spot[]): boolean =>
  /(?:达到?|为|均)?100%的(?:单位|部门)?有?\d+[个家]/.test(first!.mention.passage.text.slice(0, first!.mention.at));

const time = /\d{1,2}月|[一二三四]季度|[上下]半年|20\d\d年|全省|全国/;

/** “7月至9月分别为……，10月全市平均”, “全省平均”: of another time or area than the parts */
function isOfOtherTime(whole: Spot, parts: Spot[]): boolean {
  const own = time.exec(whole.mention.before.split(/[，；]/).at(-1)!)?.[0];
  return own !== undefined && !parts.some(({ mention }) => mention.before.includes(own));
}

const isBeyond = (whole: Spot, parts: Spot[]): boolean => {
  const { range } = whole.mention.number;
  return (
    parts.every(({ mention }) => isLess(mention.number.range.high, range.low)) ||
    parts.every(({ mention }) => isLess(range.high, mention.number.range.low))
  );
};

function doubtsOf(whole: Spot, parts: Spot[], words: RegExpExecArray, before: Spot[]): Doubt[] {
  if (!isBeyond(whole, parts)) return [];
  const said = whole.mention.number.approximate;
  const values = parts.map(({ mention }) => mention.number.approximate);
  const [most, least] = [Math.max(...values), Math.min(...values)];
  const off = said > most ? said - most : least - said;
  const gaps = parts.slice(1).map((part, at) => wordsBetween(parts[at]!, part));
  const last = parts.at(-1)!;
  const between = wordsBetween(last, whole);
  const [own, first] = [whole, parts[0]!].map(({ mention }) => rateWord.exec(mention.before)?.[1]);
  // parts that make the whole are no rates of it
  if (meets(sum(parts.map(({ mention }) => mention.number.range)), whole.mention.number.range)) return [];
  if (isOfSome(whole, parts) || isOfOtherTime(whole, parts) || isOfWider(whole.mention)) return [];
  // “一类1.1天、二类3.6天、三类7.9天”: the third of them
  if (words.groups?.each && /[一二][类档级]/.test(sentenceBefore(whole.mention))) return [];
  if (isOfMoreMonths(whole, parts) || areOthersFull(parts)) return [];
  const some = ofKind.exec(whole.mention.before.split(/[，。；]/).at(-1)!)?.[0];
  if (some !== undefined && !sentenceOf(parts[0]!.mention).split(whole.mention.before)[0]!.includes(some)) return [];
  // “办结率99.3%，其中区县99.4%、市级99.1%”: the first is no part
  if (gaps.some((gap) => /其中/.test(gap))) return [];
  // “接通率99.58%，按时办结率99.41%，综合满意率97.71%”: rates of three things
  if (own !== undefined && first !== undefined && own !== first) return [];
  const text = sentenceOf(whole.mention);
  const clues = {
    sum: +(words.groups?.sum !== undefined),
    general: +(words.groups?.general !== undefined),
    mean: +(words.groups?.mean !== undefined),
    all: +(words.groups?.all !== undefined),
    each: +(words.groups?.each !== undefined),
    two: +(parts.length === 2),
    three: +(parts.length === 3),
    many: +(parts.length > 4),
    sameSentence: +(last.sentence === whole.sentence),
    sameWord: +(own !== undefined && own === first),
    noWord: +(own === undefined),
    inOrder: +/分别|依次/.test(first ? text : sentenceOf(parts[0]!.mention)),
    listed: +gaps.every((gap) => /^[、，；和及与]/.test(gap) && gap.length < 12),
    bare: +gaps.every((gap) => /^[、和及与，]$/.test(gap)),
    longGaps: +gaps.some((gap) => gap.length > 24),
    compared: +compared.test(text.replace(/占比|比例|比重/g, "")),
    comparedBetween: +compared.test(between),
    beside: +/^[，；。、]?[^，。；、]{0,12}$/.test(between),
    farBetween: +(between.length > 24),
    othersBetween: Math.min(3, before.filter(({ order }) => order > last.order).length),
    depthOther: +(whole.mention.depth !== last.mention.depth),
    aside: +(whole.mention.depth > 0),
    offSmall: +(off <= 0.5),
    offMiddle: +(off > 0.5 && off <= 3),
    offLarge: +(off > 10),
    beyondSpread: +(off > 2 * (most - least)),
    alike: +parts.every(({ mention }) => decimalsOf(mention.number.text) === decimalsOf(whole.mention.number.text)),
    percent: +(whole.mention.unit === "%"),
    score: +(whole.mention.unit === "分"),
    scoreOfParts: +/得分|计分|权重|满分|加分|扣分/.test(text),
  };
  const texts = parts.map(({ mention }) => mention.number.text);
  return [
    {
      about: whole.mention,
      clues,
      values: [whole.mention.number.text, ...texts],
      right: [],
      told: (confidence) =>
        finding("pooledRate", {
          confidence,
          places: distinctPlaces([whole, ...parts].map(({ mention }) => placeOf(mention))),
          values: [whole.mention.number.text, ...texts],
          arithmetic: `${whole.mention.number.text} ∉ [${parts[values.indexOf(least)]!.mention.number.text}, ${parts[values.indexOf(most)]!.mention.number.text}]`,
          message: `“${nameOf(whole.mention)}”印作${whole.mention.number.text}，它的各项是${texts.slice(0, 6).join("、")}，合起来不会${said > most ? "高于其中最高的" : "低于其中最低的"}。`,
        }),
    },
  ];
}
