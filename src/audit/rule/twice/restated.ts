/** 承上再提: “收到举报430件。……在460件举报中”: a total that is taken up again to be taken apart, with another value than it was told with. */
import type { Finding } from "../../../domain/finding.ts";
import { isSameValue, isSlip } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore } from "../../read/sentence.ts";
import { isOfOnePeriod } from "./alike.ts";
import { told } from "./twoValues.ts";

/** words that only lead to a number said before */
const leading =
  /(?:^|[，。；：])(?:按[^，。；：\d]{2,12}，)?在?(?:上述|以上|这|该|全部)?(?:本[月季年周期]|当月|受理的?|收到的?|接到的?|接收的?|办理的|第[一二三四五六七八九十百\d]+批)?$/;
/** “件投诉举报中，……”, “件有效信息地域分布情况” */
const behind =
  /^(?:的)?([^，。；：、（）\d]{0,8}?)(?:当中|中|里)(?:，|(?=[\u4e00-\u9fff]{2,10}\d))|^([^，。；：、（）\d]{2,6})(?:的)?(?:地域|地区|区域|类别|来源|渠道|类型)?(?:分布|构成)/;

/** “受理的全部涉企诉求3918件均由……” */
const allOfThem = /(?:全部|上述)([\u4e00-\u9fff]{3,8})$/;

/** “本月仍有8件工单超期办结，”, “本月8件超期办结工单主要……” */
const stillThere =
  /^(?:工单|诉求|投诉)([\u4e00-\u9fff]{4,6})(?=[，。])|^([\u4e00-\u9fff]{4,6}?)(?:工单|诉求)(?=[，。主均集全])/;

/** how many paragraphs above it may stand, where it isn't plainly the same with one digit mistaken */
const MOST_ABOVE = 4;
/** as a part of it: what differs more may be of something else */
const MOST_OFF = 0.1;

export const restated = ({ mentions, passages }: Reading): Finding[] =>
  mentions.flatMap((again, at) => {
    const noun = nounOf(again);
    if (noun === null) return [];
    const here = passages.indexOf(again.passage);
    const earlier = mentions
      .slice(0, at)
      .filter(
        (one) =>
          one.kind === "count" &&
          one.period === "now" &&
          isSameUnit(one.unit, again.unit) &&
          (here - passages.indexOf(one.passage) <= MOST_ABOVE || isSlip(one.number, again.number)),
      );
    if (mentions.some((one) => one !== again && isSameValue(one.number, again.number))) return [];
    const called = earlier.filter((one) => isOf(one, noun));
    const last = called.at(-1);
    // “第一批……。第二批460件举报中”, “受理1000件（含重复诉求40件）。960件诉求中”
    if (last && (!isOfOnePeriod(last, again) || isWithout(last, again, earlier) || isOfLater(last, again))) return [];
    const isOnly = new Set(called.map(({ number }) => number.approximate)).size === 1;
    return last && isOnly && isNear(last, again) ? [told(last, again, 0.65)] : [];
  });

/** what is left without another count of its sentence */
const isWithout = (last: Mention, again: Mention, earlier: Mention[]): boolean =>
  earlier.some(
    (one) =>
      one.sentence === last.sentence &&
      one !== last &&
      last.number.approximate - one.number.approximate === again.number.approximate,
  );

/** “收到430件。……在受理的412件举报中”: what was taken on or handled, of what came in */
function isOfLater(last: Mention, mention: Mention): boolean {
  const act = /(受理|办理|办结)的?$/.exec(sentenceBefore(mention))?.[1];
  return act !== undefined && /收到|接到|接收/.test(last.label) && !last.label.includes(act);
}

/** what is taken up, in the words behind it; null where nothing is */
function nounOf({ kind, period, isHedged, number, label, before, passage, at, end }: Mention): string | null {
  if (kind !== "count" || period !== "now" || isHedged || number.step !== null) return null;
  const all = allOfThem.exec(label)?.[1];
  if (all) return all;
  const undone =
    /^(?:本[月季周期]|本季度)(?:(?:仍|还|尚)?有)?$/.test(before.replace(/^[，。；]/, "")) &&
    stillThere.exec(passage.text.slice(end));
  if (undone) return undone[1] ?? undone[2]!;
  const found = behind.exec(passage.text.slice(end));
  return found && leading.test(passage.text.slice(0, at)) ? (found[1] ?? found[2] ?? "") : null;
}

/** the total of what came in, or of what is called so */
const isOf = ({ label, depth }: Mention, noun: string): boolean =>
  depth === 0 &&
  (noun === ""
    ? /受理|收到|接到|接收|转办|交办/.test(label)
    : label.endsWith(noun) ||
      label.endsWith(noun.replace(/^(?:有效|群众|各类|信访)/, "")) ||
      label.endsWith(noun.slice(0, 4)));

const isNear = ({ number }: Mention, again: Mention): boolean =>
  isSlip(number, again.number) ||
  Math.abs(number.approximate - again.number.approximate) <= MOST_OFF * number.approximate;
