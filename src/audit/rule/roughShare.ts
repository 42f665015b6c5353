/** 约数与实数: “超八成”, “不足一半” beside the very percentage that it rounds; and a share of several together. */
import type { Finding } from "../../domain/finding.ts";
import { toNumber as asNumber, meets, show, sum } from "../number.ts";
import { chineseNumber } from "../read/chinese.ts";
import type { Mention } from "../read/mention.ts";
import { isSameUnit } from "../read/parts.ts";
import type { Reading } from "../read/reading.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../write.ts";
import { percentOf } from "./shareOfBase.ts";

export const roughShare = (reading: Reading): Finding[] => [
  ...reading.sentences.flatMap((mentions) => mentions.flatMap((mention, at) => beside(mentions, mention, at))),
  ...reading.sentences.flatMap((mentions) =>
    mentions.flatMap((mention, at) => together(mentions, mention, at, reading)),
  ),
];

const isRough = ({ number, unit }: Mention): boolean => unit === "%" && /[成半之]/.test(number.text);
const isExact = ({ number, unit, isHedged }: Mention): boolean => unit === "%" && !isHedged && number.step !== null;

/** “占比超过一半（42.73%）”, “答复率77.31%，超八成诉求……” */
function beside(mentions: Mention[], mention: Mention, at: number): Finding[] {
  if (!isRough(mention)) return [];
  const text = mention.passage.text;
  const [before, after] = [mentions[at - 1], mentions[at + 1]];
  const inBracket = mentions
    .slice(at + 1, at + 3)
    .find((one) => isExact(one) && one.depth > mention.depth && one.kind === "share");
  const isClosing = inBracket && /^[^，。；（）]{0,16}（[^（）]*，占比?$/.test(text.slice(mention.end, inBracket.at));
  const isBehind =
    after && isExact(after) && /^[^，。；（）\d]{0,8}（(?:占比?|为|即|达)?$/.test(text.slice(mention.end, after.at));
  const between = before ? text.slice(before.end, mention.at) : "";
  const isBefore =
    before &&
    isExact(before) &&
    before.kind !== "change" &&
    (/^）?，?(?:均|已|即|也就是|约?占(?:比)?|达到?|仍)?$/.test(between) ||
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

const joint =
  /([两二三四五六七八九十]|\d{1,2})(?:大?类|项|者|个|家|地|方面|种)[^，。；：\d]{0,6}(?:合计|共计|共|总计)?[^，。；：\d]{0,4}占[^，。；]*$/;

/** “甲3件、乙2件、丙1件，三类合计占全部诉求的四成” */
function together(mentions: Mention[], share: Mention, at: number, { mentions: all }: Reading): Finding[] {
  const said = share.kind === "share" && share.unit === "%" ? chineseNumber(joint.exec(share.before)?.[1] ?? "") : null;
  if (said === null) return [];
  const counts = mentions
    .slice(0, at)
    .filter(({ kind, period, depth, unit }) => kind === "count" && period === "now" && depth === 0 && unit !== "家");
  const closing = counts.at(-1);
  const isClosed = closing && /合计|共/.test(closing.before) && counts.length > said;
  const parts = isClosed ? [closing] : counts.slice(-said);
  const [first] = parts;
  if (!first || (!isClosed && (parts.length < said || mentions[at - 1] !== parts.at(-1)))) return [];
  if (parts.some(({ unit }) => !isSameUnit(unit, first.unit))) return [];
  const added = sum(parts.map(({ number }) => number.range));
  const bases = all.filter(
    (one) =>
      one.kind === "count" &&
      one.period === "now" &&
      isSameUnit(one.unit, first.unit) &&
      one.number.approximate >= asNumber(added.high),
  );
  if (bases.length === 0 || bases.some(({ number }) => meets(share.number.range, percentOf(added, number.range))))
    return [];
  const isTotal = ({ label, depth, period }: Mention) =>
    /受理|诉求|工单|来电|派|交办|转办/.test(label) && depth === 0 && period === "now";
  const base =
    bases.findLast((one) => isTotal(one) && one.at < share.at && one.passage === share.passage) ?? bases.find(isTotal);
  if (!base) return [];
  const right = show(percentOf(added, base.number.range).low, 2);
  return [
    finding("shareOfBase", {
      confidence: 0.65,
      places: distinctPlaces([placeOf(share), ...parts.map(placeOf), placeOf(base)]),
      values: [share.number.text, ...parts.map(({ number }) => number.text)],
      arithmetic: `(${parts.map(({ number }) => number.text).join(" + ")}) ÷ ${base.number.text} = ${right}% ≠ ${share.number.text}`,
      message: `${parts.length > 1 ? `所列${parts.length}项` : `“${nameOf(first)}”`}合计占“${nameOf(base)}”${base.number.text}的${right}%，印作${share.number.text}。`,
    }),
  ];
}
