/**
 * 一句之内的一个笔误: a sentence of two values and a number made of them, which would agree, were one digit of any of the three
 * printed otherwise or two neighbours swapped. What words join them doesn't matter; so it is silent where other numbers of the
 * neighbourhood may be meant.
 */
import type { Finding, FindingKind } from "../../../domain/finding.ts";
import { decimalsOf } from "../../number.ts";
import { isOfGroupMoved } from "../../read/group.ts";
import type { Mention } from "../../read/mention.ts";
import { MOST_NEAR, nearOf } from "../../read/near.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceOf } from "../../read/sentence.ts";
import { totalSizesIn } from "../../read/tableNumbers.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

/** a longer sentence tells of several things */
const MOST_NUMBERS = 8;

interface Relation {
  kind: FindingKind;
  /** whether the number may be made of two others so */
  isMade: (made: Mention) => boolean;
  isValue: (value: Mention) => boolean;
  /** the units of the two, where they must agree */
  isOfUnits: (x: Mention, y: Mention) => boolean;
  /** whether the number compares the periods that the two are of */
  isOfPeriods?: (made: Mention, x: Mention, y: Mention) => boolean;
  /** the number made of x and y; either of the two values may be x */
  of: (x: number, y: number) => number;
  /** fewer of its own may be another number's by chance */
  digits: number;
  sign: string;
  /** words of the sentence that make something else of it */
  unless: RegExp;
  /** one wrong digit makes them agree by chance too often */
  isSwapOnly?: true;
}

const isAmount = ({ unit }: Mention): boolean => unit !== "%" && unit !== "百分点";
const isCount = ({ kind, number, isHedged }: Mention): boolean =>
  kind === "count" && !isHedged && number.step === null && number.approximate > 0;
const isRate = ({ kind, unit, isHedged }: Mention): boolean =>
  unit === "%" && !isHedged && (kind === "rate" || kind === "share" || kind === "other");
const isOfOneUnit = (x: Mention, y: Mention): boolean => isSameUnit(x.unit, y.unit);
const isChange = ({ kind }: Mention): boolean => kind === "change";
/** 同比 and the month before, 环比 and the year before */
const isOfAnother = (made: Mention, { period }: Mention): boolean =>
  (/同比/.test(made.before) && period === "last") || (/环比/.test(made.before) && period === "lastYear");

const isMean = ({ before }: Mention): boolean => /(?:[日月人户周次件]|平)均[^，。；、]{0,8}$/.test(before);

const relations: Relation[] = [
  {
    kind: "partsAndWhole",
    isMade: isCount,
    isValue: (value) => isCount(value) && value.number.approximate > 99,
    isOfUnits: isOfOneUnit,
    of: (x, y) => x + y,
    digits: 3,
    sign: "+",
    unless: /均|[同环相]比/,
    isSwapOnly: true,
  },
  {
    kind: "change",
    isMade: (made) => isChange(made) && made.unit === "%",
    isValue: isCount,
    isOfUnits: isOfOneUnit,
    isOfPeriods: (made, x, y) => !isOfAnother(made, x) && !isOfAnother(made, y) && !isOfGroupMoved(made, [x, y]),
    of: (x, y) => (100 * Math.abs(x - y)) / y,
    digits: 4,
    sign: "增减",
    unless: /均/,
  },
  {
    kind: "change",
    isMade: (made) => isChange(made) && isAmount(made),
    isValue: isCount,
    isOfUnits: isOfOneUnit,
    of: (x, y) => Math.abs(x - y),
    digits: 3,
    sign: "−",
    unless: /均/,
  },
  {
    kind: "change",
    isMade: (made) => made.unit === "百分点" || made.unit === "个百分点",
    isValue: isRate,
    isOfUnits: () => true,
    of: (x, y) => Math.abs(x - y),
    digits: 3,
    sign: "−",
    unless: /均|；/,
  },
  {
    kind: "shareOfBase",
    // what is done in time is of what was due
    isMade: (made) =>
      made.unit === "%" &&
      made.period === "now" &&
      (made.kind === "share" || (made.kind === "rate" && !/按[时期]|及时|如期/.test(made.before))),
    isValue: isCount,
    isOfUnits: (x, y) => isOfOneUnit(x, y) && x.period === y.period,
    of: (x, y) => (100 * x) / y,
    digits: 4,
    sign: "÷",
    unless: /；|均|[同环相]比|[比与较](?:\d|[上去前])/,
  },
  {
    kind: "average",
    // “比全月日均77.0件略多” is another's
    isMade: (made) =>
      isMean(made) && isAmount(made) && !/[比较][^，。；]*$|全[月年季周]|上[月周季年]|去年/.test(made.before),
    isValue: (value) => isAmount(value) && value.number.approximate > 1 && !isMean(value) && !isChange(value),
    isOfUnits: (x, y) => !isSameUnit(x.unit, y.unit),
    of: (x, y) => x / y,
    digits: 3,
    sign: "÷",
    unless: /^$/,
  },
  {
    kind: "change",
    isMade: (made) => made.unit === "倍" && !isChange(made),
    isValue: isCount,
    isOfUnits: isOfOneUnit,
    of: (x, y) => x / y,
    digits: 3,
    sign: "÷",
    unless: /均/,
  },
];

export const oneSlip = (reading: Reading): Finding[] => {
  const near = nearOf(reading);
  const totals = totalSizesIn(reading.tables);
  return reading.sentences.flatMap((mentions) => {
    const { passage } = mentions[0]!;
    const text = sentenceOf(mentions[0]!);
    if (mentions.length > MOST_NUMBERS || /分别|依次|各[增减]|全天|单[日月]|目标|口径/.test(text)) return [];
    return relations.flatMap((relation) => {
      const triples = relation.unless.test(text) ? [] : triplesOf(relation, mentions);
      if (triples.length === 0) return [];
      const values = near(passage).filter(relation.isValue);
      const others = [...values.map(({ number }) => number.approximate), ...totals].filter((value) => value > 0);
      if (others.length > MOST_NEAR) return [];
      return triples.flatMap(([made, a, b]) => against(relation, made, a, b, others)).slice(0, 1);
    });
  });
};

/** each number that may be made of two others, with the only two that it may be made of */
const triplesOf = (relation: Relation, mentions: Mention[]): [Mention, Mention, Mention][] =>
  mentions.flatMap((made): [Mention, Mention, Mention][] => {
    if (!relation.isMade(made) || made.isHedged) return [];
    // “撤诉率为62.50%，环比下降17.50%” is of the rate
    const last = mentions[mentions.indexOf(made) - 1];
    if (
      isChange(made) &&
      last?.unit === "%" &&
      last.kind === "rate" &&
      /^，(?:同比|环比|[较比][上去])/.test(made.before)
    )
      return [];
    if (isMadeOfAll(made, mentions) || isOfNone(made, mentions)) return [];
    const [a, b, ...more] = mentions.filter((one) => one !== made && relation.isValue(one));
    // “1927件，增长2.55%；已回复1907件”: of what stands before the semicolon
    const isApart = (value: Mention) =>
      isChange(made) && value.at > made.end && made.passage.text.slice(made.end, value.at).includes("；");
    return a &&
      b &&
      more.length === 0 &&
      !isApart(a) &&
      !isApart(b) &&
      relation.isOfUnits(a, b) &&
      (relation.isOfPeriods?.(made, a, b) ?? true)
      ? [[made, a, b]]
      : [];
  });

/** “受理2290件，其中在线办结1892件、派发308件、待处理90件”: with what is too small to tell of, too */
function isMadeOfAll(made: Mention, mentions: Mention[]): boolean {
  const others = mentions.filter((one) => one !== made && isCount(one) && isSameUnit(one.unit, made.unit));
  return isCount(made) && others.reduce((all, { number }) => all + number.approximate, 0) === made.number.approximate;
}

/** “转办75914件，已办结74084件，办结率98%，回访率98.9%”: a rate of what none of the counts is called by, beside one that is */
const isOfNone = (made: Mention, mentions: Mention[]): boolean => {
  const nameOfRate = (one: Mention) => /([\u4e00-\u9fff]{2})率$/.exec(one.label)?.[1];
  const isCounted = (name: string | undefined) =>
    name !== undefined && mentions.some((one) => isCount(one) && one.label.includes(name));
  const own = nameOfRate(made);
  return own !== undefined && !isCounted(own) && mentions.some((one) => one !== made && isCounted(nameOfRate(one)));
};

/** one of its last digit, where it was rounded or divided; nothing otherwise */
const tolerance = (made: Mention, { sign }: Relation): number =>
  made.number.step || sign === "÷" ? 1.01 * 10 ** -decimalsOf(made.number.text) : 1e-9;

function against(relation: Relation, made: Mention, a: Mention, b: Mention, others: number[]): Finding[] {
  const said = made.number.approximate;
  const isGiven = (x: number, y: number): boolean =>
    relations.some((other) => other.isMade(made) && Math.abs(other.of(x, y) - said) < tolerance(made, other)) ||
    (made.unit === "%" && Math.abs(100 - (100 * x) / y - said) < tolerance(made, relation));
  if (others.some((x) => others.some((y) => isGiven(x, y)))) return [];
  for (const [x, y] of [
    [a, b],
    [b, a],
  ] as const) {
    const right = rightOf(relation, made, x, y);
    if (right !== null) return [contradiction(relation, made, x, y, right)];
  }
  return [];
}

/** what it should be, where one slip of any of the three would make them agree; null otherwise */
function rightOf(relation: Relation, made: Mention, x: Mention, y: Mention): string | null {
  const [said, p, q] = [made.number.approximate, x.number.approximate, y.number.approximate];
  const step = 10 ** -decimalsOf(made.number.text);
  const isSaid = (value: number): boolean => Math.abs(value - said) < step * 0.5000001;
  const value = relation.of(p, q);
  const right = value.toFixed(decimalsOf(made.number.text));
  const isMeant =
    (isPossible(made, value) && digitsOf(made) >= relation.digits && slipsOf(plain(made), relation).includes(right)) ||
    (digitsOf(made) > 2 &&
      ((digitsOf(x) > 3 && slipsOf(plain(x), relation).some((other) => isSaid(relation.of(Number(other), q)))) ||
        (digitsOf(y) > 3 && slipsOf(plain(y), relation).some((other) => isSaid(relation.of(p, Number(other)))))));
  return isMeant ? `${right}${made.unit}` : null;
}

const isPossible = (made: Mention, value: number): boolean =>
  value > 0 && (made.unit !== "%" || isChange(made) || value <= 100);

const plain = ({ number }: Mention): string => number.text.replace(/[^\d.]/g, "");
const digitsOf = (one: Mention): number => plain(one).replace(".", "").length;

/** every number that one wrong digit, or two neighbours swapped, would have made this */
const slipsOf = (text: string, { isSwapOnly }: Relation): string[] =>
  slippedOf(text, isSwapOnly ?? false).filter((other) => !/^0\d/.test(other)); // no number begins with a nought

const slippedOf = (text: string, isSwapOnly: boolean): string[] =>
  [...text].flatMap((digit, at) => {
    if (digit === ".") return [];
    const others = isSwapOnly ? [] : [..."0123456789"].filter((other) => other !== digit);
    const next = text[at + 1];
    const swapped =
      next && next !== "." && next !== digit ? [text.slice(0, at) + next + digit + text.slice(at + 2)] : [];
    return [...others.map((other) => text.slice(0, at) + other + text.slice(at + 1)), ...swapped];
  });

function contradiction({ kind, sign }: Relation, made: Mention, x: Mention, y: Mention, right: string): Finding {
  const said = made.number.text;
  return finding(kind, {
    confidence: 0.6,
    places: distinctPlaces([placeOf(made), placeOf(x), placeOf(y)]),
    values: [said, x.number.text, y.number.text],
    arithmetic: `${x.number.text} ${sign} ${y.number.text} = ${right} ≠ ${said}`,
    message: `“${nameOf(made)}”印作${said}，按句中的${x.number.text}、${y.number.text}算应为${right}。`,
  });
}
