/** 两期的值: the values of two periods that a change stands beside, by their months and names. */
import { isMean, monthOf, textBetween } from "./changedBase.ts";
import type { Mention } from "./mention.ts";
import { isSameUnit } from "./parts.ts";

/** “增加78件（8月份1389件、9月份1467件）”, “提高1.75个百分点（9月83.16%，本月85.34%）” */
export function monthsBehind(mentions: Mention[], mention: Mention): { now: Mention; earlier: Mention } | null {
  const at = mentions.indexOf(mention);
  const [earlier, now] = [mentions[at + 1], mentions[at + 2]];
  // “增加5.18万件，由12.46万件增至17.62万件”
  if (
    earlier &&
    now &&
    /^，由$/.test(textBetween(mention, earlier)) &&
    /^(?:增|增加|减|减少|升|上升|降|下降|提高|变)(?:至|到|为)$/.test(textBetween(earlier, now)) &&
    isSameUnit(earlier.unit, now.unit)
  )
    return { earlier, now };
  if (!earlier || !now || /去年|上年/.test(now.before) || earlier.depth <= mention.depth || now.depth <= mention.depth)
    return null;
  const isNext =
    monthOf(earlier) % 12 === monthOf(now) - 1 ||
    /^(?:→|->|-|至|到)$/.test(textBetween(earlier, now)) ||
    (/（(?:上[月期周季年]|去年|\d{1,2}月)/.test(textBetween(mention, earlier)) &&
      /本[月期周季年]|今年/.test(now.before));
  const isValue = ({ kind }: Mention) => kind === "count" || kind === "rate" || kind === "score";
  // “（6月4504件，5月3482件）”
  const isTurned =
    monthOf(now) % 12 === monthOf(earlier) - 1 &&
    /^[，、；]$/.test(textBetween(earlier, now).replace(/\d{1,2}月份?$/, ""));
  if (isTurned && isSameUnit(earlier.unit, now.unit) && isValue(earlier) && isValue(now))
    return { now: earlier, earlier: now };
  return isNext && isSameUnit(earlier.unit, now.unit) && isValue(earlier) && isValue(now) ? { now, earlier } : null;
}

/** “环比上升2.42%，同比下降4.48%（2024年7月为45120件，2023年8月为48377件）”: a base for each, in the same order */
export function basesBehind(
  mentions: Mention[],
  at: number,
  now: Mention | null,
): { now: Mention; earlier: Mention } | null {
  const isFirst = mentions[at + 1]?.kind === "change";
  const first = isFirst ? at : at - 1;
  const [a, b, x, y] = mentions.slice(Math.max(0, first), first + 4);
  const isPair =
    first >= 0 &&
    a?.kind === "change" &&
    b?.kind === "change" &&
    x !== undefined &&
    y !== undefined &&
    [a, b].every(({ before }) => /环比|同比/.test(before)) &&
    /^（/.test(textBetween(b, x)) &&
    [x, y].every(({ depth, kind, unit }) => depth > b.depth && kind === now?.kind && isSameUnit(unit, now.unit));
  if (!isPair || !now) return null;
  // “同比下降6.18%，环比上升1.06%（7月41873件，上年同期45102件）” turns them round
  const isTurned = /同比/.test(a.before) && /去年|上年/.test(y.before) && !/去年|上年/.test(x.before);
  return { now, earlier: isFirst === isTurned ? y : x };
}

const ofPeriod = /^[，；（](?:\d{1,2}月份?|[一二三四]季度|上半年|20\d\d年)[^，。；]{0,12}$/;

/** “满意率91.40%；一季度满意率为89.75%，提高1.65个百分点”: the value of an earlier period stands between, under the same name */
export function namedBetween(mentions: Mention[], at: number): { now: Mention; earlier: Mention } | null {
  const [now, earlier, mention] = [mentions[at - 2], mentions[at - 1], mentions[at]!];
  const isPair =
    now?.kind === "rate" &&
    earlier?.kind === "rate" &&
    now.unit === earlier.unit &&
    now.label.length > 2 &&
    earlier.label.endsWith(now.label) &&
    earlier.depth === now.depth &&
    ofPeriod.test(earlier.before) &&
    !/[月季年]/.test(now.before) &&
    /^，[^，。；]{0,6}$/.test(textBetween(earlier, mention));
  return isPair ? { now, earlier } : null;
}

/** “满意率75.2%。去年同期满意率为71.9%，提高3.3%”: the value of now closes the sentence before, under the same name */
export function namedAbove(
  mentions: Mention[],
  at: number,
  above: Mention[],
): { now: Mention; earlier: Mention } | null {
  const [earlier, mention] = [mentions[at - 1], mentions[at]!];
  const name =
    /(?:去年|上年)同期(?:的)?([^，。；\d]{2,10}?[率度])(?:为|是)?$|^上[月期季周年]度?(?:的)?([^，。；\d]{2,10}?[率度])(?:为|是)?$/.exec(
      earlier?.before ?? "",
    );
  const word = name?.[1] ?? name?.[2];
  const now = above.findLast((one) => one.kind === "rate" && one.period === "now" && one.label.endsWith(word ?? "-"));
  const isPair =
    at === 1 &&
    earlier?.kind === "rate" &&
    word !== undefined &&
    now?.kind === "rate" &&
    now.passage === earlier.passage &&
    now.unit === earlier.unit &&
    now.period === "now" &&
    now.label.endsWith(word) &&
    /^，[^，。；率]{0,6}$/.test(textBetween(earlier, mention));
  return isPair ? { now, earlier } : null;
}

/** “平均等待时间从31秒降到14秒，降幅54.8%”: the two right before it, of whatever unit */
export function ledBefore(mentions: Mention[], at: number): { now: Mention; earlier: Mention } | null {
  const [earlier, now, mention] = [mentions[at - 2], mentions[at - 1], mentions[at]!];
  const isPair =
    earlier !== undefined &&
    now?.kind === "other" &&
    earlier.unit === now.unit &&
    mention.unit === "%" &&
    /(?:从|由)[^，。；]{0,12}$/.test(earlier.before) &&
    /^(?:降|增|缩短|压缩|压减|升|减|提高|延长|减少|增加|下降|上升)(?:到|至|为)$/.test(now.before) &&
    /^，[^，。；\d]{0,6}$/.test(textBetween(now, mention));
  return isPair ? { now, earlier } : null;
}

/** “7月被退回8件，6月退回13件，退回量环比上升38.46%”: the later month stands first */
export function monthsTurned(mentions: Mention[], at: number): { now: Mention; earlier: Mention } | null {
  const [now, earlier, mention] = [mentions[at - 2], mentions[at - 1], mentions[at]!];
  const isPair =
    now?.kind === "count" &&
    earlier?.kind === "count" &&
    isSameUnit(now.unit, earlier.unit) &&
    earlier.depth === now.depth &&
    mention.depth === now.depth &&
    monthOf(earlier) % 12 === monthOf(now) - 1 &&
    /^，\d{1,2}月/.test(textBetween(now, earlier)) &&
    /^，[^，。；\d]{0,8}$/.test(textBetween(earlier, mention)) &&
    !/同比|去年|上年/.test(mention.before);
  return isPair ? { now, earlier } : null;
}

/** “2022年为86.2分，2023年为87.6分，下降1.4分”: two years, one after the other */
export function yearsInOrder(mentions: Mention[], at: number): { now: Mention; earlier: Mention } | null {
  const [earlier, now, mention] = [mentions[at - 2], mentions[at - 1], mentions[at]!];
  const yearOf = ({ before }: Mention) => Number(/(20\d\d)年(?:为|是|达)?$/.exec(before)?.[1]);
  const isPair =
    earlier !== undefined &&
    now !== undefined &&
    earlier.kind === now.kind &&
    earlier.unit === now.unit &&
    earlier.depth === now.depth &&
    yearOf(now) === yearOf(earlier) + 1 &&
    mentions.filter((one) => yearOf(one) > 0).length === 2 &&
    !/累计|[两三四五]年/.test(mention.before) &&
    /^，[^，。；\d]{0,6}$/.test(textBetween(now, mention));
  return isPair ? { now, earlier } : null;
}

/** “受理74316件，环比二季度（68205件）增长12.47%”: the value that the bracket right before it gives for what it is compared with */
export function bracketBase(mentions: Mention[], at: number): { now: Mention; earlier: Mention } | null {
  const [earlier, mention] = [mentions[at - 1], mentions[at]!];
  const now = mentions
    .slice(0, Math.max(0, at - 1))
    .findLast((one) => one.kind === "count" && earlier !== undefined && one.depth < earlier.depth && !isMean(one));
  const isPair =
    now !== undefined &&
    earlier?.kind === "count" &&
    now.period === "now" &&
    isSameUnit(now.unit, earlier.unit) &&
    /(?:环比|同比|较|比)(?:[一二三四]季度|去年[^，。；（）\d]{0,6}|上年[^，。；（）\d]{0,6}|上[月周季年期])（$/.test(
      earlier.before,
    ) &&
    /^）(?:同比|环比)?(?:上升|增长|增加|下降|减少|降低|回落)了?$/.test(mention.before) &&
    mentions.slice(mentions.indexOf(now) + 1, at - 1).every(({ kind }) => kind === "change");
  return isPair ? { now, earlier } : null;
}
