/** 疑似一数两值: two numbers that differ as slips of the pen do, and words around both that say the same. */
import { grouped } from "../../../domain/grouped.ts";
import { digitCount, digitsOf, isSameValue, type Printed, slipBetween } from "../../number.ts";
import { isCorrected } from "../../read/corrected.ts";
import type { Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import { isOfOtherSubject } from "../../read/subject.ts";
import { twosOf } from "../../read/twos.ts";
import { isAim, isAlike, isOfCase, isOfOnePeriod } from "../twice/alike.ts";
import { told } from "../twice/twoValues.ts";
import { cellsOf, inTables } from "./cellPairs.ts";
import { type Doubt, weighed } from "./doubt.ts";
import { pairs as points } from "./points.ts";
import { powerOf, type Spot, spotsOf, wordsBefore } from "./scene.ts";
import { type Context, han, isClose, isOfOtherRate, type Said, shapeOf, sharedOf, valueClues } from "./slips.ts";

export const weighedPairs = (reading: Reading) => weighed(pairDoubts(reading), points);

/** how many signs before a number may say what it is */
const WORDS = 40;
/** among more numbers of one shape some are another's slip by chance */
const MOST_ALIKE = 600;
/** signs of two numbers' words that must be the same */
const LEAST_SHARED = 2;

export function pairDoubts(reading: Reading): Doubt[] {
  const spots = spotsOf(reading).filter(
    ({ mention: { number, kind, isHedged } }) =>
      !isHedged && kind !== "change" && number.approximate > 0 && digitCount(number.text) > 1,
  );
  const said = spots.map((spot) => ({ spot, words: wordsOf(spot), clause: clauseOf(spot) }));
  const rare = rarity(said.map(({ words }) => words));
  const cells = reading.tables.flatMap(cellsOf);
  const printed = counted([...spots.map(({ mention }) => mention.number), ...cells.map(({ number }) => number)]);
  const context = { rare, printed, last: reading.passages.length, subjects: reading.subjects };
  return [...inText(said, context), ...inTables(said, cells, context)];
}

const wordsOf = (spot: Spot): string => han(wordsBefore(spot, WORDS)).slice(-20);
const clauseOf = (spot: Spot): string =>
  han(
    wordsBefore(spot, WORDS)
      .split(/[，；。：（）、]/)
      .at(-1)!,
  );
const twos = (words: string): Set<string> => new Set(twosOf(words));

function rarity(all: string[]): Context["rare"] {
  const counts = new Map<string, number>();
  for (const words of all) for (const two of twos(words)) counts.set(two, (counts.get(two) ?? 0) + 1);
  return (two) => counts.get(two) ?? 0;
}

function counted(numbers: Printed[]): Context["printed"] {
  const counts = new Map<number, number>();
  for (const { approximate } of numbers) counts.set(approximate, (counts.get(approximate) ?? 0) + 1);
  return ({ approximate }) => counts.get(approximate) ?? 0;
}

function inText(said: Said[], context: Context): Doubt[] {
  const groups = grouped(said, ({ spot: { mention } }) =>
    [shapeOf(mention.number), mention.unit, mention.period, powerOf(mention.number)].join("|"),
  );
  return [...groups.values()].flatMap((group) =>
    group.length > MOST_ALIKE
      ? []
      : group.flatMap((a, at) => group.slice(at + 1).flatMap((b) => twoDoubts(a, b, context))),
  );
}

function twoDoubts(a: Said, b: Said, context: Context): Doubt[] {
  const [x, y] = [a.spot.mention, b.spot.mention];
  if (a.spot.sentence === b.spot.sentence || isSameValue(x.number, y.number)) return [];
  if (!isClose(x.number, y.number)) return [];
  if (isOfTwo(x, y) || isOfOtherName(x, y) || isOfOtherArea(a, b) || (isOfCase(x) && isOfCase(y))) return [];
  if (isOfOtherSubject(context.subjects, x.passage, y.passage)) return [];
  const common = sharedOf(a.words, b.words);
  if (common.length < LEAST_SHARED) return [];
  // rates of different things have one name and are of one size
  if (
    x.unit === "%" &&
    !(slipBetween(x.number.text, y.number.text) === "swapped" && isAlike(x, y) && x.label !== "占") &&
    !isSaidAgain(a, b)
  )
    return [];
  if (!isOfOnePeriod(x, y) || [x, y].some(isCorrected) || [x, y].some(isAim) || isParallel(a.spot, b.spot)) return [];
  return [
    {
      about: y,
      clues: { ...valueClues(x.number, y.number, x.unit, context), ...textClues(a, b, common, context) },
      values: [y.number.text, x.number.text],
      right: [],
      told: (confidence) => told(x, y, confidence),
    },
  ];
}

/** “其中热线116个”, “其中热线119个”, “占9.8%”, “占8.9%”: parts of two wholes; and a number of one digit may be anything */
const isOfTwo = (x: Mention, y: Mention): boolean =>
  (/^，?其中[^，。；]{0,8}$/.test(x.before) && /^，?其中[^，。；]{0,8}$/.test(y.before)) ||
  (x.kind === "share" && y.kind === "share" && /^约?占/.test(x.label) && /^约?占/.test(y.label)) ||
  [x, y].some(({ number }) => digitsOf(number.text).replace(/^[0.]+/, "").length < 2);

/** “不予受理213宗”, “正在办理231宗”: names of which no two signs are the same */
const isOfOtherName = ({ label: a }: Mention, { label: b }: Mention): boolean =>
  isOfOtherRate(a, b) ||
  (a.length > 2 && b.length > 2 && a.length < 8 && b.length < 8 && [...twos(a)].every((two) => !b.includes(two)));

/** “岭东区平均用时13.05分钟” is none of all areas */
const isOfOtherArea = (a: Said, b: Said): boolean =>
  /分钟|小时|秒|天/.test(a.spot.mention.unit) && areasOf(a) !== areasOf(b);
const areasOf = ({ clause }: Said): string =>
  (clause.match(/[\u4e00-\u9fff]{2,3}(?:[县区镇乡旗]|街道)/g) ?? []).join("|");

/** “城西营业所：13407件，……”、“城东营业所：11820件，……”: lines that say the same of different things */
const isParallel = ({ mention: a }: Spot, { mention: b }: Spot): boolean => {
  const [x, y] = [a.passage.text, b.passage.text].map((text) => text.slice(0, text.search(/\d/)));
  if (withoutNames(a.passage) === withoutNames(b.passage) && differing(a.passage.text, b.passage.text) > 1) return true;
  return (
    x !== y &&
    x!.length < 16 &&
    a.at > x!.length &&
    b.at > y!.length &&
    withoutNames(a.passage) === withoutNames(b.passage)
  );
};

/** how many of the numbers of two texts differ */
const differing = (a: string, b: string): number => {
  const [x, y] = [a, b].map((text) => text.match(/[\d.,]+/g) ?? []);
  return x!.filter((number, at) => number !== y![at]).length;
};

const withoutNames = ({ text }: Mention["passage"]): string =>
  text
    .slice(text.search(/\d/))
    .replace(/（[^（）]*）/g, "")
    .replace(/[\d.,]+/g, "0");

/** a rate of the same name in an overview or in the closing words */
const isSaidAgain = (a: Said, b: Said): boolean =>
  isAlike(a.spot.mention, b.spot.mention) &&
  a.spot.mention.label !== "占" &&
  a.clause === b.clause &&
  [a, b].some(({ spot }) => summingUp.test(spot.mention.passage.text.slice(0, 20)));

const summingUp = /小结|总的看|总体看|总体来看|综上|回顾|结语|概况|导读|摘要|要点|速览|下一步|要求|打算|建议(?![：类])/;

function textClues(a: Said, b: Said, common: string, { rare, last }: Context) {
  const [x, y] = [a.spot.mention, b.spot.mention];
  const [p, q] = [twos(a.words), twos(b.words)];
  const both = [...p].filter((two) => q.has(two));
  const rest = (own: Set<string>, other: Set<string>) => [...own].filter((two) => !other.has(two)).length;
  const slip = slipBetween(x.number.text, y.number.text);
  let end = 0;
  while (end < a.clause.length && end < b.clause.length && a.clause.at(-1 - end) === b.clause.at(-1 - end)) end += 1;
  const isNamed = (one: Mention) => summingUp.test(one.passage.text.slice(0, 20));
  return {
    shared3: +(common.length === 3),
    shared4: +(common.length === 4),
    shared5: +(common.length >= 5),
    percentSwapped: +(x.unit === "%" && slip === "swapped"),
    percentNamed: +(x.unit === "%" && x.label === y.label && x.label.length > 2),
    percentRare: x.unit === "%" ? Math.min(4, both.filter((two) => rare(two) <= 3).length) : 0,
    swappedLong: +(slip === "swapped" && digitCount(x.number.text) > 3),
    noOtherWords: +(rest(p, q) + rest(q, p) === 0),
    rareWords: Math.min(4, both.filter((two) => rare(two) <= 3).length),
    usedWords: Math.min(4, both.filter((two) => rare(two) > 3 && rare(two) <= 6).length),
    otherWords: Math.min(6, rest(p, q) + rest(q, p)) / 2,
    sameLabel: +(x.label === y.label && x.label.length > 1),
    sameEnd: Math.min(5, end),
    sameClause: +(a.clause === b.clause && a.clause.length > 1),
    otherClause: +(a.clause !== "" && b.clause !== "" && sharedOf(a.clause, b.clause) === ""),
    noClause: +(a.clause === "" || b.clause === ""),
    alike: +isAlike(x, y),
    sameParagraph: +(a.spot.passage === b.spot.passage),
    nearby: +(Math.abs(a.spot.passage - b.spot.passage) < 3),
    first: +(a.spot.passage < 4),
    atEnd: +(b.spot.passage * 4 > last * 3),
    summingUp: +(isNamed(x) || isNamed(y)),
    heading: +(x.passage.isHeading || y.passage.isHeading || a.spot.passage === 0),
    sameKind: +(x.kind === y.kind),
    count: +(x.kind === "count"),
    otherDepth: +(x.depth !== y.depth),
    otherKind: +(x.kind === "other"),
  };
}
