/** 几倍: two counts of a sentence and how many times one is of the other. Silent where others of the neighbourhood give it. */
import type { Finding } from "../../../domain/finding.ts";
import { decimalsOf } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import { MOST_NEAR, nearOf } from "../../read/near.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore, sentenceOf } from "../../read/sentence.ts";
import { distinctPlaces, finding, placeOf } from "../../write.ts";

export const times = (reading: Reading): Finding[] => {
  const near = nearOf(reading);
  return reading.sentences.flatMap((mentions) => {
    const [made, ...more] = mentions.filter(({ unit }) => unit === "倍");
    const all = mentions.filter(isCount);
    // “650件，较7月的594件增加9.43%；为去年8月（271件）的4.2倍”
    const beside = /^）?的$/.test(made?.before ?? "") ? all.filter(({ at }) => at < made!.at).at(-1) : undefined;
    const counts = all.length > 2 && beside ? [all[0]!, beside] : all;
    const [a, b] = counts;
    // “比9月的608件多出1809件，为9月的4.0倍”: of the sum of the two
    const apart = mentions.find(({ kind, unit }) => kind === "change" && unit !== "%" && unit !== "倍");
    if (apart && all.length < 3) return [];
    if (!made || more.length > 0 || made.isHedged || counts.length !== 2 || !a || !b || !isSameUnit(a.unit, b.unit))
      return [];
    const { passage, end } = made;
    const text = sentenceOf(made);
    // “1.26万件，同比增长2.2倍，其中政策咨询0.83万件”: a part of it is no base
    if (a.at < made.at && b.at > made.at && /其中/.test(passage.text.slice(end, b.at))) return [];
    if (/^(?:以上|多|余|有余|左右|还)/.test(passage.text.slice(end)) || /目标|口径|人口|均|逾|超/.test(text)) return [];
    // “是去年同期的1.3倍”: of a number that isn't printed
    const isOfBefore = /(?:上[月期周季年]|去年|同期)[^，；]*$/.test(sentenceBefore(made));
    if (isOfBefore && counts.every(({ period }) => period === "now")) return [];
    const others = near(passage)
      .filter(isCount)
      .map(({ number }) => number.approximate);
    const said = made.number.approximate;
    const decimals = decimalsOf(made.number.text);
    // a ratio told in one digit is often rounded or cut off
    const step = decimals === 0 ? 1 : 1.01 * 10 ** -decimals;
    // “为去年同期94件的1.1倍” is no growth
    const isPlain = /(?:是|为)[^，。；]*的$/.test(sentenceBefore(made)) && !/[增多涨]/.test(made.before);
    const isOf = (x: number, y: number): boolean =>
      [x / y, ...(isPlain ? [] : [x / y - 1])].some((one) => Math.abs(one - said) < step);
    // “3406件，是去年同期1362件的3.5倍” leaves no other
    const isSaid = b.at > a.at && /^，?(?:是|为)[^，。；\d]{0,8}$/.test(b.before) && made.before === "的";
    const isOther = !isSaid && others.some((x) => others.some((y) => isOf(x, y)));
    if (others.length > MOST_NEAR || isOther || isOf(a.number.approximate, b.number.approximate)) return [];
    const [x, y] = a.number.approximate > b.number.approximate ? [a, b] : [b, a];
    const right = (x.number.approximate / y.number.approximate).toFixed(Math.max(1, decimals));
    return [
      finding("change", {
        confidence: 0.65,
        places: distinctPlaces([made, x, y].map(placeOf)),
        values: [made.number.text, x.number.text, y.number.text],
        arithmetic: `${x.number.text} ÷ ${y.number.text} = ${right} ≠ ${made.number.text}`,
        message: `${x.number.text}是${y.number.text}的${right}倍，文中印作${made.number.text}。`,
      }),
    ];
  });
};

const isCount = ({ kind, isHedged, number }: Mention): boolean =>
  kind === "count" && !isHedged && number.approximate > 0;
