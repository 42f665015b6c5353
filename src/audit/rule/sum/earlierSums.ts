/** 去年的和: “投诉举报37894件（上年36368件），其中投诉27723件（25805件），举报10171件（10553件）”: the parts of now make the whole, those of before don't. */
import type { Finding } from "../../../domain/finding.ts";
import { isExact, meets, show, sum } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

const MOST_PARTS = 6;

interface Pair {
  now: Mention;
  before: Mention;
}

export const earlierSums = ({ sentences }: Reading): Finding[] =>
  sentences.flatMap((own, nth) => {
    const next = sentences[nth + 1] ?? [];
    const all = next[0]?.passage === own[0]!.passage ? [...own, ...next] : own;
    const pairs = pairsOf(all);
    const [whole] = pairs;
    if (!whole || !own.includes(whole.now)) return [];
    return [2, 3, 4, 5, MOST_PARTS].flatMap((length) => {
      const parts = pairs.slice(1, length + 1);
      const isMade = parts.length === length && meets(sumOf(parts, "now"), whole.now.number.range);
      const isOff = isMade && !meets(sumOf(parts, "before"), whole.before.number.range);
      return isOff ? [contradiction(whole, parts)] : [];
    });
  });

/** a count of now and, in the bracket right behind it, the one of before */
const pairsOf = (mentions: Mention[]): Pair[] =>
  mentions.slice(1).flatMap((before, at) => {
    const now = mentions[at]!;
    const isPair =
      now.kind === "count" &&
      now.period === "now" &&
      before.kind === "count" &&
      before.period === "lastYear" &&
      before.depth > now.depth &&
      isSameUnit(before.unit, now.unit) &&
      !now.isHedged &&
      !before.isHedged;
    return isPair ? [{ now, before }] : [];
  });

const sumOf = (pairs: Pair[], of: keyof Pair) => sum(pairs.map((pair) => pair[of].number.range));

function contradiction(whole: Pair, parts: Pair[]): Finding {
  const added = sumOf(parts, "before");
  const texts = parts.map(({ before }) => before.number.text);
  const shown = show(added.low, isExact(added) ? 0 : 2);
  return finding("partsAndWhole", {
    confidence: 0.75,
    places: distinctPlaces([whole.before, ...parts.map(({ before }) => before)].map(placeOf)),
    values: [whole.before.number.text, ...texts],
    arithmetic: `${texts.map((text) => text.replace(/[^\d.]/g, "")).join(" + ")} = ${shown} ≠ ${whole.before.number.text}`,
    message: `“${nameOf(whole.now)}”上年印作${whole.before.number.text}，${parts.map(({ now, before }) => `${nameOf(now)}${before.number.text}`).join("、")}相加为${shown}；今年的合得上。`,
  });
}
