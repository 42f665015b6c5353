/** 占比齐而件数不齐: shares of a list that make 100 %, all of one count, and their own counts don't add up to it. */
import type { Finding } from "../../../domain/finding.ts";
import { agreement, isExact, meets, percentOf, plus, type Range, show, sum, toNumber } from "../../number.ts";
import { bareName } from "../../read/bare.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { alikeInWords, listsOf, type Pair } from "../../read/shareLists.ts";
import { distinctPlaces, finding, placeOf } from "../../write.ts";
import { type Candidate, candidateOf, candidatesOf, fits } from "./shareBase.ts";

/** how far above them what they are said to be shares of may stand */
const MOST_PASSAGES = 5;
const received = /受理|接收|接到|收到|接待|登记/;

export const sharesOfAll = (reading: Reading): Finding[] => [...ofOneBase(reading), ...ofTheirSum(reading)];

/** “接到投诉823件”, “国内游708件，占投诉总数的88.39%……出境游93件，占11.61%”: shares of what they add up to, and not of what is printed */
const ofTheirSum = (reading: Reading): Finding[] => {
  const lists = listsOf(reading);
  return [...lists, ...alikeInWords(lists)].flatMap(({ pairs, whole: said }) => {
    const added = sum(pairs.map(({ count }) => count.number.range));
    const isOfSum = ({ count, share }: Pair) => agreement(share.number, percentOf(count.number.range, added)) !== "off";
    if (pairs.length < 2 || !isNearlyWhole(pairs) || !isExact(added) || added.low.n <= 0n || !pairs.every(isOfSum))
      return [];
    if (pairs.some(({ count }) => count.number.step !== null || count.isHedged)) return [];
    const [first] = pairs as [Pair];
    const at = reading.passages.indexOf(first.count.passage);
    const near = reading.passages.slice(Math.max(0, at - MOST_PASSAGES), at + 1);
    const isOff = ({ number }: Mention) => {
      const ratio = number.approximate / toNumber(added.low);
      return ratio > 0.8 && ratio < 1.25 && !meets(number.range, added);
    };
    const called = reading.mentions.filter(
      (one) =>
        one.kind === "count" &&
        one.period === "now" &&
        !one.isHedged &&
        near.includes(one.passage) &&
        (one.passage !== first.count.passage || one.at < first.count.at) &&
        (isSameUnit(one.unit, first.count.unit) || [one, first.count].every(({ unit }) => /^[件个条宗]$/.test(unit))),
    );
    const isThere = reading.mentions.some(({ kind, number }) => kind === "count" && meets(number.range, added));
    // “投诉3580件，举报412件……”: of two of them together
    const isOfTwo = called.some((one, nth) =>
      called.slice(nth + 1).some((other) => meets(plus(one.number.range, other.number.range), added)),
    );
    const likely = called.filter((one) => isOff(one) && (one === said || received.test(one.label)));
    const bare = likely.filter((one) => bareName(one) === "受理");
    const wholes = bare.length > 0 ? bare : likely;
    const [whole] = wholes;
    if (!whole || new Set(wholes.map(({ number }) => number.approximate)).size > 1 || isThere || isOfTwo) return [];
    // “占投诉事项总量的”: of what is counted otherwise
    if (pairs.some(({ share }) => /占[^，。；]*事项/.test(share.before)) && !/事项/.test(whole.label)) return [];
    // coarse shares may be of either
    const isOfWhole = pairs.every((pair) => fits(pair, candidateOf(whole)) !== "off");
    return isOfWhole ? [] : [contradiction(candidateOf(whole), pairs, added)];
  });
};

const ofOneBase = (reading: Reading): Finding[] =>
  listsOf(reading).flatMap(({ pairs }) => {
    if (pairs.length < 2 || !isWhole(pairs) || !isFine(pairs) || pairs.some(({ count }) => count.number.step !== null))
      return [];
    const candidates = candidatesOf(reading, pairs).filter(({ number }) => number.step === null);
    const bases = candidates.filter((base) => pairs.every((pair) => fits(pair, base) !== "off"));
    const added = sum(pairs.map(({ count }) => count.number.range));
    const [base] = bases;
    if (!base || !isExact(added) || candidates.some(({ number }) => meets(number.range, added))) return [];
    return [contradiction(base, pairs, added)];
  });

function contradiction(base: Candidate, pairs: Pair[], added: Range): Finding {
  const texts = pairs.map(({ count }) => count.number.text);
  const shown = show(added.low, 0);
  const off = Math.abs(Math.round(toNumber(added.low) - base.number.approximate));
  return finding("partsAndWhole", {
    confidence: 0.65,
    places: distinctPlaces([base.place, ...pairs.map(({ count }) => placeOf(count))]),
    values: [base.number.text, ...texts],
    arithmetic: `${texts.map((text) => text.replace(/[^\d]/g, "")).join(" + ")} = ${shown} ≠ ${base.number.text}`,
    message: `“${base.name}”印作${base.number.text}，占比合为100%的${pairs.length}项相加为${shown}，相差${off}。`,
  });
}

const isNearlyWhole = (pairs: Pair[]): boolean =>
  Math.abs(pairs.reduce((all, { share }) => all + share.number.approximate, 0) - 100) < 0.035;

/** to the last digit that each was rounded to */
function isWhole(pairs: Pair[]): boolean {
  const added = pairs.reduce((all, { share }) => all + share.number.approximate, 0);
  return pairs.every(({ share }) => share.number.step !== null) && Math.abs(added - 100) < 0.005;
}

/** coarser ones of several are 100 % together though one order is missing */
const isFine = (pairs: Pair[]): boolean =>
  pairs.length === 2 || pairs.every(({ share }) => /\.\d\d/.test(share.number.text));
