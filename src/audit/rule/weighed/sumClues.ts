/** 和的线索: what speaks for and against numbers that nearly make a whole. */
import { middle, minus, slipBetween, sum, toNumber } from "../../number.ts";
import { isSameUnit } from "../../read/parts.ts";
import { sentenceOf } from "../../read/sentence.ts";
import type { Clues } from "./doubt.ts";
import { asPrinted, type Spot, wordsBefore, wordsBetween } from "./scene.ts";
import { gapsOf, isItemBefore, opening, rangeOf, type Sum, sharesOf } from "./sumScene.ts";

/** what the report tells beside the one sum */
export interface Known {
  /** what other numbers make exactly, and what makes it */
  wholes: Set<Spot>;
  parts: Set<Spot>;
  /** the closing rows of its tables */
  totals: number[];
  /** how many sums hold in a paragraph and its neighbours */
  madeNear: (passage: number) => number;
  items: Spot[];
  spots: Spot[];
}

const summing = /(?:合计|共计|总计|小计|总数|总量|共|全部|累计)[^，。；：、]{0,8}$/;
const comparing = /较|比(?!例|重)|去年|上年|上月|同期|同比|环比/;
const left = /^(?:[，；、]|（)?(?:而|其中)?(?:其余|余下|剩下|剩余|还剩|尚余|另外|另有|另|其他|其它)/;
const twice =
  /重复|多个|多种|多类|多家|同时|去重|剔除|扣除|重叠|兼|可能|不止|(?<!无|不|没有|未|互不)交叉|多次|多选|均涉及|不计入|分别计/;
const some = /主要|集中|较多|居多|突出|典型|前[一二三四五六七八九十\d]|等(?:方面|领域|问题|类|部门|单位|\d|[，。；]|$)/;
const closing = /无其他|别无|仅此|没有其他|除此|互不|无交叉|两种|只有|只设/;
const opposite = /以上|不足|以下|未|不|无|非|超期|逾期/;

export function sumClues({ whole, parts }: Sum, { wholes, parts: used, totals, madeNear, items, spots }: Known): Clues {
  const [first, last] = [parts[0]!, parts.at(-1)!];
  const isBefore = whole.order < first.order;
  const added = middle(rangeOf(parts));
  const said = whole.mention.number;
  const off = Math.abs(toNumber(added) - said.approximate);
  const part = off / said.approximate;
  const text = sentenceOf(first.mention);
  const between = isBefore ? wordsBetween(whole, first) : wordsBetween(last, whole);
  const gaps = gapsOf(parts);
  const same = items.filter(
    ({ sentence, mention }) => sentence === first.sentence && mention.unit === first.mention.unit,
  );
  const next = same[same.indexOf(last) + 1];
  const previous = same[same.indexOf(first) - 1];
  const apart = items.filter(
    ({ order, mention }) =>
      isSameUnit(mention.unit, whole.mention.unit) &&
      (isBefore ? order > whole.order && order < first.order : order > last.order && order < whole.order),
  ).length;
  const slip = slipBetween(asPrinted(added, said), said.text);
  const slips = parts.map(({ mention }) => {
    const others = sum(parts.filter((spot) => spot.mention !== mention).map((spot) => spot.mention.number.range));
    const right = middle(minus(said.range, others));
    return right.n > 0n ? slipBetween(asPrinted(right, mention.number), mention.number.text) : null;
  });
  const shares = sharesOf(parts, spots);
  const shared = shares === null ? null : shares.reduce((all, { mention }) => all + mention.number.approximate, 0);
  const skipped = spots.filter(
    (spot) =>
      spot.sentence === first.sentence &&
      spot.order > first.order &&
      spot.order < last.order &&
      !parts.includes(spot) &&
      spot.mention.kind === "count",
  ).length;
  return {
    halfPercent: +(part <= 0.005),
    onePercent: +(part > 0.005 && part <= 0.01),
    twoPercent: +(part > 0.01 && part <= 0.02),
    fivePercent: +(part > 0.02 && part <= 0.05),
    more: +(part > 0.05),
    isBeyond: +(toNumber(added) > said.approximate),
    wholeSwapped: +(slip === "swapped"),
    wholeDigit: +(slip === "digit"),
    partSwapped: +slips.includes("swapped"),
    partDigit: +(!slips.includes("swapped") && slips.includes("digit")),
    isRound: +((off >= 100 && off % 100 === 0) || (off % 10 === 0 && said.approximate > 100)),
    isOne: +(off === 1),
    two: +(parts.length === 2),
    three: +(parts.length === 3),
    isBefore: +isBefore,
    isOfSentence: +(whole.sentence === first.sentence),
    isOfParagraph: +(whole.passage === first.passage),
    sentencesApart: Math.abs(whole.sentence - first.sentence),
    nothingBetween: +(apart === 0),
    oneBetween: +(apart === 1),
    opened: +opening.test(between),
    among: +/其中/.test(between),
    colon: +/[：（]/.test(between.slice(-14)),
    summing: +summing.test(wordsBefore(whole, 16)),
    summingBehind: +(!isBefore && /(?:合计|共计|总计|小计|总数|总量|共|相加)/.test(between)),
    leftOver: +left.test(last.mention.before),
    other: +/其余|余下|剩余|其他|其它|另/.test(last.mention.label),
    closed: +closing.test(text),
    twice: +twice.test(text),
    some: +some.test(text),
    each: +/各为|各有|均为/.test(text),
    comparedBefore: +comparing.test(between),
    comparedWithin: +gaps.some((gap) => comparing.test(gap)),
    listed: +gaps.every((gap) => /^(?:（[^（）]*）)?[、，；和及与]?[^、，；。：（）]{0,16}：?$/.test(gap)),
    skipped: Math.min(2, skipped),
    goesOn: +(next !== undefined && next !== whole && !/[；。]/.test(wordsBetween(last, next))),
    begunBefore: +(previous !== undefined && previous !== whole && !(isBefore && previous.order < whole.order)),
    itemItself: +(isBefore && whole.sentence === first.sentence && isItemBefore(between, gaps, /[，]/)),
    openedBelow: +(first.passage === whole.passage + 1 && /^[（(]?(?:其中|按|包括|分别|从)/.test(text)),
    leftOverNear: +(part < 0.03 && (left.test(last.mention.before) || /其他|其它|其余/.test(last.mention.label))),
    listedNear: +(part < 0.03 && parts.length > 2 && apart === 0),
    swappedNear: +(slips.includes("swapped") && apart === 0 && parts.length > 2),
    pairNear: +(parts.length === 2 && opposite.test(text) && part < 0.03 && apart === 0),
    ofOthers: +used.has(whole),
    wholeBounded: +/以上|以下|不足|[\d％%]至|及以/.test(wordsBefore(whole, 20)),
    wholeShared: +(spots.find(({ order }) => order === whole.order + 1)?.mention.kind === "share" && shares !== null),
    wholeInBracket: +(whole.mention.depth > 0),
    partsInBracket: +(first.mention.depth > whole.mention.depth),
    wholeMade: +wholes.has(whole),
    partsUsed: parts.filter((spot) => used.has(spot) || wholes.has(spot)).length / parts.length,
    inTable: +totals.includes(said.approximate),
    sumInTable: +totals.some((total) => total === toNumber(added)),
    oneMissing: +items.some(
      (spot) =>
        spot !== whole &&
        !parts.includes(spot) &&
        spot.mention.number.approximate === off &&
        Math.abs(spot.passage - whole.passage) < 2,
    ),
    oneDoubled: +parts.some(({ mention }) => mention.number.approximate === off),
    large: +(said.approximate >= 1000),
    small: +(said.approximate < 20),
    middling: +(said.approximate >= 20 && said.approximate < 100),
    partBeyond: +parts.some(({ mention }) => mention.number.approximate >= said.approximate),
    otherPeriod: +[whole, ...parts].some(({ mention }) => mention.period !== "now"),
    units: +/^(?:家|个|户)$/.test(whole.mention.unit),
    rounded: +[whole, ...parts].some(({ mention }) => mention.number.step !== null),
    states: +parts.some(({ mention }) => /已|未|正在|尚/.test(mention.label)),
    opposed: +(parts.length === 2 && opposite.test(text)),
    alike: Math.min(3, madeNear(first.passage)),
    wholeInPart: +parts.some(
      ({ mention }) => whole.mention.label.length > 1 && mention.label.includes(whole.mention.label),
    ),
    sharesWhole: +(shared !== null && Math.abs(shared - 100) < 0.5),
    ends: +(parts.length > 2 && new Set(parts.map(({ mention }) => mention.label.slice(-1))).size === 1),
  };
}
