/** 疑似不合的平均: a mean, a total near it, and what the total may have been divided by. */
import { grouped } from "../../../domain/grouped.ts";
import type { Fraction } from "../../../domain/measure/exact.ts";
import { digitCount, digitsOf, meets, middle, over, type Range, slipBetween, sum, toNumber } from "../../number.ts";
import { isOfOtherAct } from "../../read/act.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import { daysOfPeriod, daysOfTitle, spansIn } from "../../read/period.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore, sentenceOf } from "../../read/sentence.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";
import { isOfItsMonth } from "../mean/itsMonth.ts";
import { isOfAllTogether } from "../mean/together.ts";
import { type Doubt, weighed } from "./doubt.ts";
import { type Divisor, divisorsIn, divisorsOf, whole } from "./meanDivisors.ts";
import { means as points } from "./points.ts";
import { asPrinted, type Spot, spotsOf, wordsBefore, wordsBetween } from "./scene.ts";

export const weighedMeans = (reading: Reading) => weighed(meanDoubts(reading), points);

/** so far off, as a part of the mean, it is another thing's: a seventh */
const MOST_OFF = 7;
/** how many sentences before it a mean's total may stand */
const MOST_SENTENCES = 3;
const MOST_TOTALS = 12;
/** and how many where it opens a sentence of its own */
const MOST_AHEAD = 12;
const MOST_FAR = 6;

const kinds: { of: Divisor["of"]; said: RegExp }[] = [
  { of: "days", said: /(?:日均|每[日天]平均|平均每[日天]|日平均|平均，?每[日天])[^，。；：\d]{0,8}：?$/ },
  { of: "months", said: /(?:月均|月平均|平均每月|^，每月)[^，。；：\d]{0,8}：?$/ },
  {
    of: "others",
    said: /(?:平均每?[人家个件席户次部起宗张条][^，。；：\d]{0,8}|(?<![每各])[人户席家件]均(?!不足|不到|低于|高于|超过)[^，。；：\d]{0,6})$/,
  },
];

export function meanDoubts(reading: Reading): Doubt[] {
  const spots = spotsOf(reading);
  const own = spots.filter(({ mention }) => (!mention.isHedged || isPrecise(mention)) && mention.kind !== "change");
  const daysHere = daysOfTitle(reading.passages) ?? daysOfPeriod(reading.passages);
  // the first number of each sentence
  const openers = new Set([...grouped(own, ({ sentence }) => sentence).values()].map(([first]) => first!));
  const top = own.find(({ mention }) => mention.kind === "count");
  return own.flatMap((mean) => {
    const last = own.find(({ order }) => order === mean.order - 1);
    // “九月份为9005件，日均300.2件”: of the count right before it, and of a month
    if (
      last &&
      last.sentence === mean.sentence &&
      isSameUnit(last.mention.unit, mean.mention.unit) &&
      isOfItsMonth(mean.mention, last.mention)
    )
      return [];
    // “本月受理31248件（日均1008件），上月受理33060件（日均1102件）”: of what its bracket stands behind
    const isInOwn = last && mean.mention.depth > last.mention.depth && /^（[^（）\d]*$/.test(wordsBetween(last, mean));
    if (isInOwn && last.mention.period !== mean.mention.period) return [];
    const kind = kinds.find(({ said }) => said.test(mean.mention.before));
    if (!kind || mean.mention.unit === "%" || mean.mention.number.approximate === 0) return [];
    // “人均受理90件（含专家坐席）”
    if (/^（[^（）]*[不含]/.test(mean.mention.passage.text.slice(mean.mention.end))) return [];
    if (kind.of === "months" && isOfAllTogether(mean.mention, countsBefore(mean, own))) return [];
    // “低于全季日均30.8件”, “1月日均136.1件”: of other days
    if (
      /前[一二三五十\d]{1,2}[日天周][^，。；]*$|期间，[^，。；\d]{0,6}$|(?:低于|高于|超过|比|较|工作日|周末|双休|节假日|[上中下]旬|[上下]半月|假期|节[前后]|期间|汛期|[平高]峰|以来|除|[近最]近?[一二三七\d]+[周日天个]|\d日(?:至|—|-)(?:\d+月)?\d+日)[^，。；]*$/.test(
        sentenceBefore(mean.mention),
      )
    )
      return [];
    const near = own.filter(({ order, sentence }) => order < mean.order && mean.sentence - sentence <= MOST_SENTENCES);
    const quarter = /[一二三四]季度|[上下]半年/.exec(mean.mention.before)?.[0] ?? "";
    const isAlike = (spot: Spot) =>
      spot.order < mean.order &&
      (spot.sentence !== mean.sentence ||
        spot.mention.before.includes(quarter) ||
        sentenceOf(mean.mention).startsWith(quarter)) &&
      isSameUnit(spot.mention.unit, mean.mention.unit) &&
      !/均/.test(spot.mention.before) &&
      spot.mention.period === mean.mention.period;
    const isTotal = (spot: Spot) =>
      isAlike(spot) &&
      !isOfMonthAlone(mean, spot) &&
      !isOfOtherAct(mean.mention, spot.mention) &&
      spot.mention.number.approximate > mean.mention.number.approximate;
    const behind = own.find(({ order }) => order === mean.order + 1);
    const isAside = behind !== undefined && isInBracket(mean, behind);
    const far = own.filter(
      (spot) =>
        spot.order < mean.order &&
        mean.sentence - spot.sentence > MOST_SENTENCES &&
        mean.sentence - spot.sentence <= MOST_AHEAD &&
        spot.mention.kind === "count" &&
        openers.has(spot) &&
        isTotal(spot),
    );
    const before = [
      ...new Set([
        ...far.slice(-MOST_FAR),
        ...near.filter(isTotal).slice(-MOST_TOTALS),
        ...(top && isTotal(top) ? [top] : []),
      ]),
    ];
    const totals = isAside ? [...before, behind] : before;
    const divisors = divisorsOf(kind.of, mean, near, daysHere);
    const ways = totals.flatMap((total) => {
      // “一周来电3745个。”, “日均553个。”: the one says of how many days the other is
      const own =
        total.sentence === mean.sentence || divisors.length > 0 ? [] : divisorsIn(kind.of, sentenceOf(total.mention));
      return [...divisors, ...own].map((divisor) => ({ total, divisor }));
    });
    const isMade = ({ total, divisor }: Way) => isNearly(mean, over(total.mention.number.range, divisor.size));
    const all = [...new Set(ways.map(({ divisor }) => divisor))];
    // “2月10日至17日，接到16008件，日均2001件”
    const written = kind.of === "days" ? spansIn(sentenceOf(mean.mention)) : [];
    const isOfSpan = totals.some((total) =>
      written.some((days) => isNearly(mean, over(total.mention.number.range, whole(days)))),
    );
    if (isOfSpan || ways.some(isMade) || isOfRun(mean, near.filter(isAlike), all) || isOfOther(mean, own, kind.of))
      return [];
    const isWorking = (total: Spot) =>
      kind.of === "days" &&
      Array.from({ length: 14 }, (_, at) => whole(at + 14)).some((days) =>
        isNearly(mean, over(total.mention.number.range, days)),
      );
    return ways.flatMap((way) => doubtsOf(mean, way, { totals, isWorking: isWorking(way.total), top }));
  });
}

const MOST_TOGETHER = 4;

/** “投诉3396件、举报701件，日均512件”: of a few counts one after the other */
const isOfRun = (mean: Spot, counts: Spot[], divisors: Divisor[]): boolean =>
  counts.some((_, from) =>
    Array.from({ length: MOST_TOGETHER - 1 }, (__, at) => counts.slice(from, from + at + 2)).some((run) => {
      const range = sum(run.map(({ mention }) => mention.number.range));
      return run.length > 1 && divisors.some(({ size }) => isNearly(mean, over(range, size)));
    }),
  );

/** a monthly mean is of any total of the report over a quarter, a half, three quarters or a year */
const isOfOther = (mean: Spot, spots: Spot[], of: Divisor["of"]): boolean =>
  of === "months" &&
  spots.some(
    ({ mention: { number, unit } }) =>
      isSameUnit(unit, mean.mention.unit) &&
      number.approximate > mean.mention.number.approximate &&
      [3, 6, 9, 12].some((months) => isNearly(mean, over(number.range, whole(months)))),
  );

const countsBefore = (mean: Spot, spots: Spot[]): Mention[] =>
  spots
    .filter(
      ({ order, sentence, mention }) => order < mean.order && sentence === mean.sentence && mention.kind === "count",
    )
    .map(({ mention }) => mention);

/** “全年受理366000件，12月份日均1102件”: a month of its own, which the total isn't of */
const isOfMonthAlone = ({ mention: mean }: Spot, { mention: total }: Spot): boolean => {
  const month = /(?<![至到—-])(\d{1,2})月份?[^，。；\d]*$/.exec(mean.before)?.[1];
  return month !== undefined && /全年|年度|季度|半年|累计/.test(total.before) && !total.before.includes(`${month}月`);
};

/** “约4261次”: its last digits are no guess */
const isPrecise = ({ number }: Mention): boolean => digitsOf(number.text).replace(/^0|\.|0+$/g, "").length > 2;

/** “每月43146人次（全年521392人次）” */
const isInBracket = ({ mention: mean }: Spot, { mention: one }: Spot): boolean =>
  one.passage === mean.passage &&
  one.depth > mean.depth &&
  isSameUnit(one.unit, mean.unit) &&
  one.number.approximate > mean.number.approximate &&
  /^（(?:总数|全[年月周季期]|合计|共)[^，。；（）\d]{0,4}$/.test(mean.passage.text.slice(mean.end, one.at));

/** “人工接听的118131个”, “坐席人均接听4354个” */
const isCalledAlike = ({ mention: mean }: Spot, { mention: total }: Spot): boolean => {
  const noun = /(?:均|平均每?[\u4e00-\u9fff]?)([\u4e00-\u9fff]{2})[^，。；\d]{0,4}$/.exec(mean.before)?.[1];
  return noun !== undefined && (total.label.includes(noun) || wordsOf(total).includes(noun));
};

const wordsOf = ({ passage, sentence, at, end }: Mention): string =>
  passage.text.slice(Math.max(sentence.from, at - 12), Math.min(sentence.to, end + 6));

interface Way {
  total: Spot;
  divisor: Divisor;
}

/** a mean may be cut off instead of rounded */
const isNearly = ({ mention }: Spot, right: Range): boolean => {
  const { number } = mention;
  const step = mention.isHedged ? number.approximate / 100 : number.step ? toNumber(number.step) : 1;
  return (
    (!mention.isHedged && meets(right, number.range)) ||
    // “28.6万” may be a little more, and its mean was rounded as well
    (number.step === null &&
      toNumber(right.high) + 0.5 > number.approximate &&
      toNumber(right.low) - 0.5 < number.approximate) ||
    Math.abs(toNumber(middle(right)) - number.approximate) <= step
  );
};

function doubtsOf(
  mean: Spot,
  { total, divisor }: Way,
  { totals, isWorking, top }: { totals: Spot[]; isWorking: boolean; top: Spot | undefined },
): Doubt[] {
  const said = mean.mention.number;
  const range = over(total.mention.number.range, divisor.size);
  const right: Fraction = middle(range);
  const shown = asPrinted(right, said);
  const slip = slipBetween(shown, said.text);
  const off = Math.abs(toNumber(right) - said.approximate) / said.approximate;
  if (slip !== "swapped" && off * MOST_OFF > 1) return [];
  const between = wordsBetween(total, mean);
  const by = (count: number) =>
    divisor.spot === null &&
    isNearly(mean, over(total.mention.number.range, whole(toNumber(middle(divisor.size)) + count)));
  const clues = {
    swapped: +(slip === "swapped"),
    digit: +(slip === "digit"),
    within1: +(off <= 0.01),
    within3: +(off > 0.01 && off <= 0.03),
    beyond8: +(off > 0.08),
    days: +(divisor.of === "days"),
    months: +(divisor.of === "months"),
    others: +(divisor.of === "others"),
    said: +(divisor.from === "said"),
    ofReport: +(divisor.from === "report"),
    dayOff: +(by(1) || by(-1)),
    working: +(isWorking && !by(1) && !by(-1)),
    far: +(mean.sentence - total.sentence > MOST_SENTENCES),
    alike: +isCalledAlike(mean, total),
    farAlike: +(mean.sentence - total.sentence > MOST_SENTENCES && isCalledAlike(mean, total)),
    rightBefore: +(total === totals.at(-1)),
    onlyTotal: +(totals.length === 1),
    isTop: +(total === top),
    inSentence: +(total.sentence === mean.sentence),
    inParagraph: +(total.passage === mean.passage),
    plain: +/^[，、（；]?[^，。；（）\d]{0,10}$/.test(between),
    clauses: Math.min(4, between.split(/[，；。]/).length - 1),
    digits: Math.min(5, digitCount(said.text)),
    inBracket: +(mean.mention.depth > total.mention.depth),
    totalInBracket: +(total.mention.depth > mean.mention.depth),
    hedged: +mean.mention.isHedged,
    inOrder: +/分别|依次/.test(sentenceOf(mean.mention)),
    otherDays: +/工作日|周末|双休|假期|除|月均|峰/.test(wordsBefore(mean, 24)),
    ofMonths: +/\d月[^，。；]*$/.test(mean.mention.before),
  };
  const shownBy = divisor.of === "days" ? "天" : divisor.of === "months" ? "个月" : "";
  return [
    {
      about: mean.mention,
      clues,
      values: [said.text, total.mention.number.text],
      right: [shown],
      told: (confidence) =>
        finding("average", {
          confidence,
          places: distinctPlaces(
            [mean, total, ...(divisor.spot ? [divisor.spot] : [])].map(({ mention }) => placeOf(mention)),
          ),
          values: [said.text, total.mention.number.text],
          arithmetic: `${total.mention.number.text} ÷ ${divisor.text} = ${shown} ≠ ${said.text}`,
          message: `“${nameOf(total.mention)}”${total.mention.number.text}，除以${divisor.text}${shownBy}平均应为${shown}，印作${said.text}。`,
        }),
    },
  ];
}
