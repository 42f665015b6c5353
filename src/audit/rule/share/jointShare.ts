/** 合计占比: “食品安全1586件、质量1310件、售后1122件、其他1014件，合计占比69.02%”: of no count that is printed, and not of the one it is called by. */
import type { Finding } from "../../../domain/finding.ts";
import { agreement, isPositive, middle, percentOf, type Range, show, sum, toNumber } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore } from "../../read/sentence.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

const joint = /^）?，?(?:以上|上述|这)?[^，。；：\d]{0,8}(?:合计|共计?|总计|一共)[^，。；：\d]{0,4}占[^，。；\d]*$/;
/** “从商品投诉来看”: of those only */
const narrowed = /从(?!(?:投诉|举报|诉求)问题)[^，。；]*看，/;
const noun = /(投诉|举报|咨询|诉求|来电|工单|信件|案件)/;

export const jointShare = ({ sentences, mentions: every }: Reading): Finding[] =>
  sentences.flatMap((mentions) =>
    mentions.flatMap((share, at) => {
      if (share.unit !== "%" || share.isHedged || share.number.step === null || !joint.test(share.before)) return [];
      const parts = runBefore(mentions, at);
      const word = noun.exec(/占([^，。；]*)$/.exec(share.before)?.[1] ?? "")?.[1] ?? noun.exec(leadOf(parts))?.[1];
      if (parts.length < 2 || !word || narrowed.test(leadOf(parts))) return [];
      const counts = every.filter(
        ({ kind, unit, number }) => kind === "count" && isSameUnit(unit, parts[0]!.unit) && isPositive(number.range),
      );
      // it may be the sum of their shares, each rounded
      const isOf = (some: Range) =>
        counts.some(({ number }) => {
          const right = percentOf(some, number.range);
          return (
            agreement(share.number, right) !== "off" || Math.abs(toNumber(right.low) - share.number.approximate) < 0.03
          );
        });
      const runs = parts.map((_, from) => sum(parts.slice(from).map(({ number }) => number.range)));
      const [added] = runs as [Range];
      // all that came in, before what is only called so
      const named = counts.filter(
        (one) => one.period === "now" && one.label.endsWith(word) && one.number.approximate >= middleOf(added),
      );
      const all = named.filter(({ label }) => /受理|接收|接到|收到|登记/.test(label));
      const called = all.length > 0 ? all : named.filter(({ label }) => label === word);
      const isOne = new Set(called.map(({ number }) => number.approximate)).size === 1;
      if (!isOne || runs.some(isOf)) return [];
      return [contradiction(share, parts, added, called[0]!)];
    }),
  );

const middleOf = (range: Range): number => Number(show(middle(range), 0));

/** the words of the sentence before the first of them */
const leadOf = ([first]: Mention[]): string => (first ? sentenceBefore(first) : "");

/** counts of one unit and one level, one after the other, each under a name */
function runBefore(mentions: Mention[], to: number): Mention[] {
  const parts: Mention[] = [];
  for (const one of mentions.slice(0, to).toReversed()) {
    const [next] = parts;
    const isOfRun =
      one.kind === "count" && one.period === "now" && (!next || (one.unit === next.unit && one.depth === next.depth));
    if (!isOfRun || (next && !/^[）]?[、，和及与][^，。；：\d]{2,14}$/.test(next.before))) break;
    parts.unshift(one);
  }
  return parts;
}

function contradiction(share: Mention, parts: Mention[], added: Range, base: Mention): Finding {
  const texts = parts.map(({ number }) => number.text);
  const right = show(middle(percentOf(added, base.number.range)), 2);
  return finding("shareOfBase", {
    confidence: 0.7,
    places: distinctPlaces([share, ...parts, base].map(placeOf)),
    values: [share.number.text, ...texts, base.number.text],
    arithmetic: `(${texts.join(" + ")}) ÷ ${base.number.text} = ${right}% ≠ ${share.number.text}`,
    message: `所列${parts.length}项合计占比印作${share.number.text}；按“${nameOf(base)}”${base.number.text}算应为${right}%，文中也没有别的数合得上。`,
  });
}
