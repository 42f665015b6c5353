/** 另有整体: what parts may make besides the whole that they are held against, and what the text says of it. */
import { isExact, meets, percentOf, plus, type Range, show, sum, toNumber } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import { type Group, isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { rest } from "../../read/wholes.ts";

/** they make another count of the text, or stand beside a note that says why they don't make this one */
export const isOfOtherWhole = (group: Group, added: Range, reading: Reading): boolean =>
  reading.mentions.some((other) => isWholeToo(other, group, added)) ||
  isOfBoth(group, added, reading.mentions) ||
  isOfAnother(group, added, reading.mentions) ||
  isOfAbove(group, added, reading) ||
  isOfTwo(group, added, reading) ||
  isPrinted(added, group.whole.passage.text) ||
  isNoted(group, reading);

/** another count of the paragraph that they do add up to is what the text means */
const isWholeToo = (other: Mention, { whole, parts }: Group, added: Range): boolean =>
  other.kind === "count" &&
  other.passage === whole.passage &&
  other !== whole &&
  !parts.includes(other) &&
  meets(added, other.number.range);

/** of the first, of the first two, of the first three… */
const runSums = (mentions: Mention[]): Range[] =>
  mentions.map((_, at) => sum(mentions.slice(0, at + 1).map(({ number }) => number.range)));

/** “已办结51件，正在办理13件。其中……”: of the whole and a count before its parts together, or of all in its sentence */
function isOfBoth({ whole, parts }: Group, added: Range, mentions: Mention[]): boolean {
  const before = mentions.filter(
    (one) =>
      one.passage === whole.passage &&
      one.kind === "count" &&
      isSameUnit(one.unit, whole.unit) &&
      one.end <= parts[0]!.at &&
      one !== whole &&
      !parts.includes(one),
  );
  // “接电4392件、信箱184件、来信3件。其中……”: of all that are listed from it on
  const all = runSums([whole, ...before.filter(({ at }) => at > whole.at)]).slice(1);
  if (runSums(parts).some((some, at) => at > 0 && all.some((other) => meets(some, other)))) return true;
  const inSentence = before.filter(({ sentence }) => sentence.from === whole.sentence.from);
  const inOne = sum([whole, ...inSentence].map(({ number }) => number.range));
  return meets(added, inOne) || before.some((one) => meets(added, plus(one.number.range, whole.number.range)));
}

/** “共接听59个，其中咨询35个、……。其中11个……，27个……，21个……”: with what follows them they make another count before them */
function isOfAnother({ whole, parts }: Group, added: Range, mentions: Mention[]): boolean {
  const own = mentions.filter(({ passage, kind }) => passage === whole.passage && kind === "count");
  const others = own.filter(({ at }) => at < whole.at);
  const behind = own.filter(({ at, sentence }) => at > parts.at(-1)!.at && sentence.from === parts[0]!.sentence.from);
  return behind.some((_, to) => {
    const all = plus(added, sum(behind.slice(0, to + 1).map(({ number }) => number.range)));
    return others.some(({ number }) => meets(number.range, all));
  });
}

/** “调解成功1071件。按对象分，商品类869件，占投诉总量的56.91%；……”: by their shares they are of another count */
export function isOfSharedBase({ whole, parts, shares }: Group, { mentions }: Reading): boolean {
  const isOf = (base: Mention) =>
    parts.every((part, at) => meets(percentOf(part.number.range, base.number.range), shares[at]!.number.range));
  const isShared = parts.length > 1 && shares.length === parts.length && shares.every((share) => share !== null);
  return (
    isShared &&
    !parts.some((part, at) => meets(percentOf(part.number.range, whole.number.range), shares[at]!.number.range)) &&
    mentions.some((one) => one.kind === "count" && one !== whole && one.number.approximate > 0 && isOf(one))
  );
}

/** “退费难391件；食品安全158件，其余184件” under “校外托管（733件）”: the first is a part of what stands above like the others */
const isOfAbove = ({ whole, parts }: Group, added: Range, { passages, mentions }: Reading): boolean => {
  const at = passages.indexOf(whole.passage);
  const above = passages.slice(Math.max(0, at - 2), at);
  const all = plus(whole.number.range, added);
  return (
    rest.test(parts.at(-1)!.label) &&
    mentions.some((one) => one.kind === "count" && above.includes(one.passage) && meets(one.number.range, all))
  );
};

/** “来电2973件，其中转办655件，其余2318件当场处理；网上自行处理72件”: one of them makes the whole with another of its sentence */
export const isOtherwiseDivided = ({ whole, parts }: Group, { mentions }: Reading): boolean =>
  parts.length === 2 &&
  mentions.some(
    (other) =>
      other.kind === "count" &&
      other.sentence === whole.sentence &&
      other.passage === whole.passage &&
      other !== whole &&
      !parts.includes(other) &&
      /其余|余下|剩余/.test(other.before) &&
      parts.some(({ number }) => meets(plus(number.range, other.number.range), whole.number.range)),
  );

/** “表中仅列主要渠道”, “合计已去重”: a note in the line before or behind */
const noted = /分项之和[大小]于|已?去重|分别计入|同时归入|[仅只]列(?!出)|全部口径/;

const isNoted = ({ whole }: Group, { passages }: Reading): boolean => {
  const at = passages.indexOf(whole.passage);
  return [at - 1, at + 1].some((beside) => noted.test(passages[beside]?.text ?? ""));
};

/** “受理5120件（其中投诉3580件，举报412件，……）。其中，东区接收投诉举报……”: of two that its bracket sets beside each other */
function isOfTwo({ whole, parts }: Group, added: Range, { mentions }: Reading): boolean {
  const own = mentions.filter(
    (one) =>
      one.passage === whole.passage &&
      one.kind === "count" &&
      one.depth > whole.depth &&
      isSameUnit(one.unit, whole.unit) &&
      !parts.includes(one),
  );
  return own.slice(1).some((one, at) => meets(plus(one.number.range, own[at]!.number.range), added));
}

/** “接收办件92130（含咨询）”: their sum stands in the paragraph, with no unit behind it */
const isPrinted = (added: Range, text: string): boolean =>
  isExact(added) &&
  toNumber(added.low) > 99 &&
  new RegExp(`(?<![\\d.,])${show(added.low, 0)}(?![\\d.,%]|万|亿)`).test(text);
