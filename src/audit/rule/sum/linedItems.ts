/** 分行列举: a lead with a total, and below it numbered lines or bullets whose counts don't make it. */
import type { Finding } from "../../../domain/finding.ts";
import { isSlip, meets, middle, printed, show, sum, toNumber } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Passage } from "../../read/passage.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

const sign =
  /^(?:[-—–·•●○■◆▪*]+\s*)?(?:(?:第?[一二三四五六七八九十]{1,2}(?:是|、|类)|\d{1,2}[.、．）)]|（[\d一二三四五六七八九十]{1,2}）|[①-⑳]))?/;
const leads = /(?:：|具体(?:如下|情况)?[：。]?|如下[：。]?)$/;
/** what may be left out, or counted twice */
const partial =
  /主要|其中|集中|较多|居多|突出|典型|前[一二三四五六七八九十\d]|等|重复计|多种|多类|交叉|多选|同时|可能|热点/;

export const linedItems = ({ passages, mentions }: Reading): Finding[] =>
  passages.flatMap((lead, at) => {
    if (partial.test(lead.text)) return [];
    const own = mentions.filter(({ passage, period, isHedged }) => passage === lead && period === "now" && !isHedged);
    const isOfScores = own.at(-1)?.kind === "score";
    const items = itemsBelow(passages.slice(at + 1, at + 31), mentions, isOfScores);
    if (items.length < 3) return [];
    const added = sum(items.map(({ number }) => number.range));
    // “受理800件，办结790件，具体分布如下：”: of what came in
    if (own.some(({ number }) => meets(added, number.range))) return [];
    if (leads.test(lead.text)) return wholeOf(own, items).flatMap((whole) => against(whole, items));
    return own.flatMap((whole) => (isNearly(whole, items) ? against(whole, items) : []));
  });

/** a line that announces nothing is their whole where they end with 其他 and make it but for a slip */
function isNearly(whole: Mention, items: Mention[]): boolean {
  const added = items.reduce((all, { number }) => all + number.approximate, 0);
  const isClosed = /^(?:其[他它余])/.test(
    nameOf(items.at(-1)!)
      .replace(sign, "")
      .replace(/^[.、．]/, ""),
  );
  return (
    isClosed &&
    whole.kind === items[0]!.kind &&
    isSameUnit(whole.unit, items[0]!.unit) &&
    Math.abs(added - whole.number.approximate) * 100 <= whole.number.approximate
  );
}

/** the first number of each line that begins with a sign, or the last one of its unit where a working stands before it */
function itemsBelow(passages: Passage[], mentions: Mention[], isOfScores: boolean): Mention[] {
  const items: Mention[] = [];
  for (const passage of passages) {
    const mark = sign.exec(passage.text)![0];
    const own = mentions.filter((one) => one.passage === passage && one.period === "now");
    const scores = own.filter(({ kind }) => kind === "score");
    const first = isOfScores ? scores.at(-1) : own.find(({ kind }) => kind === "count");
    // “电话诉求事项2114已办结2099件”: the first number has no unit
    const isAnother = first && /(?<!\d)(?!123\d\d)\d{2,}(?=已|其中|，)/.test(passage.text.slice(mark.length, first.at));
    if (mark === "" || !first || isAnother || passage.text.length > 120) break;
    items.push(first);
  }
  return items;
}

/** the last number of the lead that is of the items' unit */
const wholeOf = (own: Mention[], items: Mention[]): Mention[] => {
  const whole = own.findLast((one) => one.kind === items[0]!.kind && isSameUnit(one.unit, items[0]!.unit));
  return whole ? [whole] : [];
};

function against(whole: Mention, items: Mention[]): Finding[] {
  const parts = items.filter(({ unit }) => isSameUnit(unit, whole.unit));
  if (parts.length < items.length || parts.some(({ isHedged }) => isHedged)) return [];
  const added = sum(parts.map(({ number }) => number.range));
  if (meets(added, whole.number.range)) return [];
  const off = toNumber(added.low) - whole.number.approximate;
  const smallest = Math.min(...parts.map(({ number }) => number.approximate));
  const shown = show(middle(added), whole.number.step ? 2 : 0);
  const isSlipped = isSlip(printed(shown, 0, "", shown), whole.number);
  const isClosed = /^(?:其[他它余])/.test(nameOf(parts.at(-1)!).replace(sign, ""));
  const isStated =
    /分(?:为)?[两二三四五六七八九十\d]+[类个项]|按[^，。；]{1,8}分|共[^，。；]{0,6}$/.test(
      whole.passage.text.slice(whole.sentence.from),
    ) || /合计|共计|总计|共/.test(whole.before);
  // fewer may be others that aren't listed; far more is another measure
  const isMeant =
    off > 0 ? off * 2 < whole.number.approximate : isClosed || isStated || isSlipped || -off * 3 < smallest;
  if (!isMeant) return [];
  const texts = parts.map(({ number }) => number.text);
  return [
    finding("partsAndWhole", {
      confidence: isClosed || isStated || isSlipped ? 0.8 : 0.6,
      places: distinctPlaces([placeOf(whole), ...parts.map(placeOf)]),
      values: [whole.number.text, ...texts],
      arithmetic: `${texts.map((text) => text.replace(/[^\d.万]/g, "")).join(" + ")} = ${shown} ≠ ${whole.number.text}`,
      message: `“${nameOf(whole)}”印作${whole.number.text}，下面分列的${parts.length}项相加为${shown}。`,
    }),
  ];
}
