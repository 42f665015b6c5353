/**
 * 和中的笔误: “回访1388起，非常满意903起，满意408起，一般66起，不满意71起”: one wrong digit, or two swapped, and the first or last
 * is the sum of all others
 */
import type { Finding } from "../../../domain/finding.ts";
import { isSlip, printed } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import { sentenceOf } from "../../read/sentence.ts";
import { isSilent, type Silences } from "../../silence.ts";
import { contradiction } from "./looseFinding.ts";
import { behind, isMadeBy, isRun, rest, restTold, someMake } from "./looseParts.ts";

interface List {
  items: Mention[];
  first: Mention;
  last: Mention;
  /** its sentence */
  text: string;
  /** all numbers of the sentence */
  mentions: Mention[];
}

interface Seen {
  whole: Mention;
  parts: Mention[];
  items: Mention[];
  size: number;
  /** the sum of the parts */
  added: number;
}

export function oneSlipped(items: Mention[], mentions: Mention[]): Finding[] {
  const [first, last] = [items[0]!, items.at(-1)!];
  if (isSilent(listSilences, { items, first, last, text: sentenceOf(first), mentions })) return [];
  const told = [first, last].flatMap((whole) => {
    const parts = items.filter((one) => one !== whole);
    const added = parts.reduce((all, { number }) => all + number.approximate, 0);
    const seen = { whole, parts, items, size: whole.number.approximate, added };
    const isTold = isNamedWhole(whole) && isRun(parts) && !isSilent(silences, seen) && isMeant(seen);
    return isTold ? contradiction(whole, parts, mentions, "slip") : [];
  });
  return told.slice(0, 1);
}

/** the name of what is taken apart, not of one of several things */
const wholeWords =
  /受理|总|共|合计|全[市县区省部体]|累计|收到|接到|接听|派发|派单|转办|回访|办结|申请|发放|问题|事项|线索|话务|监督员|清单|台账/;

/** “按区域累计为：太平市18件、双溪市5件”: what stands before the colon names none of them */
const isNamedWhole = ({ before }: Mention): boolean => {
  const words = before.replace(/^.*：/, "");
  return wholeWords.test(words) && !/类[^，；。]{0,6}$/.test(words);
};

/** the whole is a slip of the sum, or one part alone is a slip of what the others leave of it */
function isMeant({ whole, parts, size, added }: Seen): boolean {
  const wrong = parts.filter((part) => isSlipOf(size - (added - part.number.approximate), part));
  return (
    (isSlipOf(added, whole) || wrong.length === 1) &&
    parts.every((part) => part.number.approximate < size || wrong.includes(part))
  );
}

/** two digits at least, one of them wrong or two of them swapped */
function isSlipOf(value: number, { number }: Mention): boolean {
  const text = String(Math.round(value));
  const said = number.text.replace(/[^\d]/g, "");
  return value > 0 && said.length > 1 && isSlip(printed(text, 0, "", text), { ...number, text: said });
}

const listSilences: Silences<List> = {
  isLong: ({ items, text }) => items.length > 7 || text.length > 140,
  isAmongOthers: ({ items, mentions }) => mentions.some((one) => !items.includes(one) && one.unit !== "%"),
  isCompared: ({ text }) => /较|比(?!例)|同比|环比|去年|上年|上月|日均|月均|超过|以上|每|相差/.test(text),
  isOfSeveralLevels: ({ items, first }) => items.some(({ depth }) => depth !== first.depth),
  isRounded: ({ items }) => items.some(({ number }) => number.step !== null),
  // “受理512件，办结488件，超期14件”: one step after the other
  isFunnel: ({ items: [, ...others] }) =>
    others.every(({ before }) =>
      /^，(?:[按如准]?[时期]?办结|及时办结|签收|超期|逾期|退[回单]|回访|接通|转[办人]|自办)/.test(before),
    ),
  // “受理3185件，办结3150件；网络渠道受理420件，办结415件”: the same of two
  isOfTwo: ({ items, text }) =>
    text.includes("；") &&
    items.some(({ label }, at) => label.length > 1 && items.slice(at + 1).some((one) => one.label.endsWith(label))),
  isRestTold: ({ last }) => restTold.test(behind(last, 40)),
  // “甲、乙、丙分别为30件、20件、10件”: the first is the first one's
  isInTurn: ({ text, first }) =>
    /[、和][^，。；\d]*(?:分别|依次)/.test(text) && /(?:分别|依次)[^，。；\d]{0,4}$/.test(first.before),
};

const silences: Silences<Seen> = {
  isRest: ({ whole }) => rest.test(whole.before),
  agrees: ({ size, added }) => added === size,
  isMadeByFirstParts: ({ whole, parts }) => isMadeBy(whole, parts.slice(0, -1)),
  isMadeBySome: ({ whole, parts }) => someMake(parts, whole),
  // “人社局承办131件……；公安局承办128件……”: each of its own
  isOfEach: ({ items }) =>
    new Set(items.map(({ label }) => label.slice(-2))).size === 1 && items.every(({ label }) => label.length > 3),
  // “不满意的131件中，交通局43件、教育局32件、水利局26件”: some of them
  isOfSome: ({ size, added }) => (size - added) * 10 > size,
  isSmall: ({ parts, size }) => parts.length < 3 && size <= 99,
};
