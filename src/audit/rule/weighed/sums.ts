/** 疑似不合的和: a number, and others one after the other that nearly make it. */
import { middle, slipBetween, toNumber } from "../../number.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceOf } from "../../read/sentence.ts";
import { totalSizesIn } from "../../read/tableNumbers.ts";
import { isSilent } from "../../silence.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";
import { type Doubt, weighed } from "./doubt.ts";
import { sums as points } from "./points.ts";
import { asPrinted, bySentence, powerOf, type Spot, spotsOf, wordsBetween } from "./scene.ts";
import { type Known, sumClues } from "./sumClues.ts";
import { sumSilences } from "./sumGates.ts";
import { isMadeBy, isMadeWithRest, rangeOf, type Sum } from "./sumScene.ts";

const MOST_PARTS = 14;
/** how many sentences may lie between what is taken apart and its parts */
const MOST_SENTENCES = 3;
/** how many numbers of the same unit may lie between the two */
const MOST_BETWEEN = 12;

export const weighedSums = (reading: Reading) => weighed(sumDoubts(reading), points);

const countedIn = /^(?:人|名|户|台|处|栋|项|元|天|家|个|秒)$/;
const bound = /^(?:及|（含）|\(含\))?(?:以上|以下|以内|至|不等)/;

const isItem = ({ mention: { kind, unit, isHedged, number, passage, end, before } }: Spot): boolean =>
  (kind === "count" || (kind === "other" && countedIn.test(unit))) &&
  !isHedged &&
  number.approximate > 0 &&
  !bound.test(passage.text.slice(end, end + 6)) &&
  !/(?:满|要过|达到|力争|不足|低于|高于|每|少于|多于|[日月人]均[^，；：]{0,6}|[^，；]均为?|这|该|此|(?:较|比)[^，；：]{0,10})$/.test(
    before,
  );

export function sumDoubts(reading: Reading): Doubt[] {
  const spots = spotsOf(reading);
  const items = spots.filter(isItem);
  const sentences = bySentence(items);
  const all = sentences.flatMap((own, at) =>
    runsOf(own).flatMap((parts) => wholesOf(parts, own, sentences, at).map((whole) => ({ whole, parts }))),
  );
  const made = new Set(all.filter((one) => isMadeBy(one.whole, one.parts) || isMadeWithRest(one, spots)));
  const telling = [...made].filter(isTelling);
  const wholes = new Set(telling.map(({ whole }) => whole));
  const printed = new Set(items.map(({ mention }) => mention.number.approximate).filter((value) => value > 99));
  const near = all.filter(
    (one) =>
      (!wholes.has(one.whole) || isAnotherDivision(one) || isAmongIt(one, telling)) &&
      !made.has(one) &&
      isNear(one) &&
      !isSilent(sumSilences, { ...one, items, spots, mentions: reading.mentions, printed }),
  );
  const counts = new Map<number, number>();
  for (const { parts } of made) counts.set(parts[0]!.passage, (counts.get(parts[0]!.passage) ?? 0) + 1);
  const known: Known = {
    wholes,
    parts: new Set(telling.flatMap(({ parts }) => parts)),
    totals: totalSizesIn(reading.tables),
    madeNear: (passage) => [-1, 0, 1].reduce((all, by) => all + (counts.get(passage + by) ?? 0), 0),
    items,
    spots,
  };
  return near.map((one) => doubtOf(one, known));
}

/** “1至3月依次为598件、497件、727件”, “六个村就这些，没有跨村的”: all of it once more, taken apart otherwise */
const isAnotherDivision = ({ parts: [first, ...others] }: Sum): boolean => {
  const text = sentenceOf(first!.mention);
  return (
    others.length > 1 &&
    (/\d月?[至到—-]\d{1,2}月[^，。；]*(?:依次|分别)/.test(text) ||
      /就这些|没有跨|互不|无其他|别无|仅此|没有其他/.test(text))
  );
};

/** “119件，其中平台转办89件、全省受理35件。……119件中，已结案108件，11件正在办理”: of other parts in its own sentence */
const isAmongIt = ({ whole, parts }: Sum, telling: Sum[]): boolean =>
  whole.sentence === parts[0]!.sentence &&
  /^，其中[^，。；]*$/.test(wordsBetween(whole, parts[0]!)) &&
  !telling.some((made) => made.whole === whole && made.parts.some((part) => parts.includes(part)));

/** two small counts make a third by chance, unless they are said to */
const isTelling = ({ whole, parts }: Sum): boolean =>
  whole.mention.number.approximate >= 30 ||
  parts.length > 3 ||
  (whole.sentence === parts[0]!.sentence && /^，其中[^，。；]*$/.test(wordsBetween(whole, parts[0]!)));

/** two or more of one unit, one after the other */
function runsOf(own: Spot[]): Spot[][] {
  const units = [...new Set(own.map(({ mention }) => mention.unit))];
  return units.flatMap((unit) => {
    const same = own.filter(({ mention }) => mention.unit === unit);
    return same.flatMap((_, from) =>
      same.slice(from + 1, from + MOST_PARTS).map((__, length) => same.slice(from, from + length + 2)),
    );
  });
}

/** what may be taken apart so: before its parts, or right behind them */
function wholesOf(parts: Spot[], own: Spot[], sentences: Spot[][], at: number): Spot[] {
  const [first, last] = [parts[0]!, parts.at(-1)!];
  const isOfUnit = ({ mention }: Spot) =>
    isSameUnit(mention.unit, first.mention.unit) && !/^(?:除|剔除|扣除)/.test(mention.label);
  const before = [
    ...sentences.slice(Math.max(0, at - MOST_SENTENCES), at).flat(),
    ...own.filter(({ order }) => order < first.order),
  ].filter((spot) => isOfUnit(spot) && first.passage - spot.passage < 2);
  const after = [...own.filter(({ order }) => order > last.order), ...(sentences[at + 1] ?? [])].filter(
    (spot) => isOfUnit(spot) && spot.passage - first.passage < 2,
  );
  return [...before.slice(-MOST_BETWEEN), ...after.slice(0, 3)];
}

/** within a tenth, or a slip of the pen */
function isNear({ whole, parts }: Sum): boolean {
  const size = whole.mention.number.approximate;
  const off = Math.abs(toNumber(middle(rangeOf(parts))) - size);
  const slip = slipBetween(asPrinted(middle(rangeOf(parts)), whole.mention.number), whole.mention.number.text);
  return size > 3 && (off * 10 <= size || slip === "swapped" || (off === 1 && parts.length > 2));
}

function doubtOf({ whole, parts }: Sum, known: Known): Doubt {
  const said = whole.mention.number;
  const texts = parts.map(({ mention }) => mention.number.text);
  const shown = asPrinted(middle(rangeOf(parts)), said);
  return {
    about: whole.mention,
    clues: sumClues({ whole, parts }, known),
    values: [said.text, ...texts],
    right: [shown],
    told: (confidence) =>
      finding("partsAndWhole", {
        confidence,
        places: distinctPlaces([placeOf(whole.mention), ...parts.map(({ mention }) => placeOf(mention))]),
        values: [said.text, ...texts],
        arithmetic: `${texts.join(" + ")} = ${shown} ≠ ${said.text}`,
        message: `“${nameOf(whole.mention)}”印作${said.text}，${parts
          .slice(0, 6)
          .map(({ mention }) => `${nameOf(mention)}${mention.number.text}`)
          .join("、")}${parts.length > 6 ? `等${parts.length}项` : ""}相加为${shown}${powerOf(said)}。`,
      }),
  };
}
