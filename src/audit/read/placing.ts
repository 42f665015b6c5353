/** 名列: what a text says of names of its tables: which has the most, which are the first three, in which place one stands. */
import { grouped } from "../../domain/grouped.ts";
import { chineseNumber } from "./chinese.ts";
import { type Mention, sentencesOf } from "./mention.ts";
import { everyName, firstName, lastName, type Names, namesOf } from "./names.ts";
import type { Passage } from "./passage.ts";
import type { Reading } from "./reading.ts";

export interface Named {
  name: string;
  at: number;
  end: number;
  /** the number printed with it */
  value: Mention | null;
}

export interface Placing {
  passage: Passage;
  from: number;
  to: number;
  /** by what they are placed, in the text's words */
  topic: string;
  isMost: boolean;
  /** how many it says there are; null for the one that has the most */
  said: number | null;
  /** in the order of the text */
  items: Named[];
}

const most =
  "最高|最多|最大|最长|(?:单日|单月|全[月季年周期]|半年|年度)峰值|(?<=为|达到?|出现)峰值|[居列](?:各|全)[^，。；、\\d]{1,6}(?:之首|首位)|(?:高峰|峰值)出现在|居首|居于首位|位居榜首|位列榜首|夺得第一|领先";
const least = "最低|最少|最小|最短|垫底|排名末位|末位(?=[为是])|居末位|位居末位|列末位";
const extreme = new RegExp(`(?:${most}|${least})(?!标准|要求|限|线)`, "g");
const isLeast = new RegExp(`${least}|^末位$`);
const list = /(?:由|从)(?:高到低|多到少|大到小)(?:，[^，。；：、\d]{0,6}靠前的)?(?:依次|分别|排列)?(?:为|是)?：?/g;
const top =
  /(?:排名|排在|位居|位列|列|居)?(?:全[市县区省])?(前|后|末位?|倒数)([一二两三四五六七八九十]{1,2}|\d{1,2})(?:位|名|类|项|个|家)?(?!个?月|期|季度|天|日|周|年|分之)/g;
const toList = /^(?:的)?[^，。；：、\d]{0,18}?(?:分别是|分别为|依次是|依次为|是|为|有|：)：?$/;
const between =
  /^(?:[、，；和及与]|(?:受理|处理|办理|承办|诉求|投诉|转办|派单)[总]?量?|占[^，。；、\d]{0,10}的?|以及|其次是?|次之的?是?|再次是?|最后是?|分别|依次|是|为|有|共|计|达|得|第[一二三四五六七八九十\d]+[位名]?|得分|占比?|（[^（）]*）|[\d.,]+|%|件|分|个|次|通|单|宗)*$/;
const toValue =
  /^(?:[^，。；：、\d（]{0,6}?(?:为|有|达|共|得分?|是)|，?(?:共|为|达|有|办结率|满意率)?|（(?:占比?|得分|满意率|共)?|：|的|，?[^，。；：、\d（]{0,6}量(?:达|为|有)?|(?:受理|处理|办理|承办|诉求))?$/;

/** 全部的名列 */
export function placingsOf({ passages, mentions, tables }: Reading): Placing[] {
  const names = namesOf(tables);
  if (names.length === 0) return [];
  const byPassage = grouped(mentions, ({ passage }) => passage);
  return passages.flatMap((passage) => {
    const own = byPassage.get(passage) ?? [];
    return sentencesOf(passage.text).flatMap((sentence) => [
      ...extremesIn(passage, sentence, own, names),
      ...topsIn(passage, sentence, own, names),
    ]);
  });
}

type Sentence = Mention["sentence"];

function printedWith(text: string, end: number, mentions: Mention[]): Mention | null {
  const next = mentions.find(({ at, kind }) => at >= end && kind !== "change");
  return next && toValue.test(text.slice(end, next.at)) ? next : null;
}

/** names of a sentence that have a number each */
const toOwn = /^(?:[^，。；：、\d（）]{0,7}|（(?:占比?|得分|满意率|共|[^，。；：、\d（）]{0,6})?|：)$/;

export const namedIn = (passage: Passage, { from, to }: Sentence, mentions: Mention[], names: Names): Named[] =>
  everyName(passage.text, from, to, names).flatMap((next) => {
    const value = mentions.find(({ at }) => at >= next.end);
    return value && toOwn.test(passage.text.slice(next.end, value.at)) ? [{ ...next, value }] : [];
  });

/** the words of the clause before, without the name that it may begin with */
const clauseBefore = (text: string, from: number, at: number): string =>
  text
    .slice(from, at)
    .split(/[，；：。（）]/)
    .at(-1)!;

/** 说的是哪一项: told ahead of the clause that names them, “从办结率看，”, or by the heading of its paragraph, “（一）受理量。” */
function aheadOf(text: string, from: number, start: number): string {
  const [, said, by] =
    /(?:^|[，；：.])(?:(?:从|就|按|在)?([^，。；：]{2,10}?)(?:方面|上|来?看|来说|而言|中)|[按以]([^，。；：]{2,8}))，$/.exec(
      text.slice(from, start),
    ) ?? [];
  if (said ?? by) return (said ?? by)!.trim();
  const heading =
    /^(?:（[一二三四五六七八九十\d]+）|[一二三四五六七八九十\d]+[、.])([^，。；：（）]{2,10})[。：]$/.exec(
      text.slice(0, from),
    )?.[1];
  return start === from ? (heading ?? "") : "";
}

/** “不含拖欠工资，房产证办理最高”, “仅看匿名件，……”, “上期同口径合计……，其中甲区居首”: of what the table doesn't count so */
const isOtherScope = (text: string): boolean => otherScope.test(text.replace(/（[^（）]*）/g, ""));
const otherScope =
  /类?(?:投诉|举报|诉求|问题|工单)?中(?:涉及|反映)?$|不含|仅看|只看|按万人|按人口|同口径|(?:上[月期周季]|上年|去年)同期排?/;

/** “千件以上的3个区中”: of some of them only */
const restricted = /(?<!均|都)(?:以上|以下|超过|不足|未满|除|少于|多于)[^。；]{0,14}(?:中|里|外|，)/;

/** 只说其中一些: the words before say that not all of the names are meant */
export const isOfSome = (text: string): boolean => restricted.test(text) || isOtherScope(text);

function extremesIn(passage: Passage, { from, to }: Sentence, mentions: Mention[], names: Names): Placing[] {
  const { text } = passage;
  const placings: Placing[] = [];
  for (const mark of text.slice(from, to).matchAll(extreme)) {
    const [at, end] = [from + mark.index, from + mark.index + mark[0].length];
    if (isOfSome(text.slice(from, at))) continue;
    const found = behindMark(text, from, at, end, to, names) ?? beforeMark(text, from, at, names);
    // no column holds what is counted for each of so many, nor how often something comes among the first
    if (!found || /每[百千万]|人均|进入前|上榜/.test(found.topic)) continue;
    const last = placings.at(-1);
    // “甲的满意率最高，乙最低”
    // “按期办结最高的是甲” speaks of something of its own
    const isOwn =
      /[量数率度件长]|工单|派单|转办|受理|承办|诉求|[得评加扣总]分/.test(found.topic) ||
      (found.isBehind && /^[^的]{4,8}$/.test(found.topic));
    const own = last && !isOwn ? last.topic : found.topic;
    // “从满意率看，……均超过95%，甲局最低”: said once for the whole sentence
    const topic =
      own || (/^\s*(?:从|就|按)([^，。；：]{2,10}?)(?:方面|来?看|来说|而言)，/.exec(text.slice(from, at))?.[1] ?? "");
    const { item } = found;
    const said = topic.replace(/受[^，。；]{1,10}影响|为?全[期年季月周]$|^(?:单|各|分)[月日]$/g, "");
    const value = found.isBehind
      ? printedWith(text, item.end, mentions)
      : (mentions.find((one) => one.at >= item.end && one.end <= at) ?? printedWith(text, end, mentions));
    const stop = Math.max(end, item.end, value?.end ?? 0);
    const second = secondAfter(text, stop, to, mentions, names);
    placings.push({
      passage,
      from: found.from,
      to: second ? (second.value?.end ?? second.end) : stop,
      topic: said,
      isMost: !isLeast.test(mark[0]),
      said: second ? 2 : null,
      items: [{ ...item, value }, ...(second ? [second] : [])],
    });
  }
  return placings;
}

/** “甲41件居首，乙32件次之”, “甲最多，其次是乙” */
function secondAfter(text: string, from: number, to: number, mentions: Mention[], names: Names): Named | null {
  const lead = /^(?:[件个分%]|（[^（）]*）)*[，；、]?(其次)?(?:为|是)?/.exec(text.slice(from, to))!;
  const next = from + lead[0].length;
  const item = firstName(text, next, Math.min(to, next + 20), names);
  if (item?.at !== next) return null;
  if (lead[1]) return { ...item, value: printedWith(text, item.end, mentions) };
  const behind = /^[^，。；、]{0,10}?(?:次之|紧随其后|居次|列第二|居第二)/.exec(text.slice(item.end, to));
  const value = mentions.find(({ at, end }) => at >= item.end && end <= item.end + (behind?.[0].length ?? 0));
  return behind ? { ...item, value: value ?? null } : null;
}

interface Marked {
  item: { name: string; at: number; end: number };
  from: number;
  topic: string;
  isBehind: boolean;
}

/** “满意率最高的是甲” */
function behindMark(text: string, from: number, at: number, end: number, to: number, names: Names): Marked | null {
  const item = firstName(text, end, Math.min(to, end + 24), names);
  // “高峰出现在11月13日”, whose row is called 13日
  const link = item ? text.slice(end, item.at).replace(/^\d{1,2}月$/, "") : "";
  // “占比最高的事项：市公安局为停车管理（25.00%）”: whose highest follows
  if (item && /：$/.test(link) && /^为[^，。；、（]{2,}/.test(text.slice(item.end))) return null;
  // “最多的点位是桥北街道某酒吧”: of something in it
  if (item && /^(?:某|一处|一家|一个)/.test(text.slice(item.end))) return null;
  // “派单量居首，是石门乡的五倍多”
  if (item && /^的[^，。；]{0,6}倍/.test(text.slice(item.end))) return null;
  if (
    !item ||
    !/^的?(?:[^，。；：、\d最（）]|（[^（）]*）){0,10}(?:，?(?:分别)?(?:是|为|：|在))?$/.test(link) ||
    /其次|次之/.test(link)
  )
    return null;
  const lead = clauseBefore(text, from, at);
  return { item, from: at - lead.length, topic: lead + link.replace(/^的|是|为|：|，|分别/g, ""), isBehind: true };
}

/** “甲的满意率最高” */
function beforeMark(text: string, from: number, at: number, names: Names): Marked | null {
  // “较最高的某镇低……”: of one that no table has
  const isOfOther = /^的(?!是|为|月份?[，。；]|一个?[月天周季]|季度[，。；])/.test(text.slice(at + 2, at + 6));
  // “南县居首位的是城管局”: of one that no table has
  if (/^居[^，。；的]{1,3}的(?:是|为)/.test(text.slice(at, at + 8))) return null;
  if (isOfOther && /最.$/.test(text.slice(at, at + 2))) return null;
  // “甲街道办结率97.47%，为各街道（镇）最低”
  const aside = /，(?:(?:为|是|居|列)?(?:各|全)[^，。；]{0,12}|[为是])$/.exec(text.slice(from, at));
  const stop = aside ? from + aside.index : at;
  // “假期第三天（10月3日）为峰值”
  const bracket = /（[^（）]*）为$/.exec(text.slice(from, stop));
  const start = bracket ? from + bracket.index + 1 : stop - clauseBefore(text, from, stop).length;
  const item = lastName(text, start, stop, names);
  // “有四个以停水居首”: the first of each of them, and of no list
  if (item && /[个家]以$/.test(text.slice(start, item.at))) return null;
  const own = item
    ? text
        .slice(item.end, stop)
        .replace(/为$/, "")
        .replace(/^[的）]|[\d.,]+(?:%|件|分)?$/g, "")
    : "";
  // “超期数以甲局8件为最多”
  const led = item ? text.slice(start, item.at).replace(/以$/, "") : "";
  const topic = own || led || aheadOf(text, from, start);
  return !item || topic.length > 14 || /[、，；]/.test(topic) ? null : { item, from: start, topic, isBehind: false };
}

function topsIn(passage: Passage, { from, to }: Sentence, mentions: Mention[], names: Names): Placing[] {
  const { text } = passage;
  const marks = [...text.slice(from, to).matchAll(top), ...text.slice(from, to).matchAll(list)];
  return marks.flatMap((mark): Placing[] => {
    const [at, end] = [from + mark.index, from + mark.index + mark[0].length];
    if (isOtherScope(text.slice(from, at))) return [];
    const number = chineseNumber(mark[2] ?? "");
    const first = firstName(text, end, Math.min(to, end + 30), names);
    const isList = mark[2] === undefined;
    // “末位两名三岔镇、杨柳乡”
    const isLed = first && (toList.test(text.slice(end, first.at)) || (mark[1] === "末位" && first.at === end));
    if (!first || (isList ? first.at > end + 2 : !number || number < 2 || !isLed)) return [];
    const items: Named[] = [{ ...first, value: printedWith(text, first.end, mentions) }];
    for (const next of everyName(text, first.end, to, names)) {
      if (!between.test(text.slice(items.at(-1)!.end, next.at))) break;
      items.push({ ...next, value: printedWith(text, next.end, mentions) });
    }
    if (isList && items.length < 3) return [];
    const said = number ?? items.length;
    // “从数量看，由多到少依次为”
    const within = /，([^，]{2,6})靠前的/.exec(mark[0])?.[1] ?? "";
    const above = isList ? (at > from ? clauseBefore(text, from, at - 1) : "") : aheadOf(text, from, at);
    const lead = within || clauseBefore(text, from, at) || above;
    const last = items.at(-1)!;
    return [
      {
        passage,
        from: at - lead.length,
        to: last.value?.end ?? last.end,
        topic: lead + text.slice(end, first.at).replace(/^的|分别是|分别为|依次为|依次是|是|为|有|：/g, ""),
        isMost: isList || mark[1] === "前",
        said,
        items,
      },
    ];
  });
}

/** “上月满意率最高的是甲区”, “下降类别中，供暖降幅最大”, “兴华街道物业管理诉求最多”: of another time, of some of the rows, or of one place's */
export function isOfOtherRows({ passage, from, items }: Placing): boolean {
  const before = passage.text
    .slice(0, from)
    .split(/[。；]/)
    .at(-1)!;
  const [first] = items;
  const lead = first
    ? passage.text
        .slice(0, first.at)
        .split(/[，。；、]/)
        .at(-1)!
    : "";
  return (
    /^(?:上[月周季年期]|去年|1月?[至—-]\d{1,2}月|累计)/.test(before) ||
    /(?:下降|上升|增长|减少)(?:的)?[^，。；]{1,6}中，/.test(before) ||
    /(?:街道|[镇乡区县])$/.test(lead)
  );
}
