/** 总体率与各部分的率: when the rate of all lies outside of its parts', and what is told of it. */
import type { Finding } from "../../../domain/finding.ts";
import { type Printed, toNumber } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import { sentenceOf } from "../../read/sentence.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

/** “全市满意率高于95%”: no value of its own */
const isBound = ({ before }: Mention): boolean => /(?:[高低]于|超过|不足|未达到?)$/.test(before);

/** “列前三位”, “两区均低于全市水平”, “分别低1.5和1.1个百分点”: of some of them only, held against all */
const ofSome =
  /[前后][两二三四五六七八九十\d]{1,2}[位名家]|[高低]于(?:全[市县区省]|平均|[一二三四]季度|上[月季年])|分别[高低]|排全[市县区省]/;
const isOfAll = (mention: Mention): boolean => !ofSome.test(sentenceOf(mention));

/** “市直单位97.5%、县区96.2%，全省平均98.1%”: of more than the city that its parts are of */
export function isOfWider({ before, passage, sentence, at }: Mention): boolean {
  const own = before.split(/[，；]/).at(-1)!;
  const lead = passage.text.slice(sentence.from, at - own.length);
  return (
    /全省|全国|行业/.test(own) &&
    !/季度|半年|月/.test(own) &&
    !/省|国|行业|(?<![全本我该])市(?![直政场民住城公人教交])/.test(lead)
  );
}

/** 总体在各部分之外: the rate of all lies outside what its parts span */
export const isOutside = (whole: Mention, parts: Printed[]): boolean =>
  !isBound(whole) && isOfAll(whole) && !isOfWider(whole) && outside(whole.number, parts);

/** beyond half of the last digit on either side */
export function outside(pooled: Printed, parts: Printed[]): boolean {
  const [low, high] = [
    Math.min(...parts.map(({ range }) => toNumber(range.low))),
    Math.max(...parts.map(({ range }) => toNumber(range.high))),
  ];
  return toNumber(pooled.range.high) < low || toNumber(pooled.range.low) > high;
}

/** the least and the most of them */
export const span = (parts: Printed[]): [Printed, Printed] => {
  const sorted = [...parts].sort((a, b) => toNumber(a.value) - toNumber(b.value));
  return [sorted[0]!, sorted.at(-1)!];
};

/** words for all of them */
export const overall = /总体|整体|综合|平均|全[市县区省]|总/;

/** 总体率在各部分之外: what is told of it */
export function contradiction(
  whole: Mention,
  parts: Printed[],
  places: Finding["places"],
  confidence: number,
): Finding {
  const [low, high] = span(parts);
  return finding("pooledRate", {
    confidence,
    places: distinctPlaces([placeOf(whole), ...places]),
    values: [whole.number.text, low.text, high.text],
    arithmetic: `${low.text} ≤ 总体 ≤ ${high.text}，印作 ${whole.number.text}`,
    message: `“${nameOf(whole)}”印作${whole.number.text}，各分项在${low.text}至${high.text}之间，总体不可能在这以外。`,
  });
}
