/** 逐月升降: three or more values of a sentence said to rise or fall one after the other, and one of them doesn't. */
import type { Finding } from "../../../domain/finding.ts";
import type { Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceOf } from "../../read/sentence.ts";
import { distinctPlaces, finding, placeOf } from "../../write.ts";

const step =
  "(?:逐[月季年日周期]|[月年季]月|连续(?![两二三四五六七八九\\d])|持续|连(?=升|降|涨|跌)|一[月季年周]比一[月季年周])[^，。；、\\d]{0,3}?";
const rises = new RegExp(`${step}(?:上升|增[加长多]|递增|攀升|走高|上扬|提高|高(?!温|位|发|峰|度)|升|涨|延长)`);
const opposites = /回落|下降|减少|走低|上升|增长|攀升|走高|反弹/g;
const falls = new RegExp(`${step}(?:下降|减少|递减|回落|走低|压缩|下滑|降低|降|低|缩短)`);

export const steady = ({ sentences }: Reading): Finding[] =>
  sentences.flatMap((mentions) => {
    const text = sentenceOf(mentions[0]!);
    const way = Number(rises.test(text)) - Number(falls.test(text));
    const values = mentions.filter(({ unit }) => !/^[个类项月年季日天周]+$/.test(unit) || unit === "天");
    const [first] = values;
    const isAlike = values.every(
      (one) => one.unit === first!.unit && one.kind === first!.kind && one.kind !== "change" && one.period === "now",
    );
    const hasOpposite = new Set([...text.matchAll(opposites)].map(([word]) => /[升增高弹]/.test(word))).size > 1;
    if (
      way === 0 ||
      hasOpposite ||
      values.length < 3 ||
      !isAlike ||
      /除|不含|个别|有所反弹|分别为[^。]*分别|月以来/.test(text)
    )
      return [];
    const isTold = values.slice(1).every((one, at) => isNext(values[at]!, one)) && !isBackwards(text);
    const wrong = values.findIndex(
      ({ number }, at) => at > 0 && (number.approximate - values[at - 1]!.number.approximate) * way <= 0,
    );
    if (!isTold || wrong < 0) return [];
    const [a, b] = [values[wrong - 1]!, values[wrong]!];
    return [
      finding("wording", {
        confidence: 0.65,
        places: distinctPlaces([a, b].map(placeOf)),
        values: [a.number.text, b.number.text],
        arithmetic: `${a.number.text} → ${b.number.text}`,
        message: `文中称${way > 0 ? "逐次上升" : "逐次下降"}，而${b.number.text}${way > 0 ? "不多于" : "不少于"}前一个${a.number.text}。`,
      }),
    ];
  });

/** nothing, or a period, between the two; and they are of one size */
function isNext(a: Mention, b: Mention): boolean {
  const ratio = a.number.approximate / b.number.approximate;
  return (
    ratio > 0.5 &&
    ratio < 2 &&
    /^(?:[、和，]|[^。；]{0,6}(?:月|季度|年|周)(?:又|再|则|的|为|是|办结率)?)$/.test(a.passage.text.slice(a.end, b.at))
  );
}

export const isBackwards = (text: string): boolean => {
  const months = [...text.matchAll(/(?<!\d)(\d{1,2})月/g)].map(([, month]) => Number(month));
  return months.length > 2 && months[0]! > months.at(-1)! && months[0]! - months.at(-1)! < 6;
};
