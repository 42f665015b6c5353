/** 别的期间、别的单位的率: rates that the counts right before them give, two of one name together, or that a unit named there has. */
import { agreement, isPositive, minus, percentOf, plus } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import { sentenceAfter, sentenceBefore } from "../../read/sentence.ts";
import { type Way, way } from "./rateWays.ts";

/** “3月呼入65120通、接通62811通、接通率96.45%”: two of the three counts right before it give it, of whatever period */
export function isOfPairBefore(rate: Mention, mentions: Mention[]): boolean {
  const before = mentions
    .filter(
      ({ passage, kind, at, sentence }) =>
        passage === rate.passage && kind === "count" && at < rate.at && sentence.from === rate.sentence.from,
    )
    .slice(-3);
  return before.some((part) =>
    before.some(
      (base) =>
        part !== base &&
        isPositive(base.number.range) &&
        part.number.approximate <= base.number.approximate &&
        agreement(rate.number, percentOf(part.number.range, base.number.range)) === "rounded",
    ),
  );
}

/** “县水务局2540件，按时办结率98.11%”: of that unit */
export function isOfUnitBefore(rate: Mention, mentions: Mention[]): boolean {
  const last = mentions[mentions.indexOf(rate) - 1];
  return (
    last?.kind === "count" &&
    last.passage === rate.passage &&
    /(?:局|委|办|[镇乡县区]|街道|公司|中心)$/.test(last.label) &&
    /^，[^，。；\d]{2,8}率$/.test(rate.passage.text.slice(last.end, rate.at))
  );
}

/** exact fractions are slow, and most are far off */
const isAbout = (rate: Mention, part: number, { number }: Mention): boolean =>
  Math.abs((100 * part) / number.approximate - rate.number.approximate) < 1;

/** “满意1893件……重办后转为满意52件，综合满意率96.6%”, “解决且满意3122件、解决但不满意84件”: two counts of one name together, by another */
export function isOfBoth(rate: Mention, counts: Mention[]): boolean {
  const stem = /([^的]{2})[率度]$/.exec(rate.label)?.[1] ?? "";
  const own =
    stem === ""
      ? []
      : counts.filter(({ label }) => {
          const isCalled = label.endsWith(stem) || label.startsWith(`${stem}且`) || label.startsWith(`${stem}但`);
          return isCalled && !label.endsWith(`不${stem}`);
        });
  return own.some((a, at) =>
    own.slice(at + 1).some((b) =>
      counts.some((base) => {
        const isOne = base === a || base === b;
        const found =
          isOne || !isAbout(rate, a.number.approximate + b.number.approximate, base) ? null : way([a, b], [base], "of");
        return found !== null && agreement(rate.number, found.value) === "rounded";
      }),
    ),
  );
}

const leftOut = /未到期|期限内|不计|剔除|扣除/;

/**
 * “办结率98.96%，未到期的不计”: said behind it, and not in the bracket that says how it is worked out; “结案率（按到期件计）”,
 * “办结率100%（未到期工单不计入）”: in a bracket that says no more
 */
export const leavesSomeOut = (mention: Mention): boolean => {
  const behind = sentenceAfter(mention);
  const [bracket = ""] = /^（[^（）\d占÷/]*）/.exec(behind) ?? [];
  return (
    leftOut.test(bracket) ||
    leftOut.test(behind.replace(/^（[^（）]*）/, "")) ||
    /率（按?[^（）\d]*(?:到期|应办)[^（）\d]*）(?:为|达)?$/.test(sentenceBefore(mention))
  );
};

const unitName = /^(.{2,10}(?:局|委|办|公司|集团|中心|[县区镇乡]|街道))(?:共)?(?:办结|承办|受理|签收|回访)$/;

/** “市公安局办结2439件，办结率96.52%；市教育局办结2320件，办结率96.39%”: of what that unit was given, which isn't printed */
export const isOfUnitAlone = (count: Mention, base: Mention): boolean => {
  const unit = unitName.exec(count.label)?.[1];
  return unit !== undefined && !base.label.includes(unit) && base.sentence.from <= count.sentence.from;
};

/** “回访2328件，满意2098件……。自然资源局承办218件，满意率88.96%”: its own sentence counts whom it is of, and none of these */
export const isOfOwnCounts = (rate: Mention, { used }: Way, beside: Mention[]): boolean =>
  /满意/.test(rate.label) &&
  beside.some(({ at, period }) => at < rate.at && period === "now") &&
  !used.some(({ sentence }) => sentence.from === rate.sentence.from);

/** “办结3178件（含上月结转）”: not of what came in */
export const isWithEarlier = ({ passage, end }: Mention): boolean =>
  /^（[^（）]*(?:含|包括|其中)[^（）]*(?:结转|遗留|往[期月年]|上[期月年]|跨月)/.test(passage.text.slice(end));

const isRounded = (rate: Mention, found: Way | null): boolean =>
  found !== null && agreement(rate.number, found.value) === "rounded";

/** “接通率98%，其中高峰时段接通率95%”: the two make another rate of the sentence, printed before it */
export const isOfRateBefore = (rate: Mention, { used: [part] }: Way, beside: Mention[]): boolean =>
  part !== undefined &&
  beside.some(
    (other) =>
      other.kind === "rate" &&
      other.period === "now" &&
      other.at > part.at &&
      other.at < rate.at &&
      other.label !== rate.label &&
      beside.some((base) => base.kind === "count" && base !== part && isRounded(other, way([part], [base], "of"))),
  );

/** “满意1150件，满意率95.8%，不满意50件”, “反馈率99.86%（超时反馈16件）”: the part and what stands beside it are all that were counted, or what stands behind it is what is left */
export const isOfPartAndOther = (rate: Mention, { used: [part, base] }: Way, beside: Mention[]): boolean => {
  const others = beside.filter((one) => one.kind === "count" && one !== part);
  return others.some(
    (other) =>
      (part !== undefined && isRounded(rate, way([part], [part, other], "of"))) ||
      (base !== undefined && other.at > rate.end && isRounded(rate, way([other], [base], "rest"))),
  );
};

/** “物业类办结率”, “夜间接听率”: of a kind that has no count here */
export function isOfKind({ label }: Mention, counts: Mention[]): boolean {
  const words = /^([^，按及如期时在直即当一]*?)(?:办结|接通|接听)率$/.exec(label)?.[1] ?? "";
  const kind = words.replace(
    /综合|总体|整体|全.|热线|人工|平台|本[月季周年]|年度|工单|诉求|来电|电话|呼入|话务|转办|承办|交办|案件|[的总件]/g,
    "",
  );
  return kind.length > 1 && !counts.some((one) => one.label.includes(kind));
}

/** “应办1000件，未到期40件，办结950件，办结率98.96%”: of the base without another count of the sentence, or with it */
export const isOfBaseAndOther = (
  rate: Mention,
  { used: [part, base, ...more], kind }: Way,
  beside: Mention[],
): boolean =>
  kind === "of" &&
  part !== undefined &&
  base !== undefined &&
  more.length === 0 &&
  beside.some(
    (other) =>
      other !== part &&
      other !== base &&
      [minus, plus].some((by) => {
        const whole = by(base.number.range, other.number.range);
        const found = isPositive(whole) ? agreement(rate.number, percentOf(part.number.range, whole)) : "off";
        return found === "rounded" || found === "cut";
      }),
  );
