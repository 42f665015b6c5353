/** 占比的底数: what the shares of a list are of: the count that most of them agree with, or that their words name. */
import type { Finding } from "../../../domain/finding.ts";
import {
  type Agreement,
  agreement,
  hundred,
  isSameValue,
  openRange,
  over,
  type Printed,
  percentOf,
  plus,
  type Range,
  times,
  toNumber,
} from "../../number.ts";
import { bareName } from "../../read/bare.ts";
import type { Mention } from "../../read/mention.ts";
import { areOrders, isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import type { List, Pair } from "../../read/shareLists.ts";
import { nameOf, placeOf, rowPlace } from "../../write.ts";

export const fits = ({ count, share }: Pair, base: { number: Printed }): Agreement =>
  agreement(share.number, percentOf(count.number.range, openRange(base.number)));

export const agrees = (found: Agreement): boolean => found === "rounded" || found === "cut";

const listed = /^(?:（[^（）]*）)?(?:[、，]|和|及)(?:\d{1,2}月(?:\d{1,2}日)?)?[^，。；：、\d]{0,14}$/;

/**
 * 几项一起的占比: “甲96件、乙47件、丙31件，占服务类的59.4%” is of all of them, “来访29件（批）、46人次，占10.2%” of the first:
 * the counts before it that a list sets beside it, together with it or alone.
 */
export function isOfRun({ count, share }: Pair, base: { number: Printed }, mentions: Mention[]): boolean {
  let run: Range | null = null;
  let next: Mention | null = null;
  for (const one of mentions.filter(({ end }) => end <= count.end).toReversed()) {
    if (one.kind === "share" || one.kind === "rate" || one.kind === "change") continue;
    const isListed = next === null || listed.test(one.passage.text.slice(one.end, next.at));
    if (one.kind !== "count" || !isListed) break;
    next = one;
    const isBeside = one !== count && agrees(agreement(share.number, percentOf(one.number.range, base.number.range)));
    run = run && isSameUnit(one.unit, count.unit) ? plus(run, one.number.range) : one.number.range;
    if (one !== count && (isBeside || agrees(agreement(share.number, percentOf(run, base.number.range))))) return true;
  }
  return false;
}

/** 倒算的底数: between which two numbers the one base of all of them lies; null where no number can be it */
export function impliedBase(pairs: Pair[]): { low: number; high: number } | null {
  if (pairs.some(({ share }) => share.number.range.low.n <= 0n)) return null;
  const bases = pairs.map(({ count, share }) => over(times(count.number.range, hundred), share.number.range));
  const low = Math.max(...bases.map((base) => toNumber(base.low)));
  const high = Math.min(...bases.map((base) => toNumber(base.high)));
  return low <= high ? { low, high } : null;
}

/** what shares may be of: a count of the text, or the closing row of a table */
export interface Candidate {
  number: Printed;
  name: string;
  place: Finding["places"][number];
  mention: Mention | null;
}

export interface Base extends Candidate {
  confidence: number;
}

export const candidateOf = (mention: Mention): Candidate => ({
  number: mention.number,
  name: nameOf(mention),
  place: placeOf(mention),
  mention,
});

export function candidatesOf({ mentions, tables }: Reading, pairs: Pair[]): Candidate[] {
  // “8个，占……” alone may be of anything
  const areAlike = pairs.length > 2 ? areOrders : isSameUnit;
  const counts = mentions
    // “近4.9万件” leaves room for any share
    .filter(({ kind, unit, isHedged }) => kind === "count" && !isHedged && areAlike(unit, pairs[0]!.count.unit))
    .map(candidateOf);
  // “6家单位合计占受理总量的69.7%”: the rows of a table count no units
  const closing =
    pairs[0]!.count.unit === "家"
      ? []
      : tables.flatMap(({ rows }) =>
          rows
            .filter(({ isTotal }) => isTotal)
            .flatMap((row) =>
              row.numbers.flatMap((number, column) =>
                number && /^\d+$/.test(row.cells[column]!)
                  ? [{ number, name: row.name, place: rowPlace(row), mention: null }]
                  : [],
              ),
            ),
        );
  const biggest = Math.max(...pairs.map(({ count }) => toNumber(count.number.value)));
  const all = [...counts, ...closing].filter(
    ({ number }) => toNumber(number.value) > 0 && toNumber(number.value) >= biggest,
  );
  return all.filter(({ number }) => !isCoarse(number, all));
}

/** “17万件” leaves room for any share, where 174015 is printed too, or where its last digit is a large part of it */
const isCoarse = (coarse: Printed, all: Candidate[]): boolean =>
  coarse.step !== null &&
  (toNumber(coarse.step) > MOST_COARSE * coarse.approximate ||
    all.some(({ number }) => number.step === null && isSameValue(coarse, number)));

const MOST_COARSE = 0.1;

/** what has a share itself, or is less than what has one, is no whole of the list */
const isPartOf = (whole: Mention | null, count: Mention): boolean =>
  whole !== null && (whole === count || whole.number.approximate < count.number.approximate);

/** “占投诉的55.5%”, “占提取类的42.0%”: of the one count that is called so */
const ofKind = /占(?:(?=投诉|举报|咨询|求助|建议)(..)|([^，。；\d]{2,6})类)(?:总?[量数])?的$/;
const plainOf = (label: string): string => label.replace(/^其中|[类件]$/g, "");

/** the base that the words of one share name; null where they name none, or several counts are called so */
export function baseOfKind(pair: Pair, reading: Reading): Base | null {
  const [, plain, named] = ofKind.exec(pair.share.before) ?? [];
  const kind = plain ?? named;
  if (!kind) return null;
  const called = candidatesOf(reading, [pair]).filter(
    ({ mention }) => mention?.period === "now" && mention !== pair.count && plainOf(mention.label) === kind,
  );
  const isOne = new Set(called.map(({ number }) => number.approximate)).size === 1;
  return called[0] && isOne ? { ...called[0], confidence: 0.75 } : null;
}

/** what the shares are of: the count that most of them agree with */
export function baseOf({ pairs, whole: said }: List, reading: Reading): Base | null {
  // “占全部投诉举报数量的”: of no count that isn't called so
  const word = /占(?:全部|所有)([^，。；\d]{2,10}?)[总]?[量数]{0,2}的?$/.exec(pairs[0]!.share.before)?.[1];
  if (word && !/^(?:诉求|受理|工单|来电|派单|信件|来信|转办|交办)$/.test(word) && pairs.length === 1) {
    const called = candidatesOf(reading, pairs).find(
      ({ name, mention }) => mention !== pairs[0]!.count && name.includes(word),
    );
    return called && fits(pairs[0]!, called) === "rounded" ? { ...called, confidence: 0.6 } : null;
  }
  const whole = pairs.some(({ count }) => isPartOf(said, count)) ? null : said;
  // what has a share of its own is no base
  const candidates = candidatesOf(reading, pairs).filter(
    ({ mention }) => pairs.length < 2 || !pairs.some(({ count }) => count === mention),
  );
  const counted = candidates.map((candidate) => ({
    candidate,
    agreeing: pairs.filter((pair) => agrees(fits(pair, candidate))).length,
    rounded: pairs.filter((pair) => fits(pair, candidate) === "rounded").length,
  }));
  const added = pairs.reduce((all, { count }) => all + count.number.approximate, 0);
  const isMeant = ({ mention, number }: Candidate): boolean => mention === whole || number.approximate === added;
  const best = counted.reduce<(typeof counted)[number] | null>(
    (top, next) =>
      !top ||
      next.agreeing > top.agreeing ||
      (next.agreeing === top.agreeing && next.rounded > top.rounded) ||
      (next.agreeing === top.agreeing && next.rounded === top.rounded && isMeant(next.candidate))
        ? next
        : top,
    null,
  );
  if (!best) return null;
  if (best.agreeing === pairs.length) return pairs.length > 1 || whole ? { ...best.candidate, confidence: 0.6 } : null;
  if (best.agreeing >= 2 && best.agreeing * 2 >= pairs.length) return { ...best.candidate, confidence: 0.85 };
  if (whole && pairs.some((pair) => agrees(fits(pair, whole)))) return { ...candidateOf(whole), confidence: 0.8 };
  if (isAll(pairs, best.candidate) && (best.rounded > 0 || isMadeOf(pairs, best.candidate)))
    return { ...best.candidate, confidence: 0.8 };
  if (isSaidOnce(pairs) && best.rounded === 1 && counted.filter(({ agreeing }) => agreeing > 0).length === 1)
    return { ...best.candidate, confidence: 0.65 };
  if (best.agreeing > 0 || pairs.length > 3) return null;
  if (whole) return { ...candidateOf(whole), confidence: 0.75 };
  const beside = besideIn(pairs, reading);
  if (beside) return { ...candidateOf(beside), confidence: 0.6 };
  return named(pairs, candidates, reading);
}

/** “回访1204件，满意1152件，占96.58%”: of the one count before it in its sentence */
function besideIn([pair, ...others]: Pair[], { sentences }: Reading): Mention | null {
  const own = sentences.find((mentions) => mentions.includes(pair!.count)) ?? [];
  const before = own.filter(({ kind, at }) => kind === "count" && at < pair!.count.at);
  const [base] = before;
  const isBeside =
    others.length === 0 &&
    before.length === 1 &&
    base!.period === "now" &&
    /^，占比?$/.test(pair!.share.before) &&
    /回访|评价|测评|抽查|抽检|应办|到期/.test(base!.label) &&
    isSameUnit(base!.unit, pair!.count.unit) &&
    base!.number.approximate > pair!.count.number.approximate;
  return isBeside ? base! : null;
}

/** “国内393件，占63.4%；出境222件，占36.6%”, of 615: the counts make the base, and their shares all of it */
const isMadeOf = (pairs: Pair[], { number }: Candidate): boolean =>
  pairs.reduce((all, { count }) => all + count.number.approximate, 0) === number.approximate &&
  Math.abs(pairs.reduce((all, { share }) => all + share.number.approximate, 0) - 100) < 0.011;

/** the counts make the base, or their shares all of it */
function isAll(pairs: Pair[], { number }: Candidate): boolean {
  const counted = pairs.reduce((all, { count }) => all + count.number.approximate, 0);
  const shared = pairs.reduce((all, { share }) => all + share.number.approximate, 0);
  return pairs.length > 1 && (counted === number.approximate || Math.abs(shared - 100) < 0.011);
}

/** two shares whose words name one base, and only one count of the text is it for one of them */
const isSaidOnce = (pairs: Pair[]): boolean => {
  const words = pairs.map(({ share }) => /占([^，。；\d]{4,14}?)的?$/.exec(share.before)?.[1]);
  return pairs.length === 2 && words[0] !== undefined && words[0] === words[1];
};

const baseWords =
  /(?:占|约?为|达)([^，。；]{0,8}?)(受理|派发|转办|诉求|工单|来电|派单|交办|回访)[^，。；]{0,8}(?:总量|总数|量|数)?的?$/;

/** “占全市59.1%”: of the report's own total */
export const ofAll = /占全[市县区省州盟旗]?(?:的|总量的?|受理(?:总)?量的?|诉求(?:总)?量的?)?$|占(?:受理|诉求)总量的?$/;

/** “占受理诉求总量的……”: the nearest count before that the words name */
export function named(pairs: Pair[], all: Candidate[], { tables }: Reading): Base | null {
  const [{ share, count }] = pairs as [Pair];
  // “投诉举报47.20万件” is no part of the 投诉 alone
  const isWider = (name: string) => /投诉举报/.test(count.label) && !/举报|诉求|受理$/.test(name);
  const candidates = all.filter(({ number, name }) => number.approximate > count.number.approximate && !isWider(name));
  if (pairs.length === 1 && ofAll.test(share.before)) {
    const own = candidates.filter(({ mention, name }) =>
      mention ? bareName(mention) === "受理" : /^(?:合计|总计|全)/.test(name),
    );
    const largest = own.reduce<Candidate | null>(
      (top, next) => (!top || next.number.approximate > top.number.approximate ? next : top),
      null,
    );
    if (largest) return { ...largest, confidence: 0.6 };
  }
  const called = /占(?!投诉|举报|咨询|求助|建议)([\u4e00-\u9fff]{2})总[量数]的$/.exec(share.before);
  const [, prefix = "", word] = baseWords.exec(share.before) ?? (called ? ["", "", called[1]!] : []);
  // “占州直单位转办量的”: of theirs, not of all
  if (
    !word ||
    pairs.length > 1 ||
    !/^(?:全.?|总|本.?|该.?|所有|全部|当[月年]|第?[一二三四]季度|[上下]半年)?$/.test(prefix)
  )
    return null;
  if (fitsRow(pairs[0]!, word, tables)) return null;
  const found = candidates.findLast(
    ({ mention }) => mention?.label.includes(word) && (mention.passage !== share.passage || mention.at < share.at),
  );
  return found ? { ...found, confidence: 0.6 } : null;
}

/** “派单（件） 6649” of a table of key figures */
const fitsRow = (pair: Pair, word: string, tables: Reading["tables"]): boolean =>
  tables.some(({ rows }) =>
    rows.some(
      ({ name, numbers }) =>
        name.includes(word) &&
        numbers.some((number) => number && toNumber(number.value) > 0 && agrees(fits(pair, { number }))),
    ),
  );
