/** 百分点与百分比: a change of a rate printed in percent leaves two readings; a change of a count has no points. */
import type { Finding } from "../../../domain/finding.ts";
import type { Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore } from "../../read/sentence.ts";
import {
  afterAmount,
  isShareInPoints,
  isVolumeInPoints,
  ofCount,
  ofCounts,
  ofShare,
  ofSpans,
  ofVolume,
} from "./countInPoints.ts";
import { ambiguous, bothWays, differenceOfTwo, differenceTold } from "./rateInPercent.ts";

/** a change, and the value that changed */
export interface Pair {
  now: Mention;
  change: Mention;
}

export function changeUnit({ sentences, mentions }: Reading): Finding[] {
  const pairs = sentences.flatMap(pairsOf);
  const ofRates = pairs.filter(({ now, change }) => now.unit === "%" && now.kind === "rate" && change.unit === "%");
  const inPoints = pairs.filter(
    ({ now, change }) =>
      now.kind === "count" && change.unit === "百分点" && !/占比|比重|率|增速|增幅/.test(clauseOf(change)),
  );
  return [
    ...(ofRates.length > 0 ? [ambiguous(ofRates)] : []),
    ...inPoints.map(ofCount),
    ...sentences.flatMap((own) => differenceTold(own, mentions)),
    ...mentions.filter(isShareInPoints).map(ofShare),
    ...sentences.flatMap(afterAmount),
    ...sentences.flatMap(ofSpans),
    ...sentences.flatMap(ofCounts),
    ...mentions.filter(isVolumeInPoints).map(ofVolume),
    ...bothWays(mentions),
    ...sentences.flatMap((own) => differenceOfTwo(own, mentions)),
  ];
}

/** its clause, without what stands in brackets */
const clauseOf = (mention: Mention): string =>
  sentenceBefore(mention)
    .replace(/（[^（）]*）/g, "")
    .split(/[，；]/)
    .at(-1)!;

/** a change directly after the value it is of, in the same sentence and without words of its own */
function pairsOf(mentions: Mention[]): Pair[] {
  return mentions.flatMap((change, at) => {
    // what stands in a bracket isn't what changed
    const last = mentions[at - 1];
    const isAside = last && last.depth > change.depth && last.period === "now" && last.unit !== "%";
    const now = isAside ? mentions.slice(0, at).findLast(({ depth }) => depth <= change.depth) : last;
    const isOwn = /^，?(?:第[^，]{1,3}(?=[比较]))?(?:环比|同比|较[^，]{1,8}|比[^，]{1,8})?[^，率量数]{0,6}$/.test(
      change.before,
    );
    // “增至2918件，增加322件，环比上升12.4个百分点” goes on about the count
    const isAmount = now?.kind === "change" && now.unit !== "%" && now.unit !== "百分点" && now.unit !== "倍";
    const isBase = now !== undefined && now.kind !== "change" && now.period !== "now";
    const isLike = (one: Mention) => !isBase || (one.unit === "%") === (now.unit === "%");
    const value =
      isAmount || isBase
        ? mentions
            .slice(0, at - 1)
            .findLast(
              (one) => one.kind !== "change" && one.period === "now" && one.depth <= change.depth && isLike(one),
            )
        : now;
    return change.kind === "change" && value && value.period === "now" && isOwn ? [{ now: value, change }] : [];
  });
}
