/** 疑似不合的率: a share or a rate, a count beside it, and another that it may be of. */
import { grouped } from "../../../domain/grouped.ts";
import { digitCount, digitsOf, meets, middle, type Printed, percentOf, show, slipBetween } from "../../number.ts";
import { isOfGroup } from "../../read/group.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceOf } from "../../read/sentence.ts";
import { totalsIn } from "../../read/tableNumbers.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";
import { isOfUnitAlone, isWithEarlier, leavesSomeOut } from "../rate/ofOthers.ts";
import { type Doubt, weighed } from "./doubt.ts";
import { rates as points } from "./points.ts";
import {
  fits,
  isOfCalled,
  isOfKindAlone,
  isOfNameInBracket,
  isOfOnePeriod,
  isOfOpening,
  isOfOther,
  isOfOthersBase,
  isOfStem,
  isOfSum,
  isOfTwo,
  namedRate,
} from "./rateGates.ts";
import { asPrinted, bySentence, isWithinLastDigit, type Spot, spotsOf, wordsBefore, wordsBetween } from "./scene.ts";

export const weighedRates = (reading: Reading) => weighed(rateDoubts(reading), points);

/** how far off, as a part of the rate, where it is no slip of the pen: a fortieth */
const MOST_OFF = 40;

const isCounted = ({ mention: { kind, unit, number, isHedged } }: Spot): boolean =>
  !isHedged &&
  number.approximate > 0 &&
  (kind === "count" || (kind === "other" && /^(?:人|名|元|户|家|个|天|秒|分钟)$/.test(unit)));

const isRate = ({ mention: { kind, unit, number, isHedged, before, label } }: Spot): boolean =>
  unit === "%" &&
  // “满意率90.73%，其中一季度89.52%、二季度90.66%”: of a part of the time that is counted
  !/^(?:第?[一二三四]季度|[上下]半年|\d{1,2}月份?)$/.test(label) &&
  // “实际办理提速84.50%”: of time
  !/(?:[增减升降]|提速|压缩)$/.test(before) &&
  !isHedged &&
  (kind === "share" || kind === "rate" || kind === "other") &&
  number.approximate > 0 &&
  number.approximate <= 100;

/** 一种算法 that gives the rate: the count, and whatever it was divided by */
interface Way {
  count: Spot;
  base: Spot | null;
  size: number;
}

/** how many counts around a rate are tried; in more of them any rate is found by chance */
const MOST_AROUND = 80;

export function rateDoubts(reading: Reading): Doubt[] {
  const spots = spotsOf(reading);
  const counts = spots.filter(isCounted);
  const rated = spots.filter(isRate);
  const [top] = counts;
  const totals = totalsIn(reading.tables);
  const near = byPassage(counts);
  const sentences = new Map(bySentence(counts).map((own) => [own[0]!.sentence, own]));
  const countOf = (rate: Spot): Spot | undefined =>
    sentences.get(rate.sentence)?.findLast(({ order }) => order < rate.order);
  // what the report begins with is what all else may be of
  const opening = top ? near(top.passage, 0, 1) : [];
  const nearRates = byPassage(rated);
  const ratesBeside = grouped(rated, ({ sentence }) => sentence);
  const known = rated.map((rate) => {
    const around = [...new Set([...near(rate.passage, 2, 2), ...(top ? [top] : [])])].slice(0, MOST_AROUND);
    const others = nearRates(rate.passage, 6, 6).filter((other) => other !== rate);
    return { rate, ways: waysOf(rate, around, totals), isOfOthersBase: isOfOthersBase(rate, countOf, others) };
  });
  const explained = new Map<number, number>();
  for (const { ways } of known)
    for (const size of new Set(ways.map((way) => way.size))) explained.set(size, (explained.get(size) ?? 0) + 1);
  return known.flatMap(({ rate, ways, isOfOthersBase }) => {
    const own = sentences.get(rate.sentence) ?? [];
    const before = own.filter(({ order }) => order < rate.order);
    const last = before.at(-1);
    const here = near(rate.passage, 0, 0);
    if (isOfOtherNumbers({ rate, ways, isOfOthersBase }, { last, own, here, opening })) return [];
    // “重点件351件；涉及大气污染的最多，占33.1%”, “网上举报38450件，其中三省较多，举报数量合计占34%”: of what its own clause names
    const isOfClause = (count: Spot) =>
      rate.mention.kind === "share" &&
      count.order < rate.order &&
      /；[^；]{4,}(?:最多|最高|居首)[^；]*$|其中[^，。；\d]{4,}，[^，。；\d]{2,8}合计约?占[^，。；]*$/.test(
        wordsBetween(count, rate),
      );
    const beside = (before.length > 0 ? before.slice(-2) : own.slice(0, 1)).filter((count) => !isOfClause(count));
    const above = near(rate.passage, 2, -1).slice(-8);
    const bases = [...new Set([...here, ...above, ...(top ? [top] : [])])];
    return beside.flatMap((count) =>
      bases
        .filter((base) => base.order < rate.order && isBaseOf(base, count) && isOfCalled(rate, base))
        .filter(
          (base) =>
            !isOfOther(rate, count, base, ratesBeside.get(rate.sentence)!) &&
            rate.mention.period === count.mention.period,
        )
        .filter(() => rate.mention.kind !== "rate" || isOfStem(rate, count) || !namedRate.test(rate.mention.before))
        .flatMap((base) => {
          const size = base.mention.number.approximate;
          const also = (explained.get(size) ?? 0) - +ways.some((way) => way.size === size);
          return doubtsOf(rate, count, base, { ways, before, top, also, own });
        }),
    );
  });
}

interface Known {
  rate: Spot;
  ways: Way[];
  isOfOthersBase: boolean;
}

/** the counts around a rate: the last before it, those of its sentence and of its passage, and those that the report begins with */
interface Around {
  last: Spot | undefined;
  own: Spot[];
  here: Spot[];
  opening: Spot[];
}

/** its words say that it is of none of the counts beside it, or other numbers than those give it */
function isOfOtherNumbers({ rate, ways, isOfOthersBase }: Known, { last, own, here, opening }: Around): boolean {
  const { mention } = rate;
  const before = here.filter(({ order }) => order < rate.order);
  return (
    // “依次为61240、21876人次，分别占48.2%、17.2%”: each of its own
    (/^[、和及]$/.test(mention.before) && /依次|分别|占比[为是]/.test(sentenceOf(mention))) ||
    // “2.0%（6/306）”
    /^（\d+\/\d+）/.test(mention.passage.text.slice(mention.end)) ||
    (mention.kind === "rate" && isOfGroup(mention, mentionsOf(before))) ||
    leavesSomeOut(mention) ||
    isOfNameInBracket(rate) ||
    isOfOthersBase ||
    (last !== undefined && isOfOpening(rate, last, opening)) ||
    ways.some(({ count }) => count === last) ||
    isOfSum(rate, last, own) ||
    isOfTwo(rate, last, here)
  );
}

const mentionsOf = (spots: Spot[]): Mention[] => spots.map(({ mention }) => mention);

function byPassage(spots: Spot[]): (passage: number, before: number, after: number) => Spot[] {
  const found = grouped(spots, ({ passage }) => passage);
  return (passage, before, after) =>
    Array.from({ length: before + after + 1 }, (_, at) => found.get(passage - before + at) ?? []).flat();
}

/** “2023年为852件”: of a year that the other number isn't of */
const isOfOtherYear = (base: Spot, count: Spot): boolean => {
  const year = /(20\d\d)年[^，。；]{0,6}$/.exec(count.mention.before)?.[1];
  return year !== undefined && !base.mention.before.includes(year);
};

/** “共回访转办诉求61件”: of those that were due for it, not of all that came in or were handed on */
const isOfFewer = ({ mention }: Spot, base: Spot): boolean =>
  /回访[^，。；]{0,4}(?:转办|派发|交办)/.test(mention.label) && !/应|办结|抽/.test(base.mention.label);

const isBaseOf = (base: Spot, count: Spot): boolean =>
  base !== count &&
  !isWithEarlier(count.mention) &&
  !isOfKindAlone(count, base) &&
  !isOfUnitAlone(count.mention, base.mention) &&
  // what is sent back was handed on before
  !(/退单/.test(count.mention.label) && /办结|应办|到期/.test(base.mention.label)) &&
  !isOfFewer(count, base) &&
  !isOfOtherYear(base, count) &&
  isSameUnit(base.mention.unit, count.mention.unit) &&
  isOfOnePeriod(base, count) &&
  base.mention.number.approximate > count.mention.number.approximate;

function waysOf(rate: Spot, around: Spot[], totals: Printed[]): Way[] {
  const known = new Map<string, boolean>();
  // a text may say the same two counts many times
  const isOf = (count: Printed, base: Printed): boolean => {
    const key = `${count.text}/${base.text}`;
    const told = known.get(key) ?? fits(rate, count.range, base.range);
    known.set(key, told);
    return told;
  };
  return around.flatMap((count) => {
    const { approximate } = count.mention.number;
    const said = rate.mention.number.approximate;
    // exact fractions are slow, and most are far off
    const isLarger = (other: Printed) => {
      const share = (100 * approximate) / other.approximate;
      return other.approximate >= approximate && Math.min(Math.abs(share - said), Math.abs(100 - share - said)) < 1;
    };
    return [
      ...around
        .filter((base) => base !== count && isLarger(base.mention.number))
        .filter((base) => isOf(count.mention.number, base.mention.number))
        .map((base) => ({ count, base, size: base.mention.number.approximate })),
      ...totals
        .filter((total) => isLarger(total) && isOf(count.mention.number, total))
        .map((total) => ({ count, base: null, size: total.approximate })),
    ];
  });
}

function doubtsOf(
  rate: Spot,
  count: Spot,
  base: Spot,
  { ways, before, top, also, own }: { ways: Way[]; before: Spot[]; top: Spot | undefined; also: number; own: Spot[] },
): Doubt[] {
  const said = rate.mention.number;
  const range = percentOf(count.mention.number.range, base.mention.number.range);
  const right = middle(range);
  if (meets(range, said.range) || isWithinLastDigit(right, said)) return [];
  const shown = asPrinted(right, said);
  const slip = slipBetween(shown, said.text);
  const off = Math.abs(Number(shown) - said.approximate) / said.approximate;
  // what is done in time is of what was due
  const most = /按[时期]|及时|准时|如期/.test(rate.mention.before) ? 0 : 1 / MOST_OFF;
  if (slip === null && off > most) return [];
  // a first digit of another number is no slip
  if (slip === "digit" && off > 0.2) return [];
  // of a few any rate is one digit off by chance
  if (slip === "digit" && off > most && count.mention.number.approximate < 10) return [];
  // contentment is counted in many ways
  if (/满意/.test(rate.mention.before) && slip !== "swapped") return [];
  // “立案14412件，派遣14362件，结案14069件，……派遣率99.7%”: of another count that it is of as it is printed
  if (isOfStem(rate, count) && ways.some((way) => way.count === count)) return [];
  const between = count.order < rate.order ? wordsBetween(count, rate) : wordsBetween(rate, count);
  const clues = {
    swapped: +(slip === "swapped"),
    digit: +(slip === "digit"),
    far: +(off > 0.05),
    near: +(off <= 0.01),
    unexplained: +(ways.length === 0),
    explainedHere: +ways.some(
      (way) => way.base && way.base.passage === rate.passage && way.count.passage === rate.passage,
    ),
    countExplains: +ways.some((way) => way.count === count),
    ways: Math.min(3, ways.length),
    also: Math.min(4, also),
    countRightBefore: +(count === before.at(-1)),
    countBehind: +(count.order > rate.order),
    baseInSentence: +(base.sentence === rate.sentence),
    baseFirst: +(base === own[0]),
    baseIsTop: +(base === top),
    baseInParagraph: +(base.passage === rate.passage),
    baseBeforeCount: +(base.order === count.order - 1 || before.indexOf(base) === before.indexOf(count) - 1),
    baseBehindCount: +(base.order > count.order),
    share: +/占/.test(between),
    rate: +/率/.test(between),
    plain: +/^[，、（]?[^，。；（）]{0,10}$/.test(between),
    ofKind: +/该类|其中|同类/.test(between),
    isRate: +(rate.mention.kind === "rate"),
    ofStem: +isOfStem(rate, count),
    ofNoStem: +(rate.mention.kind === "rate" && !isOfStem(rate, count)),
    baseOtherPeriod: +(base.mention.period !== "now"),
    compared: +/较|比(?!例|重)|同期|上年|上月|去年/.test(between.replace(/占比|比例|比重/g, "")),
    baseLarge: +(base.mention.number.approximate >= 100),
    digits: Math.min(5, digitCount(said.text)),
    together: +/合计|共|以上|上述|[三五]类|前[三五十]/.test(wordsBefore(count, 14)),
    inOrder: +/分别|依次/.test(sentenceOf(rate.mention)),
    rounded: +(count.mention.number.step !== null || base.mention.number.step !== null),
    sameUnit: +(count.mention.unit === base.mention.unit),
  };
  return [
    {
      about: rate.mention,
      clues,
      values: [said.text, count.mention.number.text, base.mention.number.text],
      right: [shown, show(right, 1), show(right, 2)],
      told: (confidence) =>
        finding(rate.mention.kind === "share" ? "shareOfBase" : "rateOfCounts", {
          confidence,
          places: distinctPlaces([rate, count, base].map(({ mention }) => placeOf(mention))),
          values: [said.text, count.mention.number.text, base.mention.number.text],
          arithmetic: `${digitsOf(count.mention.number.text)} ÷ ${digitsOf(base.mention.number.text)} = ${shown}% ≠ ${said.text}`,
          message: `“${nameOf(rate.mention)}”印作${said.text}，按${count.mention.number.text}、${base.mention.number.text}算应为${shown}%。`,
        }),
    },
  ];
}
