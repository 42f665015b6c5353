/** 疑似不合的增减: a change, a value beside it, and an earlier one. */
import { grouped } from "../../../domain/grouped.ts";
import { subtract } from "../../../domain/measure/exact.ts";
import {
  digitCount,
  digitsOf,
  hundred,
  meets,
  middle,
  minus,
  over,
  type Range,
  show,
  sizeOf,
  slipBetween,
  times,
  toNumber,
} from "../../number.ts";
import { isOfGroupMoved } from "../../read/group.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceOf } from "../../read/sentence.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";
import { type Doubt, weighed } from "./doubt.ts";
import { changes as points } from "./points.ts";
import { asPrinted, isWithinLastDigit, powerOf, type Spot, spotsOf, wordsBefore, wordsBetween } from "./scene.ts";

export const weighedChanges = (reading: Reading) => weighed(changeDoubts(reading), points);

const MOST_AROUND = 60;

const earlierWords =
  /去年|上年|同期|上月|上期|上季|上周|前年|前[一期]|\d月份?的?$|季度|第一[周季月]|上半[年月]|首[周日]|20\d\d年|由|从|比|较|原|此前|为基数/;

export function changeDoubts(reading: Reading): Doubt[] {
  const spots = spotsOf(reading).filter(({ mention }) => !mention.isHedged && mention.number.approximate > 0);
  const values = spots.filter(({ mention }) => mention.kind !== "change");
  const byPassage = grouped(values, ({ passage }) => passage);
  const inSentence = grouped(spots, ({ sentence }) => sentence);
  const around = (passage: number): Spot[] =>
    [passage - 2, passage - 1, passage, passage + 1, passage + 2].flatMap((at) => byPassage.get(at) ?? []);
  const near = new Map([...byPassage.keys(), ...spots.map(({ passage }) => passage)].map((at) => [at, around(at)]));
  return spots
    .filter(({ mention }) => mention.kind === "change" && mention.unit !== "倍")
    .flatMap((change) => {
      const beside = inSentence.get(change.sentence)!;
      const fitting = near.get(change.passage)!.filter((value) => isOf(change, value));
      if (fitting.length > MOST_AROUND) return [];
      const isExplained = fitting.some((now) =>
        fitting.some(
          (base) =>
            now !== base &&
            isPair(change, now, base) &&
            isMade(change, now, base) &&
            wayOf(now, base) === change.mention.direction,
        ),
      );
      // “6890件，如果按采暖季算则是8233件，比前一采暖季少了1302件”
      const isReckoned = /[如若](?:果)?按/.test(sentenceOf(change.mention));
      if (isExplained || isReckoned || isOfAmount(change, fitting, beside)) return [];
      // “全年收55300件。”, “2023年收51876件。”, “同比增长5.6%。”: short sentences one after the other
      const isAlone = beside[0] === change && !fitting.some(({ sentence }) => sentence === change.sentence);
      const own = fitting.filter((value) => (isAlone ? isShortlyBefore(change, value) : isBeside(change, value)));
      return own.flatMap((now) =>
        own
          .filter((base) => now !== base && !isStock(base) && isPair(change, now, base) && isEarlier(base, now))
          .filter((base) => isAlone || now.sentence === change.sentence || base.sentence === change.sentence)
          .filter((base) => !isOfOther(change, now, base, beside) && !isOfThisYear(change, base))
          .filter((base) => !isOfOtherClause(change, now, base, beside))
          .filter((base) => !isOfGroupMoved(change.mention, [now.mention, base.mention]))
          .flatMap((base) => doubtsOf(change, now, base, own)),
      );
    });
}

/** “转办144件，环比下降53.09%。……同期末另有超期工单260件”: what is left over is none of before */
const isStock = (base: Spot): boolean => /另有|[期月周]末|仍有|尚有|超期未/.test(clauseBefore(base));

const isPercent = ({ mention: { unit } }: Spot): boolean => unit === "%";
const isPoints = ({ mention: { unit } }: Spot): boolean => /百分点/.test(unit);

const isOf = (change: Spot, { mention: { unit } }: Spot): boolean =>
  isPercent(change) ? unit !== "%" : isPoints(change) ? unit === "%" : isSameUnit(unit, change.mention.unit);

const isPair = (change: Spot, now: Spot, base: Spot): boolean =>
  !isPercent(change) || isSameUnit(now.mention.unit, base.mention.unit);

/** “退费118件，占6.93%，环比增加47件；路面破损93件；秸秆焚烧64件，为上月（16件）的4倍”: its own clause has a value, and neither is it */
const isOfOtherClause = (change: Spot, now: Spot, base: Spot, beside: Spot[]): boolean => {
  const inClause = ({ order, sentence }: Spot): boolean =>
    sentence === change.sentence &&
    order < change.order &&
    !/；/.test(wordsBetween(beside.find((one) => one.order === order)!, change));
  const own = beside.filter((spot) => spot.mention.kind === "count" && inClause(spot));
  return own.length > 0 && ![now, base].some((spot) => own.includes(spot)) && now.order > change.order;
};

/** “一季度34658人次，同比……；四季度49702人次，同比增长43.7%”: another quarter is no year ago */
const isOfThisYear = (change: Spot, base: Spot): boolean =>
  /同比[^，。；]*$/.test(wordsBefore(change, 14)) &&
  /(?:季度|\d月)[^，。；]*$/.test(wordsBefore(base, 24)) &&
  !/去年|上年/.test(wordsBefore(base, 24));

/** the two make another change of the same kind beside it */
const isOfOther = (change: Spot, now: Spot, base: Spot, beside: Spot[]): boolean =>
  beside.some(
    (other) =>
      other !== change &&
      other.mention.kind === "change" &&
      isPercent(other) === isPercent(change) &&
      isPoints(other) === isPoints(change) &&
      isMade(other, now, base),
  );

/** “比1月的5870件少2459件，回落41.9%”: the amount that stands before it, of what it is less than */
const isOfAmount = (change: Spot, fitting: Spot[], beside: Spot[]): boolean =>
  isPercent(change) &&
  beside.some(
    ({ mention, order }) =>
      mention.kind === "change" &&
      mention.unit !== "%" &&
      order < change.order &&
      fitting.some(({ mention: { number } }) =>
        meets(times(over(mention.number.range, number.range), hundred), change.mention.number.range),
      ),
  );

/** how many sentences, and how many signs, may lie between */
const MOST_BEFORE = 3;
const MOST_SIGNS = 30;

const isShortlyBefore = (change: Spot, value: Spot): boolean => {
  const apart = change.sentence - value.sentence;
  return apart > 0 && apart <= MOST_BEFORE && sentenceOf(value.mention).length <= MOST_SIGNS;
};

const isBeside = (change: Spot, value: Spot): boolean =>
  value.sentence === change.sentence ||
  (Math.abs(value.sentence - change.sentence) === 1 &&
    (value.passage === change.passage || (value.passage === change.passage - 1 && value.sentence < change.sentence)));

const clauseBefore = (spot: Spot): string =>
  wordsBefore(spot, 14)
    .split(/[，；：。]/)
    .at(-1)!;

const namedPeriod = /20\d\d年(?:第?[一二三四]季度|上半年|下半年|\d{1,2}月)?/g;

/** “2023年一季度受理4440件”, where the other is of 2023年一季度 as well */
const isOfOnePeriod = (base: Spot, now: Spot): boolean => {
  const [own] = wordsBefore(base, 24).match(namedPeriod) ?? [];
  return own !== undefined && base.mention.period === "now" && sentenceOf(now.mention).includes(own);
};

/** the words say that it is of before, and don't say so of the other */
const isEarlier = (base: Spot, now: Spot): boolean =>
  !(base.sentence !== now.sentence && isOfOnePeriod(base, now)) &&
  (base.mention.period !== "now" || earlierWords.test(clauseBefore(base))) &&
  (now.mention.period === "now" || base.mention.period !== "now") &&
  !/(?:较|比|上年|去年|同期|上月|上季|上期|上周|20\d\d年)[^，；。]{0,10}$/.test(clauseBefore(now));

/** how much it changed by, up or down */
function changeOf(change: Spot, now: Spot, base: Spot): Range {
  const apart = minus(now.mention.number.range, base.mention.number.range);
  const size = sizeOf(apart);
  return isPercent(change) ? times(over(size, base.mention.number.range), hundred) : size;
}

const isMade = (change: Spot, now: Spot, base: Spot): boolean =>
  meets(changeOf(change, now, base), change.mention.number.range);

const wayOf = (now: Spot, base: Spot): number =>
  Math.sign(toNumber(subtract(now.mention.number.value, base.mention.number.value)));

function doubtsOf(change: Spot, now: Spot, base: Spot, own: Spot[]): Doubt[] {
  const said = change.mention.number;
  const range = changeOf(change, now, base);
  const isSaid = meets(range, said.range);
  const isOtherWay = wayOf(now, base) !== change.mention.direction;
  const right = middle(range);
  // the way is wrong only where the words say which of the two is the earlier
  if (isSaid && !(base.mention.period !== "now" && now.mention.period === "now")) return [];
  if ((isSaid && !isOtherWay) || (!isSaid && isWithinLastDigit(right, said))) return [];
  const shown = asPrinted(right, said);
  const slip = slipBetween(shown, said.text);
  const off = Math.abs(Number(digitsOf(shown)) - Number(digitsOf(said.text))) / Number(digitsOf(said.text));
  if (!isSaid && slip === null && off > 0.3) return [];
  const before = own.filter(({ order }) => order < change.order);
  const words = wordsBefore(change, 16);
  const [x, y] = [now.mention, base.mention];
  const ofNow = over(sizeOf(minus(x.number.range, y.number.range)), x.number.range);
  const clues = {
    percent: +isPercent(change),
    points: +isPoints(change),
    wrongWay: +isSaid,
    ofTheNew: +(isPercent(change) && meets(times(ofNow, hundred), said.range)),
    swapped: +(slip === "swapped"),
    digit: +(slip === "digit"),
    far: +(off > 0.05),
    sameWay: +!isOtherWay,
    nowRightBefore: +(now === before.at(-1)),
    baseRightBefore: +(base === before.at(-1)),
    nowBeforeThat: +(now === before.at(-2)),
    baseBeforeThat: +(base === before.at(-2)),
    bothInSentence: +(now.sentence === change.sentence && base.sentence === change.sentence),
    baseOtherPeriod: +(y.period !== "now"),
    nowOtherPeriod: +(x.period !== "now"),
    baseCalledEarlier: +earlierWords.test(wordsBefore(base, 14)),
    nowCalledEarlier: +earlierWords.test(wordsBefore(now, 14)),
    nowFirst: +(now.order < base.order),
    baseInBracket: +(y.depth > change.mention.depth),
    monthOnMonth: +/环比/.test(words),
    yearOnYear: +/同比/.test(words),
    onlyTwo: +(own.length === 2),
    many: +(own.length > 4),
    sameLabel: +(x.label === y.label && x.label !== ""),
    sameUnit: +(x.unit === y.unit),
    unlike: +(
      Math.max(x.number.approximate, y.number.approximate) >
      2.5 * Math.min(x.number.approximate, y.number.approximate)
    ),
    inOrder: +/分别|依次|各/.test(sentenceOf(change.mention)),
    digits: Math.min(5, digitCount(said.text)),
    baseBehind: +(base.order > change.order),
    nowBehind: +(now.order > change.order),
    fromTo: +/由[^。]*[升降增减提到至变为]|从[^。]*[到至]/.test(sentenceOf(change.mention)),
    yearBaseOfMonth: +((/环比/.test(words) && y.period === "lastYear") || (/同比/.test(words) && y.period === "last")),
    mean: +/均/.test(sentenceOf(change.mention)),
    share: +(x.kind === "share" || y.kind === "share"),
  };
  const way = wayOf(now, base) > 0 ? "增" : "减";
  const unit = `${powerOf(said)}${change.mention.unit}`;
  return [
    {
      about: change.mention,
      clues,
      values: [said.text, x.number.text, y.number.text],
      right: [shown, show(right, 0), show(right, 1), show(right, 2)],
      told: (confidence) =>
        finding("change", {
          confidence,
          places: distinctPlaces([change, now, base].map(({ mention }) => placeOf(mention))),
          values: [said.text, x.number.text, y.number.text],
          arithmetic: isPercent(change)
            ? `(${x.number.text} − ${y.number.text}) ÷ ${y.number.text} = ${way} ${shown}%`
            : `${x.number.text} − ${y.number.text} = ${way} ${shown}`,
          message: `“${nameOf(change.mention)}”印作${said.text}，按${x.number.text}与${y.number.text}算应为${way === "增" ? "增加" : "减少"}${shown}${unit}。`,
        }),
    },
  ];
}
