/** 率与件数: a rate that no usual formula gives from the counts printed beside it. */

import type { Finding } from "../../../domain/finding.ts";
import { agreement, isSlip, middle, printed, show, toNumber } from "../../number.ts";
import { isOfThose } from "../../read/bare.ts";
import { isOfGroup } from "../../read/group.ts";
import { isRateNow, type Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore } from "../../read/sentence.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";
import { namesake } from "./namesake.ts";
import {
  isOfBaseAndOther,
  isOfBoth,
  isOfKind,
  isOfOwnCounts,
  isOfPairBefore,
  isOfPartAndOther,
  isOfRateBefore,
  isOfUnitAlone,
  isOfUnitBefore,
  isWithEarlier,
  leavesSomeOut,
} from "./ofOthers.ts";
import { identities, satisfactionWays, type Way, way } from "./rateWays.ts";

/** “即时处置的满意率”: whose words name some of them */
const isOfSome = (label: string): boolean => {
  const own = /^(.*?)(?:不满意|满意)[率度]/.exec(label)?.[1] ?? "";
  return !/^(?:综合|总体|整体|全.|群众|市民|回访|服务|办理|企业和|企业|公众|诉求人|当事人|工单|评价|基本|热线|本[月季周年]|年度|总|的|和|、|结果|过程|电话|短信|测评|抽样|率|为|有效|实际)*$/.test(
    own,
  );
};

/** “市直部门满意率”: of some of them only, whose counts needn't be printed */
const partial =
  /(?:[县区旗市]|部门|乡镇|镇街|街道|企业|单位|公司|平台|渠道)(?:的|综合)?(?:.{0,4})(?:满意[率度]|办结率|解决率|回访率)$/;

/** “7月……接通率88.20%；8月……85.87%。全季接通率87.52%”, “区县与部门合计应办N件，总按时办结率”: of several counts together */
const isOfMonths = (rate: Mention, { mentions }: Reading): boolean => {
  const { label, passage, at } = rate;
  const rates = mentions.filter(
    (one) => one.passage === passage && one.at < at && one.kind === "rate" && one.unit === "%",
  );
  // “二季度接通率……，一季度接通率96.15%”
  const own = /^(?:第?[一二三四]季度|\d{1,2}月份?)/.exec(label)?.[0];
  if (own && !mentions.some((one) => one.passage === passage && one.kind === "count" && one.label.startsWith(own)))
    return true;
  const isOfAll = /^总/.test(label) && /合计/.test(sentenceBefore(rate).replace(/（[^（）]*）/g, ""));
  return isOfAll || (/^(?:全[季年月周期]|合计|总体|三个月)/.test(label) && rates.length > 1);
};

/** what is left at the end of a period is of earlier periods too */
const stock = /另有|期末|截至|仍有|尚有|累计/;

export const rateOfCounts = (reading: Reading): Finding[] =>
  reading.mentions.filter(isRateNow).flatMap((rate) => {
    // “15秒内接通率” is of another base
    if (
      isOfSome(rate.label) ||
      // “满意率高于一季度的92.47%”: another period's
      /[高低][于过]|超过|[较比][^，。；]*的$/.test(rate.before.split(/[，；]/).at(-1)!) ||
      isOfMonths(rate, reading) ||
      // “距考核目标（办结率99%）低0.90个百分点”
      /(?:目标|要求|标准|考核值)（[^（）]*$/.test(sentenceBefore(rate)) ||
      isOfThose(rate) ||
      // “县住建局（50件）回访满意率为97.62%”
      /（[^（）]*\d[^（）]*）[^，。；（）]*$/.test(sentenceBefore(rate)) ||
      /剔除|扣除|除去|如按|如将|若|其中又|单独|上[月期]通报|合并计算/.test(sentenceBefore(rate)) ||
      /平均|率[、和及与]|^以?内/.test(rate.label) ||
      partial.test(rate.label) ||
      // “满意率依次为90.59%、91.60%、92.26%”
      /(?:依次|分别)(?:为|是)?$/.test(rate.before) ||
      // “市直部门（单位）办结率”
      partial.test(rate.before.replace(/（[^（）]*）/g, "")) ||
      /^[)）]?以[上下]/.test(rate.passage.text.slice(rate.end)) ||
      /\d秒(?:以?内)?[^，。；\d]{0,6}(?:由[^，。；]{2,8}[升降]至)?$/.test(rate.passage.text.slice(0, rate.at))
    )
      return [];
    const counts = reading.mentions.filter(
      (other) =>
        other.passage === rate.passage &&
        other.kind === "count" &&
        other.at < rate.at &&
        other.period === "now" &&
        other.unit !== "家",
    );
    // “按时办结率96.47%；签收及时率99.71%”: what was signed for isn't printed
    const act = /签收|联系|响应|接单/.exec(rate.label)?.[0];
    const isUncounted = act && !counts.some(({ label }) => label.includes(act));
    if (isUncounted || isOfLast(rate, counts) || isOfBoth(rate, counts)) return [];
    if (isOfPairBefore(rate, reading.mentions) || isOfUnitBefore(rate, reading.mentions)) return [];
    if (isOfGroup(rate, counts) || isOfKind(rate, counts) || leavesSomeOut(rate)) return [];
    const beside = reading.mentions.filter((one) => one.sentence === rate.sentence);
    const besideCounts = beside.filter((one) => one.kind === "count");
    const last = counts.at(-1);
    const isOfOthers = (way: Way) =>
      (last !== undefined &&
        last.sentence === rate.sentence &&
        way.used.some((one) => isOfUnitAlone(last, one) && one !== last)) ||
      isOfOwnCounts(rate, way, besideCounts) ||
      way.used.some(isWithEarlier) ||
      isOfBaseAndOther(rate, way, besideCounts) ||
      isOfPartAndOther(rate, way, besideCounts) ||
      isOfRateBefore(rate, way, beside);
    const own = namesake(rate, counts);
    if (own) return isOfOthers(own) ? [] : contradiction(rate, [own], 0.6);
    // “非常满意、满意、基本满意分别为9716件、1588件、1102件”: names and counts apart
    if (/满意[率度]/.test(rate.label) && counts.some(({ before }) => /满意[^，。；]*分别(?:为|是)$/.test(before)))
      return [];
    const ways = /(?<!不)满意[率度]/.test(rate.label)
      ? satisfactionWays(counts.filter((count) => isTogether(count, rate)))
      : plainWays(rate, counts);
    // “全部转办工单办结89989件，办结率99.65%”: of the count right before it, or of none
    const stem = /(.{2})率$/.exec(rate.label)?.[1];
    const isBeside =
      last?.sentence.from === rate.sentence.from &&
      stem !== undefined &&
      last.label.endsWith(stem) &&
      /^，$/.test(rate.passage.text.slice(last.end, rate.at - rate.label.length));
    if (isBeside && ways.length > 0 && !ways.some(({ used: [part] }) => part === last)) return [];
    if (ways.length === 0) return farContradiction(rate, reading);
    const all = reading.mentions.filter(({ kind, period }) => kind === "count" && period === "now");
    if (ways.some(isOfOthers)) return [];
    return isSomeones(rate, ways, all) ? [] : contradiction(rate, ways);
  });

/** the count right before it, by another of the paragraph, gives it just as it is printed, whatever their words */
const isOfLast = (rate: Mention, counts: Mention[]): boolean => {
  const part = counts.at(-1);
  const isPrecise = /\.\d\d/.test(rate.number.text);
  return (
    part !== undefined &&
    isPrecise &&
    part.sentence.from === rate.sentence.from &&
    counts.some((base) => {
      const found = base === part ? null : way([part], [base], "of");
      return found !== null && agreement(rate.number, found.value) === "rounded";
    })
  );
};

const distinct = (ways: Way[]): Way[] =>
  ways.filter(({ used, kind }, at) => ways.findIndex((one) => one.used[0] === used[0] && one.kind === kind) === at);

/** a part of one of the ways gives the rate with another count of the paragraph: “需办理8633件，办结7884件” */
const isSomeones = (rate: Mention, ways: Way[], bases: Mention[]): boolean =>
  distinct(ways).some(({ used: [part], kind }) =>
    bases.some((base) => {
      const other = part && part !== base ? way([part], [base], kind) : null;
      return (
        other !== null &&
        agreement(rate.number, other.value) !== "off" &&
        agreement(rate.number, other.value) !== "slight"
      );
    }),
  );

/** the nearest ones; a paragraph of all counties has hundreds */
const MOST_COUNTS = 12;

function plainWays(rate: Mention, counts: Mention[]): Way[] {
  const identity = identities.find(({ rate: pattern }) => pattern.test(rate.label));
  if (!identity) return [];
  const named = (pattern: RegExp) => counts.filter(({ label }) => pattern.test(label)).slice(-MOST_COUNTS);
  const parts = named(identity.part).filter(
    ({ label }) => !identity.rest?.test(label) && (/满意/.test(rate.label) || !/满意/.test(label)),
  );
  const rests = identity.rest
    ? [...named(identity.rest), ...calledBehind(identity.rest, counts, rate)].filter(
        ({ before }) => !stock.test(before),
      )
    : [];
  const bases = [...named(identity.base), ...calledBehind(identity.base, counts, rate)];
  const divided = parts.flatMap((part) =>
    bases.filter((base) => base !== part).map((base) => way([part], [base], "of")),
  );
  const left = rests.flatMap((rest) =>
    bases.filter((base) => base !== rest).map((base) => way([rest], [base], "rest")),
  );
  const pairs = parts.flatMap((part, at) =>
    parts
      .slice(at + 1)
      .flatMap((other) =>
        bases.filter((base) => base !== part && base !== other).map((base) => way([part, other], [base], "of")),
      ),
  );
  const both = parts.flatMap((part) => rests.map((rest) => way([part], [part, rest], "of")));
  return [...divided, ...left, ...both, ...pairs].flatMap((one) => one ?? []);
}

/** “其中2件超期”; in the rate's own sentence whatever stands before it, “港城燃气24件应办结工单中2件超时办结” */
const calledBehind = (pattern: RegExp, counts: Mention[], rate: Mention): Mention[] =>
  counts.filter(
    ({ label, passage, sentence, end }) =>
      (label === "" || (sentence === rate.sentence && /^(?:应|超|逾|按[期时])/.test(passage.text.slice(end)))) &&
      pattern.test(passage.text.slice(end, end + 6).replace(/[，。；（].*$/, "")),
  );

/** after a semicolon it is another's rate, and nearest before it stand its own counts */
const isTogether = (count: Mention, rate: Mention): boolean => !/；/.test(rate.passage.text.slice(count.end, rate.at));

/** the counts stand in another paragraph: only a slip of the pen is told, and only where no count of all fits */
function farContradiction(rate: Mention, { mentions }: Reading): Finding[] {
  // what is signed for or reported in time is none of the counts that a report usually prints
  if (/签收|联系|响应|接单|反馈|审核/.test(rate.label)) return [];
  const counts = mentions.filter(
    ({ kind, period, depth, unit, passage, at, label }) =>
      kind === "count" &&
      (/回访/.test(rate.label) || !/回访/.test(label)) &&
      // “涉及县区10504件” is no whole of the city's
      !/[县区旗]|部门|企业|乡镇|街道/.test(label) &&
      period === "now" &&
      depth === 0 &&
      unit !== "家" &&
      (passage !== rate.passage || at < rate.at) &&
      // “涉企专席……，按期办结率99.42%”: of theirs
      (/企业|涉企/.test(passage.text) || !/企业|涉企/.test(sentenceBefore(rate))),
  );
  const ways = /满意/.test(rate.label) ? [] : plainWays(rate, counts);
  const all = mentions.filter(({ kind, period }) => kind === "count" && period === "now");
  if (isSomeones(rate, ways, all)) return [];
  // what is more than its whole leaves less than nothing, and no slip of the pen gives that
  const slips = ways.filter(
    ({ value }) =>
      value.low.n >= 0n && isSlip(printed(show(middle(value)), 0, "", `${show(middle(value))}%`), rate.number),
  );
  const [slip] = slips;
  if (!slip || new Set(slips.map(({ value }) => show(middle(value)))).size > 1) return [];
  return contradiction(rate, ways.filter(({ value }) => agreement(rate.number, value) !== "off").concat(slip), 0.55);
}

function contradiction(rate: Mention, ways: Way[], sure = 0.6): Finding[] {
  const tried = ways.map((one) => ({
    ...one,
    found: agreement(rate.number, one.value),
    off: Math.abs(toNumber(one.value.low) - toNumber(rate.number.value)),
  }));
  if (tried.length === 0 || tried.some(({ found }) => found === "rounded" || found === "cut")) return [];
  const nearest = tried.reduce((best, next) => (next.off < best.off ? next : best));
  const isSlipped = isSlip(printed(show(middle(nearest.value)), 0, "", `${show(middle(nearest.value))}%`), rate.number);
  if (nearest.off > 10 && !isSlipped) return [];
  const isSame = nearest.used.every(({ sentence }) => sentence.from === rate.sentence.from);
  const right = `${show(middle(nearest.value))}%`;
  return [
    finding("rateOfCounts", {
      confidence: isSame ? 0.8 : sure,
      isSlight: nearest.found === "slight",
      places: distinctPlaces([placeOf(rate), ...nearest.used.map(placeOf)]),
      values: [rate.number.text, ...new Set(nearest.used.map(({ number }) => number.text))],
      arithmetic: `${nearest.working} = ${right} ≠ ${rate.number.text}`,
      message: `“${nameOf(rate)}”印作${rate.number.text}，按文中的${[...new Set(nearest.used.map((used) => `${nameOf(used)}${used.number.text}`))].join("、")}算应为${right}。`,
    }),
  ];
}
