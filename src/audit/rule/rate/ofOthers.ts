/** 别的期间、别的单位的率: what a rate is of instead of the counts printed beside it. */
import { isPositive, meets, minus, percentOf, plus } from "../../number.ts";
import { isOfThose } from "../../read/bare.ts";
import { isOfGroup, isOfKind } from "../../read/group.ts";
import type { Mention } from "../../read/mention.ts";
import { sentenceAfter, sentenceBefore } from "../../read/sentence.ts";
import type { Silences } from "../../silence.ts";
import { isPrintedOf, isRounded, type Way, way } from "./rateWays.ts";

interface SeenRate {
  rate: Mention;
  /** the counts before it in its paragraph */
  counts: Mention[];
  /** all numbers of the text */
  mentions: Mention[];
}

/** what the words around a rate, or the counts before it, say that it is of */
export const rateSilences: Silences<SeenRate> = {
  // “即时处置的满意率”: whose words name some of them
  isOfSome: ({ rate }) => {
    const own = /^(.*?)(?:不满意|满意)[率度]/.exec(rate.label)?.[1] ?? "";
    return !/^(?:综合|总体|整体|全.|群众|市民|回访|服务|办理|企业和|企业|公众|诉求人|当事人|工单|评价|基本|热线|本[月季周年]|年度|总|的|和|、|结果|过程|电话|短信|测评|抽样|率|为|有效|实际)*$/.test(
      own,
    );
  },
  // “满意率高于一季度的92.47%”: another period's
  isComparedWith: ({ rate }) => /[高低][于过]|超过|[较比][^，。；]*的$/.test(rate.before.split(/[，；]/).at(-1)!),
  // “二季度接通率……，一季度接通率96.15%”
  isOfUncountedPeriod: ({ rate, mentions }) => {
    const own = /^(?:第?[一二三四]季度|\d{1,2}月份?)/.exec(rate.label)?.[0];
    return (
      own !== undefined &&
      !mentions.some((one) => one.passage === rate.passage && one.kind === "count" && one.label.startsWith(own))
    );
  },
  // “区县与部门合计应办N件，总按时办结率”: of several counts together
  isOfSum: ({ rate }) => /^总/.test(rate.label) && /合计/.test(sentenceBefore(rate).replace(/（[^（）]*）/g, "")),
  // “7月……接通率88.20%；8月……85.87%。全季接通率87.52%”
  isOfMonths: ({ rate, mentions }) =>
    /^(?:全[季年月周期]|合计|总体|三个月)/.test(rate.label) &&
    mentions.filter(
      ({ passage, at, kind, unit }) => passage === rate.passage && at < rate.at && kind === "rate" && unit === "%",
    ).length > 1,
  // “距考核目标（办结率99%）低0.90个百分点”
  isAim: ({ rate }) => /(?:目标|要求|标准|考核值)（[^（）]*$/.test(sentenceBefore(rate)),
  isOfThose: ({ rate }) => isOfThose(rate),
  // “县住建局（50件）回访满意率为97.62%”
  isOfCountInBracket: ({ rate }) => /（[^（）]*\d[^（）]*）[^，。；（）]*$/.test(sentenceBefore(rate)),
  isOnOtherBase: ({ rate }) =>
    /剔除|扣除|除去|如按|如将|若|其中又|单独|上[月期]通报|合并计算/.test(sentenceBefore(rate)),
  isMeanOrSeveral: ({ rate }) => /平均|率[、和及与]|^以?内/.test(rate.label),
  // “市直部门满意率”, “市直部门（单位）办结率”: of some of them only, whose counts needn't be printed
  isOfUnits: ({ rate }) => [rate.label, rate.before.replace(/（[^（）]*）/g, "")].some((text) => units.test(text)),
  // “满意率依次为90.59%、91.60%、92.26%”
  isFirstInTurn: ({ rate }) => /(?:依次|分别)(?:为|是)?$/.test(rate.before),
  isBound: ({ rate }) => /^[)）]?以[上下]/.test(rate.passage.text.slice(rate.end)),
  // “15秒内接通率” is of another base
  isWithinSeconds: ({ rate }) =>
    /\d秒(?:以?内)?[^，。；\d]{0,6}(?:由[^，。；]{2,8}[升降]至)?$/.test(rate.passage.text.slice(0, rate.at)),
  // “按时办结率96.47%；签收及时率99.71%”: what was signed for isn't printed
  isOfUncountedAct: ({ rate, counts }) => {
    const act = /签收|联系|响应|接单/.exec(rate.label)?.[0];
    return act !== undefined && !counts.some(({ label }) => label.includes(act));
  },
  // the count right before it, by another of the paragraph, gives it just as it is printed, whatever their words
  isOfLast: ({ rate, counts }) => {
    const part = counts.at(-1);
    return (
      part?.sentence.from === rate.sentence.from &&
      /\.\d\d/.test(rate.number.text) &&
      counts.some((base) => base !== part && isRounded(rate, way([part], [base], "of")))
    );
  },
  // “满意1893件……重办后转为满意52件，综合满意率96.6%”, “解决且满意3122件、解决但不满意84件”: two counts of one name together, by another
  isOfBoth: ({ rate, counts }) => {
    const stem = /([^的]{2})[率度]$/.exec(rate.label)?.[1];
    const own = counts.filter(
      ({ label }) =>
        stem !== undefined &&
        (label.endsWith(stem) || label.startsWith(`${stem}且`) || label.startsWith(`${stem}但`)) &&
        !label.endsWith(`不${stem}`),
    );
    return own.some((a, at) => own.slice(at + 1).some((b) => isOfTwo(rate, a, b, counts)));
  },
  // “3月呼入65120通、接通62811通、接通率96.45%”: two of the three counts right before it give it, of whatever period
  isOfPairBefore: ({ rate, mentions }) => {
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
          meets(rate.number.range, percentOf(part.number.range, base.number.range)),
      ),
    );
  },
  // “县水务局2540件，按时办结率98.11%”: of that unit
  isOfUnitBefore: ({ rate, mentions }) => {
    const last = mentions[mentions.indexOf(rate) - 1];
    return (
      last?.kind === "count" &&
      last.passage === rate.passage &&
      /(?:局|委|办|[镇乡县区]|街道|公司|中心)$/.test(last.label) &&
      /^，[^，。；\d]{2,8}率$/.test(rate.passage.text.slice(last.end, rate.at))
    );
  },
  isOfGroup: ({ rate, counts }) => isOfGroup(rate, counts),
  isOfKind: ({ rate, counts }) => isOfKind(rate, counts),
  leavesSomeOut: ({ rate }) => leavesSomeOut(rate),
};

const units =
  /(?:[县区旗市]|部门|乡镇|镇街|街道|企业|单位|公司|平台|渠道)(?:的|综合)?(?:.{0,4})(?:满意[率度]|办结率|解决率|回访率)$/;

const isOfTwo = (rate: Mention, a: Mention, b: Mention, bases: Mention[]): boolean =>
  bases.some(
    (base) =>
      base !== a &&
      base !== b &&
      // exact fractions are slow, and most are far off
      isAbout(rate, a.number.approximate + b.number.approximate, base) &&
      isRounded(rate, way([a, b], [base], "of")),
  );

const isAbout = (rate: Mention, part: number, { number }: Mention): boolean =>
  Math.abs((100 * part) / number.approximate - rate.number.approximate) < 1;

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

/** “办结3178件（含上月结转）”: not of what came in */
export const isWithEarlier = ({ passage, end }: Mention): boolean =>
  /^（[^（）]*(?:含|包括|其中)[^（）]*(?:结转|遗留|往[期月年]|上[期月年]|跨月)/.test(passage.text.slice(end));

interface SeenWay {
  rate: Mention;
  way: Way;
  /** the last count before the rate in its paragraph */
  last: Mention | undefined;
  /** the numbers of its sentence, and the counts among them */
  beside: Mention[];
  counts: Mention[];
}

/** what speaks against one way to work the rate out */
export const waySilences: Silences<SeenWay> = {
  isOfUnitAlone: ({ rate, way: { used }, last }) =>
    last?.sentence === rate.sentence && used.some((one) => one !== last && isOfUnitAlone(last, one)),
  // “回访2328件，满意2098件……。自然资源局承办218件，满意率88.96%”: its own sentence counts whom it is of, and none of these
  isOfOwnCounts: ({ rate, way: { used }, counts }) =>
    /满意/.test(rate.label) &&
    counts.some(({ at, period }) => at < rate.at && period === "now") &&
    !used.some(({ sentence }) => sentence.from === rate.sentence.from),
  isWithEarlier: ({ way: { used } }) => used.some(isWithEarlier),
  // “应办1000件，未到期40件，办结950件，办结率98.96%”: of the base without another count of the sentence, or with it
  isOfBaseAndOther: ({ rate, way: { kind, used }, counts }) => {
    const [part, base, ...more] = used;
    if (kind !== "of" || !part || !base || more.length > 0) return false;
    return counts
      .filter((other) => other !== part && other !== base)
      .flatMap((other) => [minus, plus].map((by) => by(base.number.range, other.number.range)))
      .some((whole) => isPositive(whole) && isPrintedOf(rate, percentOf(part.number.range, whole)));
  },
  // “满意1150件，满意率95.8%，不满意50件”, “反馈率99.86%（超时反馈16件）”: the part and what stands beside it are all that were counted, or what stands behind it is what is left
  isOfPartAndOther: ({ rate, way: { used }, counts }) => {
    const [part, base] = used;
    return counts.some(
      (other) =>
        other !== part &&
        ((part !== undefined && isRounded(rate, way([part], [part, other], "of"))) ||
          (base !== undefined && other.at > rate.end && isRounded(rate, way([other], [base], "rest")))),
    );
  },
  // “接通率98%，其中高峰时段接通率95%”: the two make another rate of the sentence, printed before it
  isOfRateBefore: ({ rate, way: { used }, beside, counts }) => {
    const [part] = used;
    return (
      part !== undefined &&
      beside.some(
        (other) =>
          other.kind === "rate" &&
          other.period === "now" &&
          other.at > part.at &&
          other.at < rate.at &&
          other.label !== rate.label &&
          counts.some((base) => base !== part && isRounded(other, way([part], [base], "of"))),
      )
    );
  },
};
