/** 和在前: “诉求506件（含工地287件、道路99件、装修97件、其他27件）” */
import type { Finding } from "../../../domain/finding.ts";
import { toNumber } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import { leavesOthers, sharesOf } from "../../read/parts.ts";
import { isSilent, type Silences } from "../../silence.ts";
import { contradiction, isSlipped, total } from "./looseFinding.ts";
import { behind, between, isMadeBy, isRun, rest, restTold, someMake } from "./looseParts.ts";

interface Seen {
  whole: Mention;
  parts: Mention[];
  last: Mention;
  /** what stands before the whole in its sentence */
  outer: Mention | undefined;
  /** all numbers of the sentence */
  mentions: Mention[];
}

const opening =
  /^[件个起宗条通次户]?[，；]?(?:其中|包括|包含|含|分为|分成|由|来自|涉及|按|从|即)|^[^，；]{0,6}[：（](?!\d|占)|[里中]，|分布|构成/;

export function wholeFirst(items: Mention[], mentions: Mention[]): Finding[] {
  return items.flatMap((whole, at) => {
    const [first, ...others] = items.slice(at + 1);
    if (!first || !opening.test(between(whole, first))) return [];
    const parts = ownOf(whole, [first, ...others.filter(({ depth }) => depth === first.depth)]);
    const seen = { whole, parts, last: parts.at(-1)!, outer: items[at - 1], mentions };
    if (parts.length < 2 || !isRun(parts) || isSilent(silences, seen)) return [];
    if (isClosed(seen)) return contradiction(whole, parts, mentions, "said");
    return isSlipped(total(parts), whole) ? contradiction(whole, parts, mentions, "slip") : [];
  });
}

/** “投诉300件，其中欠薪类110件；求助200件”: 其中 of one item ends with it */
function ownOf(whole: Mention, parts: [Mention, ...Mention[]]): Mention[] {
  if (!/^；/.test(whole.before) || !/^，其中/.test(between(whole, parts[0]))) return parts;
  const next = parts.findIndex((part, at) => at > 0 && between(parts[at - 1]!, part).includes("；"));
  return next < 0 ? parts : parts.slice(0, next);
}

const closed = /无其他|别无|仅此|没有其他|除此|无交叉|三种情形|两种情形|全部(?:为|是|去向)|全部在此/;

/** nothing else can be in it */
const isClosed = ({ whole, parts: [first, ...others], last }: Seen): boolean =>
  rest.test(last.before) ||
  closed.test(behind(last, 24)) ||
  (/^（/.test(between(whole, first!)) && /^）/.test(behind(last, 1)) && others.length > 1);

const silences: Silences<Seen> = {
  // few of anything may be left out, or be of several things
  isNoWhole: ({ whole }) =>
    whole.depth > 0 ||
    whole.number.approximate < 100 ||
    rest.test(whole.before) ||
    /占[^，。；（）]*$/.test(whole.before),
  isDwarfed: ({ whole, parts }) =>
    parts.some(({ number }) => number.approximate > whole.number.approximate * (parts.length > 2 ? 3 : 1.2)),
  // “应办结361件，按期办结361件，其余51件”: what is all of it leaves no rest
  isOneOfThem: ({ whole, parts }) => parts.some(({ number }) => number.approximate === whole.number.approximate),
  isMadeByFirstParts: ({ whole, parts }) => parts.slice(1).some((_, at) => isMadeBy(whole, parts.slice(0, at + 2))),
  isMadeBySome: ({ whole, parts }) => someMake(parts, whole),
  // “204件投诉办结166件，其中调解成功139件；其余38件”: of what the whole itself was of
  isRestOfOuter: ({ whole, last, outer }) =>
    rest.test(last.before) && (outer?.number.approximate ?? 0) - whole.number.approximate === last.number.approximate,
  hasOthersByShares: ({ whole, parts, mentions }) => leavesOthers(whole, parts, sharesOf(mentions, parts)),
  // “其余由省直驻市单位办理”
  isRestTold: ({ whole, parts, last }) =>
    toNumber(total(parts).high) < whole.number.approximate && restTold.test(behind(last, 40)),
  // “到期应办结541件，……；其余21件未到期”
  isOfWhatWasDue: ({ whole, last }) =>
    /到期|应办|到(?:办理)?期限/.test(whole.label) &&
    /^(?:件|张|个|起)?(?:(?:尚|还|仍)?(?:未到|在办理期限|在期限)|经[^，。；]{0,6}延期)/.test(behind(last, 10)),
};
