/** 最高最低的说法: who a text says has the most, the least or is in which place, and of what, in whatever words. */
import { chineseNumber } from "../../read/chinese.ts";
import { type Mention, sentencesOf } from "../../read/mention.ts";
import type { Passage } from "../../read/passage.ts";
import { aheadOf, isOfSome, type Placing } from "../../read/placing.ts";

/** a name as the text may write it */
export interface Way {
  written: string;
  name: string;
}

export interface MostSaid {
  /** what is said once, whichever name it may be of */
  mark: object;
  passage: Passage;
  /** where it is said */
  from: number;
  to: number;
  name: string;
  /** 最高, 垫底, 第三 */
  word: string;
  isMost: boolean;
  /** in which place; 1 for the most of all, or the least */
  place: number;
  /** by what, in the text's words; empty where it doesn't say */
  topic: string;
  /** the numbers printed with it */
  values: Mention[];
  /** the words between the name and the mark, and whether the name stands behind it */
  between: string;
  isBehind: boolean;
  /** the words of its clauses */
  words: string;
}

const mark =
  /(?:最(?:为)?(?<least>[低少小短闲慢差落]后?|靠后)|最(?:为)?(?<most>[高多大长忙快好狠猛旺热重]|集中|突出|频繁|严重|明显)|(?<first>居(?:于)?[^，。；、\d]{0,8}(?:之首|首位|榜首|第一)|居首|(?:排|位)(?:名|列|居|在)?(?:第一|首位|榜首)|(?<![排位])列(?:第一|首位)|之首|第一[位名]?的?(?:是|为)|峰值|领先|高峰)|(?<last>垫底|末位|倒数第一|排名最后))(?!标准|要求|限|线|话题|时段)/g;
const placed =
  /(?<=(?:[排位]?[名列居在]|为)[^，。；、\d]{0,8})(?<back>倒数)?第(?<place>[二三四五六七八九十]|\d{1,2})(?:[位名]|高|多|大)?(?![一二三四五六七八九十\d季个批轮次类期])/g;

/** how far a name may stand from its mark */
const FAR = 30;
/** how far behind its name a paragraph may still speak of it */
const LEADING = 60;

interface Mark {
  at: number;
  end: number;
  from: number;
  to: number;
  word: string;
  isMost: boolean;
  place: number;
}

const marksOf = ({ text }: Passage): Mark[] =>
  sentencesOf(text).flatMap(({ from, to }) => {
    const sentence = text.slice(from, to);
    const places = [...sentence.matchAll(placed)];
    // “甲3件，位列第一；乙2件，位列第二；……”: the list itself is numbered
    return [...sentence.matchAll(mark), ...(places.length > 2 ? [] : places)].map((match) => ({
      at: from + match.index,
      end: from + match.index + match[0].length,
      from,
      to,
      word: match[0],
      isMost: !["least", "last", "back"].some((name) => match.groups?.[name] !== undefined),
      place: chineseNumber(match.groups?.place ?? "一") ?? 1,
    }));
  });

interface Found {
  name: string;
  at: number;
  end: number;
  isBehind: boolean;
}

function everyOf(text: string, from: number, to: number, ways: Way[]): Omit<Found, "isBehind">[] {
  const found: Omit<Found, "isBehind">[] = [];
  for (let at = from; at < to; at += 1) {
    const one = ways.find(({ written }) => text.startsWith(written, at) && at + written.length <= to);
    // “11月” is no 1月, and “11月后半月” no 11月
    const behind = text.slice(at + (one?.written.length ?? 0));
    // “广告违法行为举报” is no 举报 of a list
    if (one && general.test(one.written) && /[\u4e00-\u9fff]/.test(text[at - 1] ?? "")) continue;
    if (!one || (/^\d/.test(one.written) && (/\d/.test(text[at - 1] ?? "") || /^[上中下前后]半?[旬月]/.test(behind))))
      continue;
    found.push({ name: one.name, at, end: at + one.written.length });
    at += one.written.length - 1;
  }
  return found;
}

const general = /^(?:投诉|举报|咨询|求助|建议|表扬|商品|服务)类?$/;

const lastClause = (text: string, signs: RegExp): string => text.split(signs).at(-1)!;

/** the name before the mark, the one behind it, and where neither stands near what the paragraph begins with */
function namesOf(text: string, { at, end, from, to }: Mark, ways: Way[]): Found[] {
  const start = Math.max(at - lastClause(text.slice(from, at), /[；：]/).length, at - FAR);
  const [before, earlier] = everyOf(text, start, at, ways).toReversed();
  const stop = text.slice(end, to).search(/；/);
  const [behind] = everyOf(text, end, Math.min(stop < 0 ? to : end + stop, end + FAR), ways);
  // “一是停水类。本周1842件，增幅为各类之首”
  const lead = before || behind || at > LEADING ? undefined : everyOf(text, 0, Math.min(at, 20), ways)[0];
  const clause = at - lastClause(text.slice(0, at), /[，。；：]/).length;
  return [
    ...(before ? [{ ...before, isBehind: false }] : []),
    // “健身投诉量居服务类第三”: 服务类 may be a name elsewhere
    ...(before && earlier && /^[^，；、和]+$/.test(text.slice(earlier.end, at))
      ? [{ ...earlier, isBehind: false }]
      : []),
    ...(lead ? [{ ...lead, end: clause, isBehind: false }] : []),
    ...(behind ? [{ ...behind, isBehind: true }] : []),
  ];
}

const behindIt =
  /^(?!.*[两二三四五六七八九十\d][家个项类名])(?:的[^，。；：、\d]{0,8}?|量)?(?:，?(?:分别)?(?:是|为|：|在|属|有|当属|要数)|的)?(?:[一二三四五六七八九十]、)?$/;
const beforeIt =
  /^[^，。；：、]{0,24}(?:，[^，。；：、最\d]{0,8}[\d,.]+[件个次通起宗条张分%]，(?:其)?[^，。；：、最]{0,8}|，(?:(?:为|居|是|系|在)[^，。；：、]{0,10}|[^，。；：、最]{2,12}(?:为|居|是|列|达)?[^，。；：、]{0,4})|）[^，。；：、]{0,6})?$/;
/** “受理8655件，位列第三” */
const valued = /，([^，。；：、最\d]{0,8})[\d,.]+[件个次通起宗条张分%]，(?:其)?([^，。；：、最]{0,8})$/;

/** “甲31件，居全镇第一” */
const aloneValued = /^([^，。；：、\d（]{0,8})[\d,.]+[件个次通起宗条张分%]，$/;

function isLinked(text: string, { at, end, from }: Mark, found: Found, between: string): boolean {
  // “占比最高的事项：市公安局为停车管理（25.00%）”: whose highest follows
  if (found.isBehind && /：$/.test(between) && /^为[^，。；、（\d]{2,}/.test(text.slice(found.end))) return false;
  // “甲居首，是乙的五倍多”
  if (found.isBehind) return behindIt.test(between) && !/^的[^，。；]{0,6}倍/.test(text.slice(found.end));
  // “5月雨水多、物业矛盾集中，是上半年的最高点”
  if (/^\d{1,2}[月日]/.test(found.name) && /^[^。；]{2,30}，[是为](?:全|上|下|本|今)?[^，。；]{0,6}$/.test(between))
    return true;
  if (aloneValued.test(between) && /^[，。；]/.test(text.slice(end))) return true;
  // “有四个以停水居首”: the first of each of them
  if (/[个家]以$/.test(text.slice(from, found.at))) return false;
  // “最高的某镇低……” is of one that it doesn't name
  if (!beforeIt.test(between) || /中$/.test(between) || /^的[^，。；]/.test(text.slice(end, end + 2))) return false;
  // “办结率最高的是甲，满意率最高的是乙”: 甲 is the first one's
  return !(/，/.test(between) && /[是为有在]$/.test(text.slice(from, found.at))) && at > found.at;
}

/** of other periods, of some of them, for each of so many: no list need hold it */
const others =
  /除|不含|以外|之外|剔除|只看|仅看|其次|次之|之一|每[百千万]|人均|户均|万[人户]|上[月周季年]|去年|同期|以来|历史|往年|此前/;

/** the words that say by what, without numbers and what joins them */
const plain = (words: string): string =>
  words
    .replace(/[\d.,%]+(?:件|个|次|分)?|（[^（）]*）?/g, "")
    .replace(/(?<=[量数率度分])(?:居|列|排|位)[^，]{0,8}$/, "")
    .replace(/为?(?:全[年月周季期]|假期|节日|[年季月周期节]内|本[周月季年期])$/, "")
    .replace(
      /^其中|^的|^以|^[则也均都仍就还]$|^受[^，]{1,20}影响|以$|的?(?:是|为|：|在|达到?)$|类$|(?:^|[位排])(?:名|列|居|在)$|^[位排]$/g,
      "",
    );

/** “满意率最高的是甲，最低的是乙”: a clause without a measure of its own goes on with the one before */
const rateAbove = (text: string): string =>
  /(?:每[百千万]|万[户人])[^，。；、\d]{1,8}/.exec(text)?.[0] ??
  text
    .match(/[^，。；：、（）\d]{0,10}(?:[率度]|时长|得分|[升降增减]幅|天数)(?!为?9[0-9]%以上)/g)
    ?.at(-1)
    ?.replace(/^[从就按]/, "") ??
  "";

/** 一段里的说法, each with the name it is said of */
export const mostsIn = (passage: Passage, ways: Way[], mentions: Mention[]): MostSaid[] =>
  marksOf(passage).flatMap((one) =>
    namesOf(passage.text, one, ways).flatMap((found) => saidOf(passage, one, found, mentions)),
  );

function saidOf(passage: Passage, one: Mark, found: Found, mentions: Mention[]): MostSaid[] {
  const { text } = passage;
  const [from, to] = [Math.min(one.at, found.at), Math.max(one.end, found.end)];
  const between = found.isBehind ? text.slice(one.end, found.at) : text.slice(found.end, one.at);
  if (!isLinked(text, one, found, between)) return [];
  const clause = from - lastClause(text.slice(one.from, from), /[，。；：]/).length;
  const before = text.slice(clause, from);
  const behind = text.slice(to, to + 14);
  const after = /^，[\d,.]+[件个次通起宗条张分%]/.exec(behind)?.[0] ?? behind.split(/[；。，]/)[0]!;
  const ahead = aheadOf(text, one.from, clause);
  const ofValue = found.isBehind ? null : (valued.exec(between) ?? aloneValued.exec(between));
  // “甲（95.40%），其派单量列第四”: of what stands behind the comma
  const turn = found.isBehind || ofValue ? -1 : between.lastIndexOf("，");
  const spoken = ofValue
    ? plain(ofValue[2] ?? "") || plain(ofValue[1]!)
    : turn < 0
      ? plain(before) + plain(between)
      : plain(between.slice(turn + 1).replace(/^其/, ""));
  // “同上年同期比，……增幅为各类之首” is of how much each rose
  const above = text.slice(one.from, one.at);
  const led = /[增升降涨减]/.test(between + one.word)
    ? above.replace(/[同与和较比](?:上年|去年)同期(?:相?比较?)?/g, "")
    : above;
  if (others.test(ahead + before + between) || isOfSome(led)) return [];
  const start = turn < 0 || spoken === "" ? clause : found.end + turn;
  return [
    {
      mark: one,
      passage,
      from,
      to,
      name: found.name,
      word: one.word,
      isMost: one.isMost,
      place: one.place,
      topic: spoken || ahead || rateAbove(text.slice(one.from, clause)),
      values: mentions.filter(({ at, end, kind }) => at >= start && end <= to + after.length && kind !== "change"),
      between,
      isBehind: found.isBehind,
      words: before + between + after,
    },
  ];
}

const kinds = /的?(?:[县区市旗镇乡]+|街道|单位|部门|企业|问题|领域|类别|类型|平台|月份)*(?:依次|分别)?$/;

/** “前三位依次是甲、乙、丙”: each in its place */
export const placesOf = (placing: Placing): MostSaid[] => {
  const { passage, from, to, topic, isMost, said, items } = placing;
  // “岭东区1704”: by a number that has no unit
  const isUnread = items.some(({ value, end }) => !value && /^\d/.test(passage.text.slice(end)));
  return said === null || items.length < 2 || others.test(topic) || !isMost || isUnread
    ? []
    : items.slice(0, said).map(({ name, value }, at) => ({
        mark: placing,
        passage,
        from,
        to,
        name,
        word: `第${at + 1}`,
        isMost,
        place: at + 1,
        topic: plain(topic.replace(/^(?:排名?|位居?|列|居)|(?:排名?|位居?|列|居)$/g, "").replace(kinds, "")).replace(
          /居$/,
          "",
        ),
        values: value ? [value] : [],
        between: "",
        isBehind: true,
        words: topic,
      }));
};
