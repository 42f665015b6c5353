/** 涉及哪些县区: “涉及14个区和3个市直部门，其中甲区11件、……”, “按区域分，……”: where complaints come from, and how many each has. */
import { chineseNumber } from "./chinese.ts";
import type { Mention } from "./mention.ts";
import { type Group, isSameUnit } from "./parts.ts";
import type { Passage } from "./passage.ts";
import type { Reading } from "./reading.ts";
import { isPlainCount } from "./wholes.ts";

export interface Involved {
  passage: Passage;
  /** where the list is announced */
  from: number;
  /** as many as the text says there are; null where it doesn't */
  said: number | null;
  /** it says nothing of departments */
  isOfAreas: boolean;
  /** by its words all of them are listed */
  isAll: boolean;
  names: string[];
  parts: Mention[];
}

const SOME = "[两二三四五六七八九十]{1,3}|\\d{1,2}";
const AREAS = "(?:地?[市县区州旗镇乡]|街道|(?:和|及)?(?:开发区|园区|经开区|高新区)|[（）、，]){1,12}";
const counted = new RegExp(
  `涉及(?:到|我市|全市)?(?<province>省本级和)?(?<areas>${SOME})个(?:${AREAS})(?:管委会)?(?:(?:、|和|及)(?<departments>${SOME})个(?:[市省县区]直)?(?:部门|单位|园区|开发区|街道|乡镇)|(?=[，。：；]))`,
  "g",
);
/** “全市6个县（区）均有涉及，2694件诉求分布为：” */
const everywhere = new RegExp(`(?<areas>${SOME})个(?:${AREAS})均有(?:涉及|反映|分布|诉求)(?=，)`, "g");
const divided = /按(?:行政)?区域[^，。；：\d]{0,6}[，：]/g;
const begun = /(?:信访|举报)件中，?涉及(?=[^，。；：\d]{1,7}[市县区州旗镇乡])/g;
const area = /[市县区州旗镇乡]$|街道$/;
/** how far behind it the list may begin */
const MOST_BEHIND = 24;
/** a shorter list of areas, of which nobody says how many they are, tells of some */
const FEWEST = 4;

/** 说了涉及哪些又逐个列出的: lists that are only begun (等) are left out */
export const involvedIn = (reading: Reading): Involved[] =>
  reading.passages.flatMap((passage) => [
    ...[counted, everywhere]
      .flatMap((said) => [...passage.text.matchAll(said)])
      .flatMap((match): Involved[] => {
        const { province, areas, departments } = match.groups!;
        const said = (chineseNumber(areas!) ?? 0) + (chineseNumber(departments ?? "") ?? 0);
        return listed(passage, match, reading).map((list) => ({
          ...list,
          // “省本级和13个市（州）”
          names: list.names.filter((name) => !province || name !== "省本级"),
          said,
          isOfAreas: departments === undefined,
          isAll: true,
        }));
      }),
    ...[divided, begun].flatMap((pattern) =>
      [...passage.text.matchAll(pattern)].flatMap((match) =>
        listed(passage, match, reading)
          .filter(({ names }) => names.length >= FEWEST)
          .map((list) => ({ ...list, said: null, isOfAreas: true, isAll: pattern === divided })),
      ),
    ),
  ]);

type Listed = Pick<Involved, "passage" | "from" | "names" | "parts">;

/** none or one: the list behind it, or in the paragraph below, where it ends its own */
function listed(passage: Passage, match: RegExpExecArray, { passages, mentions }: Reading): Listed[] {
  const end = match.index + match[0].length;
  const below = passages[passages.indexOf(passage) + 1];
  const isBelow = passage.text.length - end < 2 && below !== undefined && /^(?:其中|分别)/.test(below.text);
  const [own, from] = isBelow ? [below, 0] : [passage, end];
  const behind = mentions.filter((one) => one.passage === own && one.at > from);
  const isWhole = behind[0] !== undefined && /^[^，。；：\d]{0,6}(?:分布为|其中)：/.test(own.text.slice(behind[0].end));
  const parts = isWhole ? listBehind(behind.slice(1), own.text, behind[0]!.end) : listBehind(behind, own.text, from);
  const names = parts.map(namesOf);
  return parts.length < 2 || names.some((own) => own === null)
    ? []
    : [{ passage, from: match.index, names: names.flatMap((own) => own ?? []), parts }];
}

const leading = /^(?:[，。：；]|其中|分别[为是]?|具体[为是]?|案件|涉及|信访件|中)+/;
const sharing = /(?:均[为有]?|各有?)$/;

/** the counts of one unit that stand one after the other, each behind a name */
function listBehind(mentions: Mention[], text: string, end: number): Mention[] {
  const [first] = mentions;
  if (!first || first.at - end > MOST_BEHIND || !isPlainCount(first)) return [];
  const parts: Mention[] = [];
  for (const one of mentions.filter(({ depth }) => depth <= first.depth)) {
    const last = parts.at(-1);
    const before = text.slice(last?.end ?? end, one.at).replace(/（[^（）]*）/g, "");
    const isNext = last
      ? /^[、，.． ]+[^，。；：\d]{2,40}$/.test(before)
      : /^[^，。：；\d]{0,8}[，。：；]|^[^，。：；\d]{2,8}$/.test(before);
    if (!isNext || one.unit !== first.unit || !isPlainCount(one)) break;
    parts.push(one);
  }
  return parts.length === 0 || /^[^，。；]{0,3}等/.test(text.slice(parts.at(-1)!.end)) ? [] : parts;
}

/** “临岭市、青西县各”: two; null where several have a count together */
function namesOf({ before }: Mention): string[] | null {
  const words = before
    .replace(/（[^（）]*）/g, "")
    .replace(/^[、.． ]+/, "")
    .replace(/^.*[，：。]/, "")
    .replace(leading, "");
  const names = words
    .replace(sharing, "")
    .split(/、|和(?=[\u4e00-\u9fff]{2,}[市县区州旗])/)
    .filter((name) => name !== "");
  return names.length > 1 && !sharing.test(words) ? null : names;
}

/** 列了几个: areas alone where the text counts no departments; null where names such as 云州 don't say what they are */
export const foundIn = ({ names, isOfAreas, said }: Involved): number | null => {
  const areas = names.filter((name) => area.test(name)).length;
  if (names.length === said || (isOfAreas && areas === said)) return said;
  return isOfAreas && areas * 2 < names.length ? null : names.length;
};

const received = /交办|转办|移交|移送|收到|受理|接收|信访|举报|工单|来信|诉求|案件|投诉/;

/** what is of another size is of something else */
const MOST_OFF = 1.5;

/** what the areas that are told have together: of what came in before them, the count that is nearest to it */
export const involvedGroups = (reading: Reading): Group[] =>
  involvedIn(reading).flatMap((one): Group[] => {
    const [first] = one.parts as [Mention];
    if (one.said !== null && foundIn(one) !== one.said) return [];
    const added = one.parts.reduce((all, { number }) => all + number.approximate, 0);
    const off = ({ number }: Mention) => Math.max(number.approximate / added, added / number.approximate);
    const [whole] = reading.mentions
      .filter(
        (other) =>
          other.passage === one.passage &&
          other.end <= one.from &&
          isPlainCount(other) &&
          isSameUnit(other.unit, first.unit) &&
          received.test(other.label) &&
          off(other) <= MOST_OFF,
      )
      .sort((a, b) => off(a) - off(b));
    return whole
      ? [
          {
            whole,
            parts: one.parts,
            shares: one.parts.map(() => null),
            text: "其中",
            by: "stated",
            isClosed: one.isAll,
          },
        ]
      : [];
  });
