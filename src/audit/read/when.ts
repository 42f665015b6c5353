import { chineseNumber } from "./chinese.ts";
import type { Mention, MentionKind } from "./mention.ts";
import { sentenceBefore, sentenceOf } from "./sentence.ts";

/** the base of a comparison, named before it (“比2月的52904通”) or after it (“为2022年（21022件）的1.42倍”) */
const comparedWith =
  /(?:比|较|相比于?|与)(?!例|重|[大多高低小少长短]的)[^，。；]{1,16}的$|(?:^|，)同(?:\d{1,2}月份?|上[月周季年]|去年|上年)[^，。；]{0,6}$|(?<![环同占])(?:比|较|相比于?|与)(?!例|重|[大多高低小少长短为]|[^，。；（）]*(?:的?[有是为：]|的))[^，。；（）]{1,12}（$|(?:比|较|与)[^，。；（）]{0,6}(?:\d月份?|上[月周季年]|同期)（[^，。；（）\d占]{1,8}$|(?:环比|同比)（[^，。；（）]{0,12}$/;

const timesOf = /^）?的[\d.]+倍/;

const lastYear = /去年|上年|上一年/;

/** “9月份为48190件”: a month that has to be named isn't the one the report goes on about */
const namedMonth = /^(?:上年|去年)?(?:\d{1,2}月份?|第?[一二三四]季度|[上下]半年)(?:同期)?为$/;

const lastOf =
  /(上个?月|前月|前期(?!物业|介入)|前一?[月季年]|上期|上周|上个?季度|前一?周|上一(周|月|季|期|采暖季|供暖季))[^，]*$/;

/** “2024年受理3件，2023年为2件”: the year before the one that the sentence began with */
export function isYearBefore(before: string, text: string): boolean {
  const year = /(20\d\d)年(?:同期|全年|末)?(?:的)?(?:为|是|共|受理)?$/.exec(before)?.[1];
  return year !== undefined && text.slice(0, -before.length).includes(`${Number(year) + 1}年`);
}

/** “去年建成的A站”, “去年投诉最多的健身行业今年降至112件”, “较去年上升的有”: says when something else was */
const aside =
  /(?:今年|本[月期])[^，]*$|(?:升|降|增加?|减少?|回落|增长)的?(?:有|是|为)[^，]*$|(?:建成|开通|新增|约谈|挂牌|督办|通报|(?:去年|上年|上[月期周季])[^，]*最[多高低少])的[^，]*$/;

/** a change is always the report's own; “上月的52000件” is the period before */
export function periodOf(before: string, kind: MentionKind, after: string): Mention["period"] {
  if (kind === "change") return "now";
  // “上月未办结工单233件”: what was left over is in hand now
  if (/上[月期季周年](?:度|份)?(?:的)?(?:未办结|未结|结转|遗留|转结|转入|滚存)[^，。；]*$/.test(before)) return "now";
  // a bracket that is closed says nothing of what comes behind it
  const clause = before
    .replace(/（[^（）]*）/g, "")
    .split(/[，；。（]/)
    .at(-1)!;
  if (aside.test(clause)) return "now";
  // “去年前三季度，这一数字为79355件”
  const spoken = /^(?:这一|该)(?:数字|数据|数)(?:为|是)?$/.test(clause) ? before.split(/[。；]/).at(-1)! : clause;
  if (new RegExp(`(?:${lastYear.source})[^，]*$`).test(clause) || (spoken !== clause && lastYear.test(spoken)))
    return "lastYear";
  if (spoken !== clause && lastOf.test(spoken.split("，")[0]!)) return "last";
  const lead = before
    .replace(/（[^（）]*）/g, "")
    .split(/[，；。]/)
    .at(-1)!;
  if (comparedWith.test(lead) && lastYear.test(lead)) return "lastYear";
  // “受理21843件，2022年15206件，增长43.65%”
  if (/^20\d\d年$/.test(clause) && /^，(?:同比)?(?:增长|下降|增加|减少|上升)/.test(after)) return "lastYear";
  const isBase = comparedWith.test(before.split(/[，；。]/).at(-1)!) || timesOf.test(after) || namedMonth.test(clause);
  return isBase || lastOf.test(clause) ? "last" : "now";
}

/** “环比增长4.90%（9月49866件）”: what stands in the bracket of a change is what it is compared with */
export const comparesWith = (change: Mention, { kind, before, depth }: Mention): boolean =>
  change.kind === "change" &&
  depth > change.depth &&
  (kind === "count" || kind === "rate" || kind === "score") &&
  /^（(?:上[月期周季年][^，。；（）\d]{0,6}|去年[^，。；（）]{0,8}|上年[^，。；（）]{0,8}|同期|\d{1,2}月份?|[一二三四]季度|20\d\d年[^，。；（）]{0,8}|[上下]半年)(?:为|是|：)?$/.test(
    before,
  );

/** “由A上升至B”: A is the period before */
export function leadsTo(from: Mention, to: Mention): void {
  const isRise = /^[^，。；]{0,8}(?:至|到|为)了?[^，。；]{0,10}$/.test(to.before) && to.unit === from.unit;
  if (!isRise || !/(?:由|从)[^，。；]{0,14}$/.test(from.before)) return;
  from.period = "last";
  from.kind = to.kind = from.unit === "%" ? "rate" : from.kind === "change" ? "count" : from.kind;
  to.direction = 0;
  from.label = from.label.replace(/(?:由|从).*$/, "");
  to.label = from.label;
}

/** its clause begins with a month: “9月接听率97.84%”, “2022年10月为24090件” */
const ownMonth = /(?:^|[，。；：（、])(?:(20\d\d)年)?(\d{1,2})月份?(?![\d日底末初起至到—-])[^，。；：（）、\d]*$/;

/**
 * 逐月的数: in a report of one month a number of the month before it, or of the same month a year ago, is of that period, though no
 * word says so. A sentence that goes through three months or more tells of a series.
 */
export function placeInTime(mentions: Mention[], report: { year: number | null; month: number }): void {
  const named = sentenceOf(mentions[0]!).match(/\d{1,2}月(?!\d{1,2}日)/g) ?? [];
  if (new Set(named).size > 2) return;
  const months = mentions.map((mention) => ownMonth.exec(sentenceBefore(mention)));
  for (const [at, mention] of mentions.entries()) {
    const match = months[at];
    // “较2024年12月（26584件）”, in a report of December 2025
    const [, year, named] = /(20\d\d)年(\d{1,2})月份?[^，。；：）、\d]*$/.exec(sentenceBefore(mention)) ?? [];
    if (mention.period === "last" && Number(year) === (report.year ?? 0) - 1 && Number(named) === report.month)
      mention.period = "lastYear";
    if (!match || mention.period !== "now" || mention.kind === "change") continue;
    const month = Number(match[2]);
    const isYearAgo = match[1] !== undefined && Number(match[1]) === (report.year ?? Number.NaN) - 1;
    if (isYearAgo && month === report.month) mention.period = "lastYear";
    else if ((match[1] === undefined || !isYearAgo) && month % 12 === (report.month + 11) % 12) mention.period = "last";
  }
}

/** “受理21843件，2022年15206件”: in a report of the year after, a number whose clause is nothing but that year */
export function placeInYears(mentions: Mention[], report: number): void {
  const named = sentenceOf(mentions[0]!).match(/20\d\d年/g) ?? [];
  if (new Set(named).size !== 1) return;
  for (const mention of mentions) {
    const year = /，(20\d\d)年(?:全年|同期)?(?:为|受理|共)?$/.exec(sentenceBefore(mention))?.[1];
    if (Number(year) === report - 1 && mention.period === "now" && mention.kind !== "change")
      mention.period = "lastYear";
  }
}

/** “第一季度受理3126宗”: in a report of the second quarter, a number whose clause begins with the quarter before */
export function placeInQuarters(mentions: Mention[], report: number): void {
  const named = sentenceOf(mentions[0]!).match(/[一二三四]季度/g) ?? [];
  if (new Set(named).size > 2) return;
  for (const mention of mentions) {
    const words = sentenceBefore(mention);
    const quarter = /(?:^|[，。；：（])第?([一二三四])季度[^，。；：（）、\d]*$/.exec(words)?.[1];
    const isBefore = quarter !== undefined && chineseNumber(quarter)! % 4 === report - 1 && report > 1;
    if (isBefore && mention.period === "now" && mention.kind !== "change") mention.period = "last";
  }
}

/** “上周我局签收398件” at the head of a report, and nothing of this week: the week before is what it tells of */
const ownLast = /^(?:[^。；\d]{0,20}，)?(上周|上月)(?:（[^（）]*）)?，?[^，。；：、（）\d]*$/;

/** 上周的周报: a report that begins with the week or month before it goes on about that one */
export function placeInLast(mentions: Mention[], text: string): void {
  const wordOf = (mention: Mention) => {
    const lead = sentenceBefore(mention);
    return /[比较与]上/.test(lead) ? undefined : ownLast.exec(lead)?.[1];
  };
  const first = mentions.find(({ kind }) => kind === "count");
  const word = first?.period === "last" ? wordOf(first) : undefined;
  if (!word || text.includes(word.replace("上", "本"))) return;
  for (const mention of mentions)
    if (mention.period === "last" && wordOf(mention) === word) {
      mention.period = "now";
      mention.label = mention.label.replace(word, "");
    }
}
