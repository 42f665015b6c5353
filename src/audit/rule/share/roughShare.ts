/** 约数与实数: “超八成”, “不足一半” beside the very percentage that it rounds; and a share of several together. */
import type { Finding } from "../../../domain/finding.ts";
import { toNumber as asNumber, meets, middle, percentOf, show, sum } from "../../number.ts";
import { chineseNumber } from "../../read/chinese.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

export const roughShare = (reading: Reading): Finding[] => [
  ...reading.sentences.flatMap((mentions) => mentions.flatMap((mention, at) => beside(mentions, mention, at))),
  ...reading.sentences.flatMap((mentions) =>
    mentions.flatMap((mention, at) => together(mentions, mention, at, reading)),
  ),
  ...reading.sentences.flatMap((mentions) => mentions.flatMap((mention, at) => ofCount(mentions, mention, at))),
  ...reading.sentences.flatMap((mentions) =>
    mentions.flatMap((mention, at) => ofAside(mention, at, mentions, reading.mentions)),
  ),
];

/** “占七成以上（98件），……，合计163件” */
function ofCount(mentions: Mention[], mention: Mention, at: number): Finding[] {
  const count = mentions[at + 1];
  const isBeside = count?.kind === "count" && /^（$/.test(count.passage.text.slice(mention.end, count.at));
  if (!isRough(mention) || !isBeside || !/占/.test(mention.before)) return [];
  const wholes = mentions.filter(
    ({ kind, period, before, number, unit }) =>
      kind === "count" &&
      period === "now" &&
      isSameUnit(unit, count.unit) &&
      number.approximate > count.number.approximate &&
      /合计|共|总/.test(before),
  );
  const [whole] = wholes;
  return whole && wholes.length === 1 ? against(mention, count, whole, 0.65) : [];
}

/** “停水类1096件。……这一类占到派单总数（7042件）的近三分之一” */
function ofAside(mention: Mention, at: number, mentions: Mention[], every: Mention[]): Finding[] {
  const base = mentions[at - 1];
  const text = mention.passage.text;
  if (!isRough(mention) || base?.kind !== "count" || !/^）的$/.test(text.slice(base.end, mention.at))) return [];
  if (!/占[^，。；（）]{0,10}（$/.test(text.slice(0, base.at))) return [];
  const count = every.findLast(
    (one) =>
      one.passage === mention.passage &&
      one.end <= base.at &&
      one.kind === "count" &&
      one.period === "now" &&
      isSameUnit(one.unit, base.unit) &&
      one.number.approximate < base.number.approximate,
  );
  return count ? against(mention, count, base, 0.7) : [];
}

function against(mention: Mention, count: Mention, base: Mention, confidence: number): Finding[] {
  const share = percentOf(count.number.range, base.number.range);
  if (meets(mention.number.range, share)) return [];
  const right = show(middle(share), 2);
  return [
    finding("shareOfBase", {
      confidence,
      places: distinctPlaces([placeOf(mention), placeOf(count), placeOf(base)]),
      values: [mention.number.text, count.number.text, base.number.text],
      arithmetic: `${count.number.text} ÷ ${base.number.text} = ${right}%，不是${mention.number.text}`,
      message: `${count.number.text}占${base.number.text}的${right}%，文中却说“${mention.number.text}”。`,
    }),
  ];
}

const isRough = ({ number, unit }: Mention): boolean => unit === "%" && /[成半之]/.test(number.text);
const isPlainPercent = ({ number, unit, isHedged }: Mention): boolean =>
  unit === "%" && !isHedged && number.step !== null;

/** in points, as no slip of the pen is */
const MOST_OFF = 10;
const isFarOff = (a: Mention, b: Mention): boolean => Math.abs(a.number.approximate - b.number.approximate) > MOST_OFF;

/** “占比超过一半（42.73%）”, “答复率77.31%，超八成诉求……” */
function beside(mentions: Mention[], mention: Mention, at: number): Finding[] {
  const text = mention.passage.text;
  // “四成不到（34.65%）”
  if (!isRough(mention) || /^(?:不到|不足)/.test(text.slice(mention.end))) return [];
  const [before, after] = [mentions[at - 1], mentions[at + 1]];
  const inBracket = mentions
    .slice(at + 1, at + 3)
    .find((one) => isPlainPercent(one) && one.depth > mention.depth && one.kind === "share");
  const isClosing = inBracket && /^[^，。；（）]{0,16}（[^（）]*，占比?$/.test(text.slice(mention.end, inBracket.at));
  const isBehind =
    after &&
    isPlainPercent(after) &&
    /^[^，。；（）\d]{0,8}（(?:占比?|为|即|达)?$/.test(text.slice(mention.end, after.at));
  const between = before ? text.slice(before.end, mention.at) : "";
  const isBefore =
    before &&
    isPlainPercent(before) &&
    before.kind !== "change" &&
    ((/^）?，?(?:均|已|即|也就是|约?占(?:比)?|达到?|仍)?$/.test(between) &&
      // “按期办结率98.5%，近八成工单在3个工作日内办结”: of others
      !(between === "，" && isFarOff(mention, before) && /^[^，。；：）（]{4,}/.test(text.slice(mention.end)))) ||
      /^）?，[^，。；\d占]{2,14}已(?:经)?$/.test(between)) &&
    !/^(?:以上|的)?(?:目标|要求)/.test(text.slice(mention.end));
  const exact = isBehind ? after : isClosing ? inBracket : isBefore ? before : null;
  if (!exact || meets(mention.number.range, exact.number.range)) return [];
  return [
    finding("wording", {
      confidence: 0.7,
      places: distinctPlaces([placeOf(mention), placeOf(exact)]),
      values: [mention.number.text, exact.number.text],
      arithmetic: `${exact.number.text} 不是${mention.number.text}`,
      message: `“${nameOf(exact)}”${exact.number.text}，文中却说“${mention.number.text}”。`,
    }),
  ];
}

/** “，合计占商品类投诉的35.75%”: a count of the paragraph that is called just so */
function namedBase({ before, passage }: Mention, all: Mention[]): Mention | null {
  const name = /^，?(?:合计|共计|共|总共)占([^，。；\d]{3,12}?)(?:总量|总数)?的$/.exec(before.replace(/^）/, ""))?.[1];
  const found = all.filter((one) => one.kind === "count" && one.passage === passage && one.label === name);
  const near = found.length > 0 ? found : all.filter((one) => one.kind === "count" && one.label === name);
  return name && new Set(near.map(({ number }) => number.approximate)).size === 1 ? near[0]! : null;
}

/** how many counts of one kind stand right before it, one after the other */
function listedBefore(mentions: Mention[], at: number): number | null {
  const [last] = mentions.slice(at - 1, at);
  let count = 0;
  for (const one of mentions.slice(0, at).reverse()) {
    if (one.kind !== "count" || one.depth !== last!.depth || one.unit !== last!.unit) break;
    count += 1;
  }
  return count > 1 ? count : null;
}

/** “位居前三的工单：甲512件、乙437件、丙318件，占工单总量的76.65%” */
function isOfFirst({ before, passage, sentence, at: end }: Mention, mentions: Mention[], at: number): boolean {
  const said = /前([两三四五六七八九十]|\d{1,2})(?:位|名|类)?[^，。；：\d]{0,8}：/.exec(
    passage.text.slice(sentence.from, end),
  )?.[1];
  return (
    /^，占[^，。；]{2,}的?$/.test(before) && said !== undefined && chineseNumber(said) === listedBefore(mentions, at)
  );
}

const joint =
  /([两二三四五六七八九十]|\d{1,2})(?:大?类|项|者|个|家|地|方面|种)[^，。；：\d]{0,6}(?:合计|共计|共|总计)?[^，。；：\d]{0,4}占(?!比)[^，。；]*$/;

/** “位居前三，三项合计超过六成” */
const jointly =
  /([两二三四五六七八九十]|\d{1,2})(?:大?类|项|者|个|家|地|方面|种)[^，。；：\d]{0,6}(?:合计|共计|加起来|总共)(?:就|已|约|达)?$/;

/** words that name all there is, or nothing in particular */
const general = /受理|诉求|工单|总|全|来电|转办|派单|派发|交办|承办|本[月期季年]|以上|上述/;

/** “甲3件、乙2件、丙1件，三类合计占全部诉求的四成” */
function together(mentions: Mention[], share: Mention, at: number, { mentions: all }: Reading): Finding[] {
  const isRoughly = isRough(share) && jointly.test(share.before);
  if ((share.kind !== "share" && !isRoughly) || share.unit !== "%") return [];
  const base = namedBase(share, all);
  // “占该类的56.7%”: of what the paragraph speaks of
  if (/(?:分别|依次|各)[^，。；]*$|占(?:该|本|此|其)/.test(share.before)) return [];
  // “三项占咨询件的30.4%”, and no count is called so
  const whose = /占([^，。；\d]{2,10}?)(?:总量|总数)?的$/.exec(share.before)?.[1] ?? "";
  if (!base && whose !== "" && !general.test(whose)) return [];
  const said =
    chineseNumber((isRoughly ? jointly : joint).exec(share.before)?.[1] ?? "") ??
    (base || isOfFirst(share, mentions, at) ? listedBefore(mentions, at) : null);
  if (said === null) return [];
  const counts = mentions
    .slice(0, at)
    .filter(
      ({ kind, period, depth, unit }) =>
        kind === "count" && period === "now" && (depth === 0 || base !== null) && unit !== "家",
    );
  // “甲31件、……、其他13件，前三类占转办量的63.64%”: of the first of them
  if (/前[^，。；]{1,4}(?:类|项|位|名)?占/.test(share.before) && counts.length > said) return [];
  const closing = counts.at(-1);
  const isClosed = closing && /合计|(?<!公)共/.test(closing.before) && counts.length > said;
  const parts = isClosed ? [closing] : counts.slice(-said);
  const [first] = parts;
  if (!first || (!isClosed && (parts.length < said || mentions[at - 1] !== parts.at(-1)))) return [];
  if (parts.some(({ unit }) => !isSameUnit(unit, first.unit))) return [];
  // “提前、按时两项合计占”: of those that it names
  const names = /([^，。；、：\d]{2,6})、([^，。；、：\d]{2,6}?)两[项类者]/.exec(share.before)?.slice(1);
  if (names && !names.every((name, nth) => parts[nth]?.label.includes(name))) return [];
  const added = sum(parts.map(({ number }) => number.range));
  const bases = base
    ? [base]
    : all.filter(
        (one) =>
          one.kind === "count" &&
          one.period === "now" &&
          isSameUnit(one.unit, first.unit) &&
          one.number.approximate >= asNumber(added.high),
      );
  if (bases.length === 0 || bases.some(({ number }) => meets(share.number.range, percentOf(added, number.range))))
    return [];
  const isTotal = ({ label, depth, period }: Mention) =>
    /受理|诉求|工单|来电|派|交办|转办/.test(label) &&
    !/到期|应办|回访|超期|抽/.test(label) &&
    depth === 0 &&
    period === "now";
  const whole =
    base ??
    bases.findLast((one) => isTotal(one) && one.at < share.at && one.passage === share.passage) ??
    bases.find(isTotal);
  if (!whole) return [];
  const right = show(middle(percentOf(added, whole.number.range)), 2);
  return [
    finding("shareOfBase", {
      confidence: 0.65,
      places: distinctPlaces([placeOf(share), ...parts.map(placeOf), placeOf(whole)]),
      values: [share.number.text, ...parts.map(({ number }) => number.text)],
      arithmetic: `(${parts.map(({ number }) => number.text).join(" + ")}) ÷ ${whole.number.text} = ${right}% ≠ ${share.number.text}`,
      message: `${parts.length > 1 ? `所列${parts.length}项` : `“${nameOf(first)}”`}合计占“${nameOf(whole)}”${whole.number.text}的${right}%，印作${share.number.text}。`,
    }),
  ];
}
