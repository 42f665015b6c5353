/** 分项与合计: parts that don't add up to the whole that they are said to be. */

import type { Finding } from "../../domain/finding.ts";
import { subtract } from "../../domain/measure/exact.ts";
import { absolute, equal, isExact, meets, minus, type Range, show, sum, toNumber } from "../number.ts";
import { chineseNumber } from "../read/chinese.ts";
import { bracketed, type Mention } from "../read/mention.ts";
import { families, familyOf, type Group, groupsOf, isSameUnit } from "../read/parts.ts";
import type { Reading } from "../read/reading.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../write.ts";

/** one order may be counted with several parts, and the text says so */
const overlaps = /重复|多个|多家|同时涉及|重叠|兼|协办|会办|可能|不止|累计次|交叉|多次/;
const terse = /主要|集中|较多|居多|突出|典型|等(?:方面|领域|问题|类|[。；]|$)/;
const rest = /^(?:其他|其它|其余|剩余|剩下|余下)/;

export function partsAndWhole(reading: Reading): Finding[] {
  const stated = groupsOf(reading).filter(({ parts }) => parts.length > 1);
  const groups = [
    ...stated,
    ...familyGroups(reading, stated),
    ...closedGroups(reading),
    ...listedGroups(reading),
    ...namedGroups(reading),
    ...opposites(reading),
  ];
  const marks = reading.sentences.flatMap((mentions) => [...fullMarks(mentions), ...fullMarksBehind(mentions)]);
  return [...groups, ...marks].flatMap((group) => contradiction(group, reading) ?? []);
}

/** “满分100分，其中甲20分、乙25分……”: what a score is made of */
function fullMarks(mentions: Mention[]): Group[] {
  const at = mentions.findIndex(({ kind, label }) => kind === "score" && /(?:满分|总分)(?:为)?$/.test(label));
  const whole = mentions[at];
  if (!whole) return [];
  const text = (from: Mention, to: Mention) => from.passage.text.slice(from.end, to.at);
  const parts: Mention[] = [];
  for (const part of mentions.slice(at + 1)) {
    const between = text(parts.at(-1) ?? whole, part);
    const isNext = parts.length === 0 ? /^，(?:其中|包括|由)/.test(between) : /^[、，；][^。；：]{0,14}$/.test(between);
    if (part.kind !== "score" || !isNext || /[扣加]/.test(part.label)) break;
    parts.push(part);
  }
  return parts.length > 2 ? [{ whole, parts, shares: parts.map(() => null), text: "合计", by: "stated" }] : [];
}

/** “设甲20分、乙30分、丙50分，满分100分” */
function fullMarksBehind(mentions: Mention[]): Group[] {
  const at = mentions.findIndex(
    ({ kind, before }) => kind === "score" && /(?:满分|总分|共计?|合计)(?:为)?$/.test(before),
  );
  const whole = mentions[at];
  const parts = mentions
    .slice(0, Math.max(at, 0))
    .filter(({ kind, before }) => kind === "score" && !/[扣加减]|以上|以下|每/.test(before));
  const isRun = parts.every(
    (part, nth) =>
      nth === 0 || /^[、，；][^。；：，]{0,14}$/.test(part.passage.text.slice(parts[nth - 1]!.end, part.at)),
  );
  const isBeside =
    whole && parts.length > 2 && mentions[at - 1] === parts.at(-1) && /[项个方面]|满分/.test(whole.before);
  return isBeside && isRun ? [{ whole, parts, shares: parts.map(() => null), text: "合计", by: "stated" }] : [];
}

const number = "[两二三四五六七八九十]|\\d{1,2}";
const counted = new RegExp(
  `(${number})个?(?:季度|月|类|项|区县?|县区?|街道|乡镇|镇|部门|渠道)[^，。；：]{0,4}(?:合计|共计|总计|共)$`,
);

/** a paragraph for each of so many, and behind them “四个季度合计N件” */
function listedGroups({ mentions, passages }: Reading): Group[] {
  return mentions.flatMap((whole): Group[] => {
    const said = whole.kind === "count" ? chineseNumber(counted.exec(whole.before)?.[1] ?? "") : null;
    if (!said || said < 3) return [];
    const at = passages.indexOf(whole.passage);
    const parts = passages.slice(Math.max(0, at - said), at).map((passage) => {
      const [own, next] = mentions.filter((one) => one.passage === passage);
      // “供水318件。其中停水87件”: what comes behind explains it
      const isAlone = !next || /^.{0,8}其中/.test(passage.text.slice(own!.end));
      return own?.kind === "count" && isAlone && isSameUnit(own.unit, whole.unit) ? own : null;
    });
    const all = parts.flatMap((part) => part ?? []);
    return all.length === said
      ? [{ whole, parts: all, shares: all.map(() => null), text: "合计", by: "stated" as const }]
      : [];
  });
}

/** “住建领域中，甲3件、乙2件、其他1件”: a count that stands elsewhere under that name */
const namedGroups = ({ sentences, mentions }: Reading): Group[] =>
  sentences.flatMap((own): Group[] => {
    const [first] = own;
    const name = /^(?:[（(]?[\d一二三四五六七八九十]+[.、）)])?([^，。；：（）\d]{2,12}?)(?:诉求|问题)?中，/.exec(
      first!.passage.text.slice(first!.sentence.from, first!.at),
    )?.[1];
    const parts = own.filter(
      (one) => one.kind === "count" && one.period === "now" && isSameUnit(one.unit, first!.unit),
    );
    const isBounded = parts.some(
      ({ before, passage, end }) => /均/.test(before) || /^(?:以下|以上|左右)/.test(passage.text.slice(end)),
    );
    const isClosed =
      !isBounded &&
      parts.length > 2 &&
      rest.test(parts.at(-1)!.label) &&
      parts.every(({ depth }) => depth === parts[0]!.depth);
    if (!name || !isClosed || own.some(({ before }) => /其中/.test(before))) return [];
    const wholes = mentions.filter(
      (one) =>
        one.kind === "count" &&
        one.period === "now" &&
        isSameUnit(one.unit, parts[0]!.unit) &&
        !own.includes(one) &&
        (one.label === name || bracketed(one) === name),
    );
    const whole = wholes.find((one) => one.passage === first!.passage) ?? wholes[0];
    return whole ? [{ whole, parts, shares: parts.map(() => null), text: "合计", by: "stated" }] : [];
  });

/** “回访1200件，接通1043件，未接通147件”: what was and what wasn't */
const opposites = ({ sentences }: Reading): Group[] =>
  sentences.flatMap((mentions) => {
    const counts = mentions.filter(isPlainCount);
    return counts.flatMap((part, at): Group[] => {
      const other = counts[at + 1];
      const whole = counts
        .slice(0, at)
        .findLast((one) => isSameUnit(one.unit, part.unit) && one.number.approximate >= part.number.approximate);
      const isPair =
        other &&
        part.label.length > 1 &&
        isSameUnit(other.unit, part.unit) &&
        [`未${part.label}`, `不${part.label}`, `未能${part.label}`].includes(other.label);
      const isBeside = whole && /^，[^；。、]*$/.test(part.passage.text.slice(whole.end, part.at));
      return isPair && isBeside && counts.indexOf(whole) === at - 1
        ? [{ whole, parts: [part, other], shares: [null, null], text: "合计", by: "stated" }]
        : [];
    });
  });

/** 族: whole and parts in one sentence without 其中, known by what the words mean */
function familyGroups(reading: Reading, stated: Group[]): Group[] {
  const taken = new Set(stated.flatMap(({ parts }) => parts));
  return reading.sentences.flatMap((mentions, nth) => {
    const counts = mentions.filter(isPlainCount);
    const before = (reading.sentences[nth - 1] ?? []).filter(isPlainCount);
    return families.flatMap((family, at): Group[] => {
      const parts = counts.filter(({ label }) => familyOf(label) === at);
      const kinds = new Set(parts.map(({ label }) => family.members.findIndex((member) => member.test(label))));
      if (parts.length !== kinds.size || kinds.size < family.needs || parts.some((part) => taken.has(part))) return [];
      const isWhole = ({ label, unit }: Mention) =>
        family.whole.test(label) && familyOf(label) !== at && isSameUnit(unit, parts[0]!.unit);
      const own = counts.find((one) => isWhole(one) && one.at < parts[0]!.at);
      // from one paragraph to the next only what was done with an order is told apart
      const isBeside = (one: Mention) => one.passage === parts[0]!.passage || family === families[0];
      const whole = own ?? before.findLast((one) => isWhole(one) && isBeside(one) && isNear(one, parts));
      return whole ? [{ whole, parts, shares: parts.map(() => null), text: "", by: own ? "family" : "listed" }] : [];
    });
  });
}

const isPlainCount = ({ kind, period, depth }: Mention): boolean => kind === "count" && period === "now" && depth === 0;

/** so near that another whole is hardly meant */
const isNear = (whole: Mention, parts: Mention[]): boolean => {
  const added = parts.reduce((total, { number }) => total + toNumber(number.value), 0);
  return Math.abs(added - toNumber(whole.number.value)) * 100 < added;
};

/** “……，合计N件”: the sum stands after its parts */
const closing = /(?:合计|总计|共计|两项共|三项共|以上[^，]{0,6}共)[^，；。]{0,10}$/;

/** “行署直属单位合计805件”: the sum of somebody else */
const isOwnSum = ({ before }: Mention): boolean => {
  const words = before.replace(/^[，；、]/, "").replace(/(?:合计|总计|共计|共)[^，；。]{0,10}$/, "");
  return (
    !/^(?:以上|上述|这|其中|前)?(?:[两二三四五六七八九十]|\d{1,2})?[^，；。]{0,3}$/.test(words) &&
    !/以上|上述|[两二三四五六七八九十\d](?:类|项|者|个|家|地|方面|县|区)/.test(words)
  );
};

function closedGroups(reading: Reading): Group[] {
  return reading.sentences.flatMap((mentions) => {
    const counts = mentions.filter(({ kind, period, depth }) => kind === "count" && period === "now" && depth === 0);
    const at = counts.findIndex(({ before }, nth) => nth > 1 && closing.test(before) && !/^、/.test(before));
    if (at < 0) return [];
    const whole = counts[at]!;
    if (whole.label.length > 6 || /^其[余他它]/.test(whole.label) || isOwnSum(whole)) return [];
    const parts = counts.slice(0, at).filter(({ unit }) => unit === whole.unit);
    if (parts.length < 2 || parts.length !== at) return [];
    return [{ whole, parts, shares: parts.map(() => null), text: "合计", by: "stated" as const }];
  });
}

/** another count of the paragraph that they do add up to is what the text means */
const isWholeToo = (other: Mention, { whole, parts }: Group, added: Range): boolean =>
  other.kind === "count" &&
  other.passage === whole.passage &&
  other !== whole &&
  !parts.includes(other) &&
  meets(added, other.number.range);

function contradiction(group: Group, reading: Reading): Finding[] | null {
  const { whole, parts } = group;
  const ranges = parts.map(({ number }) => number.range);
  const added = sum(ranges);
  if (meets(added, whole.number.range) || someAddUp(ranges, whole.number.range)) return null;
  if (isNested(ranges) || reading.mentions.some((other) => isWholeOfSome(other, group, ranges))) return null;
  if (
    parts.some(({ before }) => /各$/.test(before)) ||
    reading.mentions.some((other) => isWholeToo(other, group, added))
  )
    return null;
  const difference = subtract(added.low, whole.number.value);
  const isMore = added.low.n * whole.number.range.high.d > whole.number.range.high.n * added.low.d;
  const isRest = (other: Mention) =>
    other.kind === "count" && other.passage === whole.passage && equal(other.number.value, absolute(difference));
  if (!isMore && reading.mentions.some(isRest)) return null;
  const confidence = isMore ? excess(group) : shortfall(group, toNumber(absolute(difference)));
  if (confidence === null) return null;
  const decimals = isExact(added) && added.low.d === 1n ? 0 : 2;
  const shown = decimals === 0 ? show(added.low, 0) : `${show(added.low)}—${show(added.high)}`;
  return [
    finding("partsAndWhole", {
      confidence,
      places: distinctPlaces([placeOf(whole), ...parts.map(placeOf)]),
      values: [whole.number.text, ...parts.map(({ number }) => number.text)],
      arithmetic: `${parts.map(({ number }) => number.text.replace(/[^\d.万亿]/g, "")).join(" + ")} = ${shown} ≠ ${whole.number.text}`,
      message: `“${nameOf(whole)}”印作${whole.number.text}，所列${parts.length}项（${listed(parts)}）相加为${shown}，${isMore ? "多出" : "少"}${show(absolute(difference), decimals)}。`,
    }),
  ];
}

const listed = (parts: Mention[]): string =>
  parts
    .slice(0, 6)
    .map((part) => `${nameOf(part)}${part.number.text}`)
    .join("、") + (parts.length > 6 ? "等" : "");

/** some of them make the whole, the others tell of something else */
function someAddUp(ranges: Range[], whole: Range): boolean {
  const all = sum(ranges);
  if (ranges.length > 2 && ranges.some((range) => meets(minus(all, range), whole))) return true;
  for (let from = 0; from < ranges.length; from += 1)
    for (let to = from + 2; to <= ranges.length; to += 1)
      if (to - from < ranges.length && meets(sum(ranges.slice(from, to)), whole)) return true;
  // “夜间158次，超标61次；昼间268次，超标56次”: every other one
  const every = (start: number) => ranges.filter((_, at) => at % 2 === start);
  return ranges.length > 3 && [0, 1].some((start) => every(start).length > 1 && meets(sum(every(start)), whole));
}

/** one of them is made of all the others: they are no parts of one level */
const isNested = (ranges: Range[]): boolean =>
  ranges.length > 2 && ranges.some((range) => meets(minus(sum(ranges), range), range));

/** another count of the paragraph is what some of them make up */
const isWholeOfSome = (other: Mention, { whole, parts }: Group, ranges: Range[]): boolean =>
  other.kind === "count" &&
  other.passage === whole.passage &&
  other !== whole &&
  !parts.includes(other) &&
  someAddUp(ranges, other.number.range);

/** what was done with an order, or how it stood, cuts across other parts */
const crossing = /的$|同意|驳回|超过|已|未|被|获|经/;

function excess({ by, text, whole, parts }: Group): number | null {
  const size = whole.number.approximate;
  const values = parts.map(({ number }) => number.approximate);
  // a part that dwarfs the whole is none of it
  if (values.some((value) => value > size * 1.5)) return null;
  // “呼入400通，其中请求人工300通，接通290通”: each is of the one before it
  const isFunnel = values.every((value, at) => value <= (values[at - 1] ?? size));
  const added = values.reduce((all, value) => all + value, 0);
  // slips of the pen don't make half as much again
  if (added > size * 1.5) return null;
  if (isFunnel && parts.length === 2 && added > size * 1.1 && /^，/.test(parts[1]!.before)) return null;
  const around = whole.passage.text.slice(whole.sentence.from, parts.at(-1)!.sentence.to);
  if (overlaps.test(around)) return null;
  const isAll = rest.test(parts.at(-1)!.label);
  if (!isAll && familyOf(parts[0]!.label) < 0 && parts.some(({ label }) => crossing.test(label))) return null;
  return by === "stated" && !terse.test(text) ? 0.9 : by === "family" ? 0.75 : 0.6;
}

/** less than the whole only contradicts it where nothing was left out */
function shortfall(group: Group, missing: number): number | null {
  const { whole, parts, shares, text, by } = group;
  const last = parts.at(-1)!;
  const printed = shares.flatMap((share) => (share ? [share.number.range] : []));
  if (printed.length === parts.length && meets(sum(printed), { low: { n: 999n, d: 10n }, high: { n: 1001n, d: 10n } }))
    return 0.9;
  if (terse.test(text)) return null;
  if (rest.test(last.label)) return 0.9;
  const family = families[familyOf(parts[0]!.label)];
  const smallest = Math.min(...parts.map(({ number }) => toNumber(number.value)));
  if (family?.whole.test(whole.label)) {
    const kinds = new Set(parts.map(({ label }) => family.members.findIndex((member) => member.test(label))));
    const isWhole = kinds.size >= Math.max(2, family.members.length - 1);
    if (isWhole && by === "listed") return 0.6;
    if (isWhole) return missing < toNumber(whole.number.value) / 5 ? 0.85 : 0.6;
  }
  if (by === "listed" || text === "合计")
    return text === "合计" ? 0.85 : missing < smallest && missing * 20 < toNumber(whole.number.value) ? 0.6 : null;
  // so little is left that nothing else can be meant
  const isExactly = [whole, ...parts].every(({ number }) => number.step === null);
  if (!isExactly) return null;
  const isNearly = parts.length > 2 && missing * 5 < smallest && missing * 20 < toNumber(whole.number.value);
  const isSlip = missing < smallest && isSlipOfPen(missing) && missing < toNumber(whole.number.value) / 50;
  return isSlip ? 0.6 : isNearly ? 0.55 : null;
}

/** one wrong digit, or two that changed places */
const isSlipOfPen = (missing: number): boolean => /^[1-9]0*$/.test(String(missing)) || missing % 9 === 0;
