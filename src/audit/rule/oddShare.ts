/** 不合群的占比: all the shares of a list but one agree on a base, which the text need not print. */
import type { Finding } from "../../domain/finding.ts";
import { fraction } from "../../domain/measure/exact.ts";
import { exactly, over, times, toNumber } from "../number.ts";
import type { Reading } from "../read/reading.ts";
import { listsOf, type Pair } from "../read/shareLists.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../write.ts";
import { baseOf } from "./shareOfBase.ts";

const hundred = exactly(fraction(100));

export const oddShare = (reading: Reading): Finding[] =>
  listsOf(reading).flatMap((list) => {
    const { pairs } = list;
    if (pairs.length < 4 || baseOf(list, reading)) return [];
    const odd = pairs.flatMap((pair) => {
      const rest = baseRange(pairs.filter((other) => other !== pair));
      return rest && isFarFrom(pair, rest) ? [{ pair, rest }] : [];
    });
    return odd.length === 1 && !isAside(odd[0]!.pair) ? [contradiction(odd[0]!.pair, odd[0]!.rest, pairs.length)] : [];
  });

interface Span {
  low: number;
  high: number;
}

/** the bases that every one of them allows; null for none */
function baseRange(pairs: Pair[]): Span | null {
  const bases = pairs.map(({ count, share }) => over(times(count.number.range, hundred), share.number.range));
  const low = Math.max(...bases.map((base) => toNumber(base.low)));
  const high = Math.min(...bases.map((base) => toNumber(base.high)));
  return low <= high ? { low, high } : null;
}

const shareOf = ({ count }: Pair, { low, high }: Span): number => (200 * count.number.approximate) / (low + high);

/** a twentieth of it, so that no rounding can be meant */
const isFarFrom = (pair: Pair, rest: Span): boolean =>
  Math.abs(shareOf(pair, rest) - pair.share.number.approximate) * 20 > pair.share.number.approximate;

/** “占投诉的54.74%”, “其中物业300件，占25%”: of something else */
const isAside = ({ count, share }: Pair): boolean =>
  /占[^，；。]{2,}/.test(share.before) || count.depth > 0 || /其中/.test(count.before);

function contradiction(pair: Pair, rest: Span, size: number): Finding {
  const right = `${shareOf(pair, rest).toFixed(1)}%`;
  const base = Math.round((rest.low + rest.high) / 2);
  return finding("shareOfBase", {
    confidence: 0.65,
    places: distinctPlaces([placeOf(pair.share), placeOf(pair.count)]),
    values: [pair.share.number.text, pair.count.number.text],
    arithmetic: `${pair.count.number.text} ÷ ${base} ≈ ${right} ≠ ${pair.share.number.text}`,
    message: `“${nameOf(pair.count)}”${pair.count.number.text}，占比印作${pair.share.number.text}；同列的其他${size - 1}项都按约${base}计算，应为${right}左右。`,
  });
}
