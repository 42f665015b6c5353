/** 说了几项: a lead that announces so many, and the list, the numbered paragraphs or the names below it. */
import type { Finding } from "../../../domain/finding.ts";
import { chineseNumber } from "../../read/chinese.ts";
import { namesIn } from "../../read/lists.ts";
import type { Passage } from "../../read/passage.ts";
import type { Reading } from "../../read/reading.ts";
import { counted } from "./lengthFinding.ts";

export const announcedList = ({ passages }: Reading): Finding[] => [
  ...passages.flatMap(announcedLists),
  ...passages.flatMap((_, at) => numberedItems(passages, at)),
  ...passages.flatMap((_, at) => namesBelow(passages, at)),
  ...announcements.flatMap((announcement) => passages.flatMap((passage) => misnumbered(passage, announcement))),
];

/** 一种说法: `some` are said, and there is a `list` of them */
interface Announcement {
  said: RegExp;
  /** how many the list has; null where it may have more */
  sizeOf: (list: string) => { least: number; most: number } | null;
  /** a list of many more or fewer is another one */
  mostOff?: number;
  confidence: number;
}

const ofSize = (size: number) => ({ least: size, most: size });
const piecesIn = (list: string) => ofSize(list.split("、").length);
const allNamesIn = (list: string) => (/等$/.test(list) ? null : namesIn(list));

/** every piece with its number */
const valuesIn = (list: string) => {
  const pieces = list.split("、");
  const isValued = pieces.every((piece) => /^[^，]{2,20}?\d[\d.,]*(?:件|个|通|次|条|%)$/.test(piece));
  return pieces.length > 2 && isValued ? ofSize(pieces.length) : null;
};

/** a clause for each */
const clausesIn = (list: string) => {
  const found = list.split("；").length;
  return found < 3 ? null : ofSize(found);
};

const announcements: Announcement[] = [
  // “甲、乙、丙，以上4个单位”
  {
    said: /(?<list>(?:[^，。；：、（）\d]{2,14}、)+[^，。；：、（）\d]{2,14})，以上(?<some>[两二三四五六七八九十]{1,2}|\d{1,2})(?:个|家)/g,
    sizeOf: namesIn,
    confidence: 0.75,
  },
  // “6个单位低于90%，分别为甲89.32%、乙89.10%……”
  {
    said: /(?<![第\d])(?<some>[两二三四五六七八九十]{1,2}|\d{1,2})(?:个|家)(?:单位|部门|渠道|领域|类别|县[^，。；：]{0,6}|区|街道|乡镇)?[^。；：]{0,24}，(?:分别|依次)(?:为|是)：?(?<list>(?:[^，。；：、（）\d]{2,14}（?\d[\d.,]*(?:%|件|分|个)?）?、)+[^，。；：、（）\d]{2,14}（?\d[\d.,]*(?:%|件|分|个)?）?)(?=[。；，])/g,
    sizeOf: piecesIn,
    mostOff: 3,
    confidence: 0.75,
  },
  // “增设4处，分别设在甲、乙、丙、丁、戊”
  {
    said: /(?<![第\d])(?<some>[两二三四五六七八九十]{1,2}|\d{1,2})(?:处|台|座|条|项)，分别(?:设在|位于|在|为|是)(?<list>(?:[^，。；：、（）\d]{2,14}、)+[^，。；：、（）\d]{2,14})(?=[。；，])/g,
    sizeOf: allNamesIn,
    confidence: 0.7,
  },
  // “低于95%的有4家，为甲、乙、丙”
  {
    said: /的[^，。；：、\d（）]{0,8}[有共](?<some>[两二三四五六七八九十]{1,2}|\d{1,2})[个家](?:单位|部门|县[^，。；：]{0,6}|区|街道|乡镇|企业)?(?:，(?:即|为|是)|：)(?<list>(?:[^，。；：、（）\d]{2,14}、)+[^，。；：、（）\d]{2,14})(?=[。；])/g,
    sizeOf: allNamesIn,
    mostOff: 3,
    confidence: 0.7,
  },
  // “3个单位被扣分，甲、乙、丙、丁均因……”
  {
    said: /(?<![第\d])(?<some>[两二三四五六七八九十]{1,2}|\d{1,2})[个家](?:单位|部门|乡镇|街道|企业)[^，。；：、\d]{1,8}，(?<list>(?:[^，。；：、（）\d]{2,12}、){2,}[^，。；：、（）\d]{2,12}?)(?:均|都)/g,
    sizeOf: allNamesIn,
    mostOff: 3,
    confidence: 0.7,
  },
  // “6个渠道，分别是：省长信箱19件、市12345平台86件……”
  {
    said: /(?<![第\d])(?<some>[两二三四五六七八九十]{1,2}|\d{1,2})(?:个|类)(?:渠道|来源|类别|领域|方面)?，(?:分别|依次)(?:为|是)：?(?<list>[^。；：]+)。/g,
    sizeOf: valuesIn,
    mostOff: 3,
    confidence: 0.75,
  },
  // “集中的有五处：甲214件，涉11次许可；乙187件，……；丁143件，……。”
  {
    said: /(?<![第\d])(?<some>[两三四五六七八九十])(?:处|个|家|起)[^，。；：\d]{0,6}：(?<list>(?:[^：。；]{2,24}?\d[\d,]*(?:件|个|通|起)[^：。；]*；)+[^：。；]{2,24}?\d[\d,]*(?:件|个|通|起)[^：。；]*)。/g,
    sizeOf: clausesIn,
    mostOff: 2,
    confidence: 0.75,
  },
];

/** so many are said, and others are listed */
const misnumbered = (
  passage: Passage,
  { said, sizeOf, mostOff = Number.POSITIVE_INFINITY, confidence }: Announcement,
): Finding[] =>
  [...passage.text.matchAll(said)].flatMap((match) => {
    const { some = "", list = "" } = match.groups ?? {};
    const [number, size] = [chineseNumber(some), sizeOf(list)];
    if (number === null || !size || (size.least <= number && number <= size.most)) return [];
    return Math.abs(number - size.least) > mostOff
      ? []
      : [counted(passage, match.index, match.index + match[0].length, number, size.least, confidence)];
  });

const announced =
  /(?<![第\d])([两二三四五六七八九十]|\d{1,2})(?:个(?!月|季度|年|周|工作日)|大|方面|类|项|家|地)(?:[^，。；：\d]|\d+[月日年]){0,24}(?:：|，(?:[从由][高多大]到[低少小])?(?:分别|依次)(?:为|是))((?:[^，。；：、（）\d]{2,16}、)+[^，。；：、（）\d]{2,16})(?=[。；，])/g;

/** “以下五个方面：甲、乙、丙、丁” */
function announcedLists(passage: Passage): Finding[] {
  return [...passage.text.matchAll(announced)].flatMap((match) => {
    const said = chineseNumber(match[1]!);
    const { least, most } = namesIn(match[2]!);
    // “三项指标全部达标的单位：”: so many of something else
    if (/的[^，。；：有为是]{1,8}：$/.test(match[0].slice(0, -match[2]!.length))) return [];
    // “组建3个专班深入以下点位：”
    if (/以下|下列|如下/.test(match[0].slice(match[1]!.length + 2, -match[2]!.length))) return [];
    // “三个问题：一是回复多、见面少，……；二是……”
    // “六个类别四降两升：甲、乙、丙、丁四类下降，……”: not of all of them
    if (/[升增涨].*[降减]|[降减].*[升增涨]/.test(match[0].slice(0, -match[2]!.length))) return [];
    const isOrdinal = /^(?:[一首]是|[其第]一)/.test(match[2]!);
    if (said === null || isOrdinal || /等/.test(match[2]!) || (least <= said && said <= most)) return [];
    return [counted(passage, match.index, match.index + match[0].length, said, least, 0.7)];
  });
}

const leadsOn =
  /(?:以下|如下|下列|集中在|包括|采取|分为|表现在|从|主要有|主要是|共分)：?[^，。；：\d]{0,8}?([两二三四五六七八九十]|\d{1,2})(?:个方面|大方面|方面|类|项|条|点|个问题|个环节|步)(?:[^。；：]{0,10}|，其中[^。；：]{2,20})[：。]?$/;

/** “……、市场监管等7个方面，具体为：” */
const leadsOnTo = /等([两二三四五六七八九十]|\d{1,2})(?:个方面|大?类|个领域|项)，(?:具体|分别)(?:为|是|如下)?：$/;

/** “最热的话题，归了五个：” */
const bareLead = /(?:了|有|为|是|分|共)([两二三四五六七八九十]|\d{1,2})[个类项]：$/;

/** “筛选6件列为重点督办：” */
const countedLead =
  /(?<!\d)([两二三四五六七八九十]|\d{1,2})(?:件|起|项|条|例|处|家)[^，。；：\d]{0,6}(?:列为|作为|予以|挂牌|典型|案例|督办)[^，。；：\d]{0,6}：$/;

/** “下列4件久拖未决的工单挂牌督办，……：”, “今年讲四件事。”, “本期选登三件”, “诉求TOP10：” */
const plainLeads = [
  /(?:下列|以下|如下)([两二三四五六七八九十]|\d{1,2})(?:件|起|项|条|例|处|家)[^。；：\d]{0,24}(?:，[^。；：]{0,30})?：$/,
  /(?:讲|说|抓|做|办|提|抓好|做好|办好)([两二三四五六七八九十])(?:件事|点|条|项工作)[。：]$/,
  /(?:选登|摘登|摘编|选编|选取)([两二三四五六七八九十]|\d{1,2})(?:件|例|个|则|篇)(?:案例)?[。：]?$/,
  /([两二三四五六七八九十])件事$/,
  /(?:督办|挂牌|点题|点名|列出|提出|选出|评出)了?([两二三四五六七八九十]|\d{1,2})(?:件|个|起|项|条)，[^。；：]{0,40}：$/,
  /TOP(\d{1,2})：?$/,
  /(?:有|还有)([两二三四五六七八九十])(?:件事|项工作|点)[^，。；：\d]{0,8}：$/,
  /共([两二三四五六七八九十]{1,2}|\d{1,2})(?:处|个|家|件|项|起|条|例)：$/,
  /^[▲■●◆◇□【]{0,1}([两三四五六七八九十])(?:项|点|条|个|件)(?:提醒|建议|要求|措施|工作|打算|事项|提示)】?$/,
];

const enumerators = [
  /^(\d{1,2})[.、．](?!\d)/,
  /^（([一二三四五六七八九十]{1,2})）/,
  /^（(\d{1,2})）/,
  /^([一二三四五六七八九十]{1,3})是/,
  /^([①-⑩])/,
  /^【?案例([一二三四五六七八九十]|\d{1,2})/,
];
/** ① is 1 */
const numberOf = (sign: string): number | null =>
  /^[①-⑩]$/.test(sign) ? sign.charCodeAt(0) - "①".charCodeAt(0) + 1 : chineseNumber(sign);

/** “以下五个方面：” and a paragraph for each, or 一是, 二是 in the same one */
function numberedItems(passages: Passage[], at: number): Finding[] {
  const passage = passages[at]!;
  const inline =
    /([两二三四五六七八九十]|\d{1,2})(?:个(?:方面|问题|领域|环节|重点|特点|难点|原因)|大?类|项|条|点|件事)[^，。；：\d]{0,8}：一是/.exec(
      passage.text,
    );
  if (inline) {
    // “下一步，一是……”: another list
    const [own = ""] = passage.text.slice(inline.index).split(/(?<=[；。，](?:[^一二三四五六七八九十：]{0,8}，)?)一是/);
    const found = own.match(/(?<=[：；。，])[一二三四五六七八九十]{1,3}是/g)?.length ?? 0;
    const said = chineseNumber(inline[1]!);
    return said === null || found < 2 || found === said
      ? []
      : [counted(passage, inline.index, passage.text.length, said, found, 0.75)];
  }
  const lead =
    leadsOn.exec(passage.text) ??
    leadsOnTo.exec(passage.text) ??
    bareLead.exec(passage.text) ??
    countedLead.exec(passage.text) ??
    plainLeads.map((one) => one.exec(passage.text)).find((match) => match !== null);
  const said = chineseNumber(lead?.[1] ?? "");
  const sign = enumerators.find((one) => one.test(passages[at + 1]?.text ?? ""));
  if (lead && said !== null && said > 1 && !sign) return bulleted(passages, at, lead.index, said);
  if (!lead || said === null || said < 2 || !sign) return [];
  let found = 0;
  for (const { text } of passages.slice(at + 1, at + 60)) {
    const number = numberOf(sign.exec(text)?.[1] ?? "");
    if (number === null) {
      if (
        /^(?:[一二三四五六七八九十]+、|附件|附表)/.test(text) ||
        (/^（[一二三四五六七八九十]/.test(text) && sign !== enumerators[1])
      )
        break;
      continue;
    }
    // “4.下一步打算”: no item any more
    if (number !== found + 1 || (found === said && isAnother.test(text))) break;
    found = number;
    // “（四）停电97件。（五）养犬81件。”: two in one paragraph
    while (text.includes(`（${"一二三四五六七八九十"[found]}）`, 3)) found += 1;
  }
  // a text that breaks off behind “；” went on
  const isCutOff = found < said && /[；，]$/.test(passages.at(-1)!.text);
  return found < 2 || found === said || isCutOff
    ? []
    : [counted(passage, lead.index, passage.text.length, said, found, 0.7)];
}

const isAnother =
  /^[^\u4e00-\u9fff]*(?:[（(]?[一二三四五六七八九十]{1,3}[）)、.])?(?:下一?步|工作打算|联系方式|附件|其他事项|有关要求|工作要求)/;

const bullet = /^(?:——|—|-|•|●|·|◆|▪|○|△|☆)/;

/** “还有三件事：”, and a paragraph with a dash for each */
function bulleted(passages: Passage[], at: number, from: number, said: number): Finding[] {
  const mark = bullet.exec(passages[at + 1]?.text ?? "")?.[0];
  if (!mark) return [];
  const stop = passages.slice(at + 1).findIndex(({ text }) => !text.startsWith(mark));
  const found = stop < 0 ? passages.length - at - 1 : stop;
  const passage = passages[at]!;
  return found < 2 || found === said || Math.abs(found - said) > 2
    ? []
    : [counted(passage, from, passage.text.length, said, found, 0.7)];
}

const below =
  /(?:(?:以下|下列|如下)([两二三四五六七八九十]{1,2}|\d{1,2})[个家][^。；：]{0,40}|([两二三四五六七八九十]{1,2}|\d{1,2})个[^。；：，]{1,12}，(?:它们|分别|依次)?是)：$/;

/** …and a name on each of the lines below */
function linesBelow(passages: Passage[], at: number, said: number): Finding[] {
  const end = passages.findIndex(({ text }, nth) => nth > at && !/^[\u4e00-\u9fff]{2,10}$/.test(text));
  const names = passages.slice(at + 1, end < 0 ? passages.length : end);
  const [first] = names;
  // names of one kind, and no heading among them
  const isList = names.length > 1 && new Set(names.map(({ text }) => text.slice(-1))).size === 1;
  return !first || !isList || names.length === said || names.length > 12
    ? []
    : [counted(first, 0, first.text.length, said, names.length, 0.7)];
}

/** “以下5个单位……：” and their names on the line below */
function namesBelow(passages: Passage[], at: number): Finding[] {
  const passage = passages[at]!;
  const lead = below.exec(passage.text);
  const said = chineseNumber(lead?.[1] ?? lead?.[2] ?? "");
  const list = /^((?:[^，。；：、（）\d]{2,14}、)+[^，。；：、（）\d]{2,14})。?$/.exec(
    passages[at + 1]?.text ?? "",
  )?.[1];
  if (said !== null && lead && !list) return linesBelow(passages, at, said);
  if (said === null || !list || /等$/.test(list)) return [];
  const { most } = namesIn(list);
  const found = list.split("、").length;
  return said >= found && said <= most ? [] : [counted(passages[at + 1]!, 0, list.length, said, found, 0.75)];
}
