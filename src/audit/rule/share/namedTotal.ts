/** 占某总量的几项: “占投诉总量的26.03%……20.14%……19.58%”: all of one base among themselves, which isn't the count that is called so. */
import type { Finding } from "../../../domain/finding.ts";
import { hundred, over, times, toNumber } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { alikeInWords, listsOf, type Pair } from "../../read/shareLists.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";
import { agrees, fits } from "./shareBase.ts";

const ofTotal = /占(?:全[市县区省州]|本[月周季年期])?(总?[\u4e00-\u9fff]{2,4}?)总?[量数]的?$/;

export const namedTotal = (reading: Reading): Finding[] =>
  alikeInWords(listsOf(reading)).flatMap(({ pairs }) => {
    const [first] = pairs as [Pair];
    const name = ofTotal.exec(first.share.before)?.[1];
    const most = Math.max(...pairs.map(({ count }) => count.number.approximate));
    if (!name || pairs.length < 3) return [];
    const called = reading.mentions.filter(
      (one) =>
        one.kind === "count" &&
        one.period === "now" &&
        !one.isHedged &&
        isSameUnit(one.unit, first.count.unit) &&
        one.label.replace(/^(?:其中|共|全[市县区省州])/, "").replace(/类$/, "") === name &&
        one.number.approximate >= most &&
        !pairs.some(({ count }) => count.at === one.at && count.passage === one.passage),
    );
    const [base] = called;
    const isOne = new Set(called.map(({ number }) => number.approximate)).size === 1;
    if (!base || !isOne || pairs.some((pair) => agrees(fits(pair, base)))) return [];
    const bases = pairs.map(({ count, share }) => over(times(count.number.range, hundred), share.number.range));
    const low = Math.max(...bases.map((one) => toNumber(one.low)));
    const high = Math.min(...bases.map((one) => toNumber(one.high)));
    return low > high ? [] : [contradiction(base, pairs, Math.round((low + high) / 2))];
  });

function contradiction(base: Mention, pairs: Pair[], implied: number): Finding {
  const [first] = pairs as [Pair];
  return finding("shareOfBase", {
    confidence: 0.7,
    places: distinctPlaces([placeOf(base), ...pairs.map(({ share }) => placeOf(share))]),
    values: [...pairs.map(({ share }) => share.number.text), base.number.text],
    arithmetic: `${first.count.number.text} ÷ ${first.share.number.text} ≈ ${implied} ≠ ${base.number.text}`,
    message: `“${nameOf(base)}”印作${base.number.text}，占它的${pairs.length}项倒算都约为${implied}。`,
  });
}
