/**
 * 一句之内的差: a sentence of no more than two values of one unit and how far they lie apart. Silent where any two of the
 * neighbourhood lie so far apart.
 */
import type { Finding } from "../../../domain/finding.ts";
import { decimalsOf } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import { MOST_NEAR, nearOf } from "../../read/near.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceOf } from "../../read/sentence.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

const dates = /^(?:年|月|日|号|时|点|项|位|类|期|级|岁)$/;

export const gap = (reading: Reading): Finding[] => {
  const near = nearOf(reading);
  return reading.sentences.flatMap((mentions) => {
    const { passage } = mentions[0]!;
    // “首次突破3万件” says of none how much it is
    if (mentions.some(({ before }) => /(?:突破|首破|跨过|超过|不足)$/.test(before))) return [];
    const text = sentenceOf(mentions[0]!);
    if (/分别|依次|各[增减]|[倍番]|[如若](?:果)?按|另有|还有/.test(text)) return [];
    const measured = mentions.filter(({ unit }) => !dates.test(unit));
    const [made, ...more] = measured.filter(isApart);
    const [a, b] = measured.filter((one) => one !== made);
    if (!made || more.length > 0 || measured.length !== 3 || !a || !b) return [];
    // “少582件，……后，换卡咨询由2604件降到1733件”: of something else
    if (made.at < a.at && a.at - made.end > 8) return [];
    // “占48.31%，较去年同期提高3.15个百分点；投诉占14.82%”: of what is printed of that time, and neither is
    const isOfThen = /(?:去年|上年|同期|上[月周季年期])[^，。；]*$/.test(made.before);
    if (isOfThen && a.period === "now" && b.period === "now") return [];
    // “872张，减少143张，其中……的406张”: a part is no value of then
    if (b.at > made.end && passage.text.slice(made.end, b.at).includes("其中")) return [];
    if (!isOf(made, a) || !isOf(made, b) || !isComparable(made, a, b, text)) return [];
    const others = near(passage).filter((one) => isOf(made, one));
    const said = made.number.approximate;
    const between = (x: Mention, y: Mention): number => Math.abs(x.number.approximate - y.number.approximate);
    const step = 10 ** -Math.min(...[made, a, b].map(({ number }) => decimalsOf(number.text)));
    if (
      others.length > MOST_NEAR ||
      others.some((x) => others.some((y) => Math.abs(between(x, y) - said) < step * 1.5))
    )
      return [];
    const [high, low] = a.number.approximate < b.number.approximate ? [b, a] : [a, b];
    const right = `${between(a, b).toFixed(Math.max(...[a, b].map(({ number }) => decimalsOf(number.text))))}${made.unit.replace(/^百分点/, "个百分点")}`;
    return [
      finding("change", {
        confidence: 0.6,
        places: distinctPlaces([placeOf(made), placeOf(a), placeOf(b)]),
        values: [made.number.text, a.number.text, b.number.text],
        arithmetic: `${high.number.text} − ${low.number.text} = ${right} ≠ ${made.number.text}`,
        message: `“${nameOf(made)}”印作${made.number.text}，句中的${a.number.text}与${b.number.text}相差${right}。`,
      }),
    ];
  });
};

/** how far apart: a change, or a number right behind such a word */
const isApart = ({ kind, isHedged, unit, before }: Mention): boolean =>
  !isHedged &&
  unit !== "%" &&
  !/最[高低多少][^，。；]*$|(?:低于|高于|不及)[^，。；]*的$/.test(before) &&
  (kind === "change" ||
    /(?:差距?|之差|差额|[高多]出|领先|(?<![最更时周期量率延增])[多少快慢高低长短])(?:了|为|约|达)?$/.test(before) ||
    /(?:领先|落后|[高低]于|[多少]于)[^，。；、\d]{2,10}$/.test(before));

/** two rates are of one measure only where a word joins them; two counts, where they are of one size */
function isComparable(made: Mention, a: Mention, b: Mention, text: string): boolean {
  if (made.unit.endsWith("百分点"))
    return (
      a.depth === b.depth &&
      !/口径/.test(text) &&
      /由[^。]*[升降增减提到至变为]|从|自[^，。；]{0,4}\d|原[为来是]|相差|差距|高出|上[期季年月一]|去年|前[期值一]|此前|目标|均值|基数|相较/.test(
        text,
      )
    );
  const ratio = a.number.approximate / b.number.approximate;
  // “仍有68件，较上周末增加19件，……：甲局68件”: said twice, and nothing compared
  return ratio > 0.45 && ratio < 2.2 && ratio !== 1;
}

const isOf = (made: Mention, value: Mention): boolean =>
  value.kind !== "change" &&
  !value.isHedged &&
  value.number.approximate > 0 &&
  (made.unit.endsWith("百分点") ? value.unit === "%" : value.unit === made.unit);
