/** 变动的底数: the value that a change is measured from, and of which period it is. */
import type { Mention } from "./mention.ts";
import { isSameUnit } from "./parts.ts";
import { sentenceBefore } from "./sentence.ts";

export const isMean = ({ before }: Pick<Mention, "before">): boolean => /[日周月年户人件]均|平均/.test(before);

export const textBetween = ({ passage, end }: Mention, { at }: Mention): string => passage.text.slice(end, at);

export const monthOf = ({ before }: Mention): number =>
  Number(/(\d{1,2})月份?[^，。；月]{0,12}$/.exec(before)?.[1] ?? Number.NaN);

/** “2月1280件，3月1408件，环比……” */
const monthBefore = (mentions: Mention[], now: Mention): Mention | null =>
  mentions.findLast(
    (other) =>
      other.end <= now.at &&
      other.kind === now.kind &&
      isSameUnit(other.unit, now.unit) &&
      monthOf(other) % 12 === monthOf(now) - 1,
  ) ?? null;

export const compared = ({ before }: Mention): Mention["period"] | "any" =>
  /同比|去年|上年|20\d\d年同期/.test(before)
    ? "lastYear"
    : /环比|上个?月|上期|上周|上个?季度/.test(before)
      ? "last"
      : "any";

/** “；比去年三季度多1482件，增长14.30%” goes on about the base that its clause names */
function clauseBase(mention: Mention): ReturnType<typeof compared> {
  const own = compared(mention);
  const { passage, sentence, at } = mention;
  const from = Math.max(sentence.from, passage.text.lastIndexOf("；", at) + 1);
  const isOfYear = own === "any" && /^(?:比|较)(?:去年|上年)[^；（）]*$/.test(passage.text.slice(from, at));
  return isOfYear ? "lastYear" : own;
}

/** “由上月的4800件增至5200件，……同比增长”: the start's own words name another base */
const isOfOther = ({ before }: Mention, against: Mention["period"]): boolean =>
  against === "lastYear" ? /上[月周期]|上个|[一二三四]季度|\d月/.test(before) : /去年|上年|同期/.test(before);

/** a value of the period that the change is against, of the same unit, in the same sentence */
export function earlierOf(mentions: Mention[], mention: Mention, now: Mention): Mention | null {
  const against = clauseBase(mention);
  const fits = mentions.filter(
    (other) =>
      other.period !== "now" &&
      !isOfWholeClass(other, now) &&
      !isOfOtherUnit(other, now) &&
      // “满意率87.87%，比去年同期的85.14%提高……；解决率82.6%，比去年同期下降……”
      !(isRate(now) && other.passage === now.passage && other.end < now.at && /；/.test(textBetween(other, now))) &&
      // “较去年同期的150318件下降4.73%；上半年275080件，同比下降……”
      !(
        other.passage === now.passage &&
        other.end < now.at &&
        /^[^，。；\d]{0,6}(?:上升|增长|增加|提高|下降|减少|降低|回落)[\d.]+[^；]*；/.test(textBetween(other, now))
      ) &&
      // “甲3件（上月2件）；乙5件，增长……”: the bracket was another's
      !(
        other.passage === now.passage &&
        other.end < now.at &&
        other.depth > now.depth &&
        /；|）、?[，、][^（）]*$/.test(textBetween(other, now))
      ) &&
      // “充电桩3308件，比去年同期的1402件多；加装电梯2077件，反倒少了288件”: behind a value of its own
      !(
        other.passage === now.passage &&
        other.end < now.at &&
        /；/.test(textBetween(other, now)) &&
        mentions.some((one) => one.end <= other.at && one.period === "now" && one.kind === now.kind)
      ) &&
      // “比6月增加536件（上升9.12%），比2月的3377件多……”: another month's
      !isOfOtherMonth(other, mention, now) &&
      (other.end < mention.at || isMean(other) === isMean(now)) &&
      isSameUnit(other.unit, now.unit) &&
      (against === "any" || other.period === against || (isStart(other) && !isOfOther(other, against))),
  );
  const base = /(?:比|较)(\d{1,2})月份?[^，。；\d]{0,6}$/.exec(mention.before)?.[1];
  const ofMonth = base
    ? mentions.find(
        (one) =>
          one.end <= now.end &&
          one !== now &&
          monthOf(one) === Number(base) &&
          one.kind === now.kind &&
          isSameUnit(one.unit, now.unit),
      )
    : undefined;
  if (ofMonth) return ofMonth;
  const behind = fits.findLast((other) => other.end <= mention.at && mention.at - other.end < 40);
  // behind another value it is that one's
  const isOthers = (other: Mention) =>
    other.at > mention.end &&
    mentions.some(
      ({ at, kind, period }) => at >= mention.end && at < other.at && kind === now.kind && period === "now",
    );
  // “比10月增长12.5%，比去年的139件下降……”: its own base is named, and is another
  const isNamed = /(?:比|较)[^，。；（）]{0,10}(?:月|周|季度|年|期)[^，。；（）]{0,8}$/.test(mention.before);
  const isFar = (other: Mention) => isNamed && other.at > mention.end && other.depth <= mention.depth;
  // “一季度为903件，本季增长14.29%；城建类由1047件降至986件”
  // “增长8.8%；比2019年（298118件）增长72.0%”
  const isNext = (other: Mention) =>
    other.at > mention.end && (isStart(other) || /[比较]/.test(other.before)) && /；/.test(textBetween(mention, other));
  const near = fits.filter(
    (other) => Math.abs(other.at - mention.at) < 60 && !isOthers(other) && !isFar(other) && !isNext(other),
  );
  return behind ?? (near.length === 1 ? near[0]! : against === "lastYear" ? null : monthBefore(mentions, now));
}

/** the month that the change is against is named, and the value behind it is of another */
function isOfOtherMonth(other: Mention, mention: Mention, now: Mention): boolean {
  if (other.at < mention.end || now.passage !== mention.passage) return false;
  const named = /[比较](\d{1,2})月[^。；]*$/.exec(textBetween(now, mention))?.[1];
  const own = /[比较](\d{1,2})月份?的?$/.exec(other.before)?.[1];
  return named !== undefined && own !== undefined && named !== own;
}

const unit = /[^，。；\d月]{1,8}(?:局|委|[县区镇乡]|街道|公司)/;

/** “3月住建局301件，4月少15件；人社局230件，多14件”: each of its own unit */
function isOfOtherUnit(other: Mention, now: Mention): boolean {
  if (other.passage !== now.passage || other.end > now.at || !/；/.test(textBetween(other, now))) return false;
  const [a, b] = [other, now].map(({ label }) => unit.exec(label)?.[0]);
  return a !== undefined && b !== undefined && a !== b;
}

/** “某类中，甲519件；上年该类为1975件”: of the class, and no earlier value of one of its kinds */
const isOfWholeClass = (other: Mention, mention: Mention): boolean =>
  /[该此](?:类|领域|项|行业)[^，。；]*$/.test(other.before) && /^[^，。；]{2,12}中，/.test(sentenceBefore(mention));

/** 先后: “6月为94.6%；5月满意率93.8%，提高……”: the later month is now, whichever is named last */
export function inOrder(now: Mention, earlier: Mention): [now: Mention, earlier: Mention] {
  const [a, b] = [monthOf(now), monthOf(earlier)];
  return b === a + 1 ? [earlier, now] : [now, earlier];
}

/** “由A变为B”: A is what B is compared with, whatever the comparison is called */
export const isStart = ({ before }: Mention): boolean => /(?:由|从)[^，。；]{0,14}$/.test(before);

/** “比4月增加4517件，环比上升10.55%”: both against the month before */
export const isOfOneBase = (amount: Mention, rate: Mention, now: Mention): boolean =>
  compared(rate) === "any" ||
  (compared(rate) === "lastYear" && compared(amount) === "lastYear") ||
  (compared(rate) === "last" && (compared(amount) === "last" || namedBase(amount) === monthOf(now) - 1));

const namedBase = ({ before }: Mention): number => Number(/[比较](\d{1,2})月份?[^，]*$/.exec(before)?.[1]) % 12;

export const isRate = ({ unit }: Mention) => unit === "%";
