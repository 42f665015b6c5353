/**
 * 分节的率与总体的率: a rate of all stands with its count in one place, those of districts and of departments with theirs in
 * two others; the counts add up, and the rate of all lies beyond theirs.
 */
import type { Finding } from "../../../domain/finding.ts";
import { grouped } from "../../../domain/grouped.ts";
import { meets, sum } from "../../number.ts";
import { isRateNow, type Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore } from "../../read/sentence.ts";
import { placeOf } from "../../write.ts";
import { contradiction, isOutside } from "./pooledFinding.ts";

/** a rate with the counts that stand before it in its sentence */
interface Counted {
  rate: Mention;
  counts: Mention[];
  /** by place in the text */
  nth: number;
}

const districts = /[县区镇乡](?!直)|街道/;
const departments = /[市区县州]直|部门/;
/** the words that a sentence has before its rate */
const isOf = (own: RegExp, other: RegExp, { rate }: Counted): boolean =>
  own.test(sentenceBefore(rate)) && !other.test(sentenceBefore(rate));

/** parts stand one after the other, not chapters apart */
const FAR = 6;

export const pooledSections = ({ sentences, passages }: Reading): Finding[] => {
  const order = new Map(passages.map((passage, at) => [passage, at]));
  const all = sentences.flatMap((mentions) =>
    mentions.flatMap((rate): (Counted & { word: string })[] => {
      const word = /^[^，。；]{0,8}?((?:按[时期]|及时|直接|综合)?[^的，。；\d]{2}率)$/.exec(rate.label)?.[1];
      const counts = mentions.filter(
        (one) => one.at < rate.at && one.kind === "count" && one.period === "now" && one.depth <= 1,
      );
      return isRateNow(rate) && !rate.isHedged && word && counts.length > 0
        ? [{ rate, counts, nth: order.get(rate.passage)!, word: word.replace(/^.*(?=按[时期])/, "") }]
        : [];
    }),
  );
  return [...grouped(all, ({ word }) => word).values()].flatMap((own) =>
    own.flatMap((whole) => own.flatMap((first, at) => against(whole, first, own.slice(at + 1)))),
  );
};

/** two parts, whose counts make one of the whole's */
function against(whole: Counted, first: Counted, others: Counted[]): Finding[] {
  const second = others.find((one) => one.rate.sentence !== first.rate.sentence);
  if (whole === first || whole === second || !second || second.nth - first.nth > FAR) return [];
  const areKinds =
    (isOf(districts, departments, first) && isOf(departments, districts, second)) ||
    (isOf(departments, districts, first) && isOf(districts, departments, second));
  if (!areKinds) return [];
  const isSum = whole.counts.some((one) =>
    first.counts.some((a) =>
      second.counts.some(
        (b) =>
          [a, b].every(({ unit }) => isSameUnit(unit, one.unit)) &&
          one.number.approximate > 99 &&
          meets(sum([a.number.range, b.number.range]), one.number.range),
      ),
    ),
  );
  const numbers = [first.rate.number, second.rate.number];
  return isSum && isOutside(whole.rate, numbers)
    ? [contradiction(whole.rate, numbers, [first.rate, second.rate].map(placeOf), 0.65)]
    : [];
}
