/** 误作百分点: a share, or a change of what is no percentage, printed in points. */
import type { Finding } from "../../../domain/finding.ts";
import type { Mention } from "../../read/mention.ts";
import { sentenceBefore } from "../../read/sentence.ts";
import { finding, nameOf, placeOf } from "../../write.ts";
import type { Pair } from "./changeUnit.ts";
import { unitFinding } from "./unitFinding.ts";

const inPercent = ({ number }: Mention): string => number.text.replace(/个?百分点/, "%");

/** “占全部诉求的5.97个百分点” */
export const isShareInPoints = ({ unit, before }: Mention): boolean =>
  unit === "百分点" &&
  /占[^，。；]{0,12}的?$/.test(before) &&
  !/增|降|升|高|减|少|低|比重|占比[^，。；]*[较比]/.test(before);

export const ofShare = (share: Mention): Finding =>
  unitFinding(
    0.75,
    [share],
    "占比以%计，百分点是两个百分数之差",
    `“${share.number.text}”是占比，应写作${inPercent(share)}。`,
  );

/** “三季度诉求量环比增长12.34个百分点”: a number of orders has no points */
export const isVolumeInPoints = ({ unit, before }: Mention): boolean =>
  unit === "百分点" &&
  /(?:受理|诉求|来电|工单|转办|派单|话务)总?量(?:环比|同比|较[^，。；率]{1,8}|比[^，。；率]{1,8})?(?:增长|上升|下降|减少|增加|回落)了?$/.test(
    before,
  );

export const ofVolume = (change: Mention): Finding =>
  unitFinding(
    0.7,
    [change],
    "件数的变动以%计",
    `“${nameOf(change)}”${change.number.text}是件数的变动，应写作${inPercent(change)}。`,
  );

export const ofCount = ({ now, change }: Pair): Finding =>
  finding("changeUnit", {
    confidence: 0.7,
    places: [placeOf(change)],
    values: [change.number.text, now.number.text],
    arithmetic: `${now.number.text}是件数，件数的变动以%计`,
    message: `“${nameOf(now)}”${now.number.text}是数量，变动印作${change.number.text}，应当用百分比。`,
  });

/** “增加253件，上升9.69个百分点”: of a count, whose own value needn't stand there */
export const afterAmount = (mentions: Mention[]): Finding[] =>
  mentions.flatMap((change, at) => {
    const amount = mentions[at - 1];
    const isAmount = amount?.kind === "change" && /^(?:件|个|通|次|宗|条|起|单)$/.test(amount.unit);
    const hasValue = mentions.slice(0, at).some((one) => one.kind !== "change" && one.period === "now");
    if (!isAmount || hasValue || change.unit !== "百分点" || !/^，(?!占比|比重)[^，。；率度]{0,6}$/.test(change.before))
      return [];
    return [ofCount({ now: amount, change })];
  });

/** “接了286417个，前年是241305个，涨了18.70个百分点”: a sentence of counts alone, and of nothing that has points */
export const ofCounts = (mentions: Mention[]): Finding[] =>
  mentions.flatMap((change, at) => {
    const own = mentions.slice(0, at).filter(({ kind }) => kind === "count");
    const count = own.find(({ period }) => period === "now") ?? own[0];
    const text = sentenceBefore(change);
    const isOfCounts = count && !/[率度]|占|比重|比例|份额|指数|成|%/.test(text) && change.unit === "百分点";
    return isOfCounts && change.kind === "change" && !change.isHedged ? [ofCount({ now: count, change })] : [];
  });

/** “时长由3.8天缩短到3.2天，缩短15.79个百分点”: of what is no percentage */
export const ofSpans = (mentions: Mention[]): Finding[] =>
  mentions.flatMap((change, at) => {
    const [from, to] = mentions.slice(Math.max(0, at - 2), at);
    const isOfSpan =
      change.unit === "百分点" &&
      from &&
      to &&
      from.unit === to.unit &&
      /^(?:天|小时|分钟|秒|工作日|件|个|通|次)$/.test(to.unit) &&
      /(?:由|从)[^，。；]{0,14}$/.test(from.before) &&
      /^，(?!占比|比重)[^，。；]{0,6}$/.test(change.before);
    if (!isOfSpan) return [];
    const [a, b] = [from.number.text, to.number.text];
    return [
      unitFinding(
        0.75,
        [change, to],
        `${a} → ${b} 的变动以%计`,
        `由${a}到${b}的变动印作${change.number.text}，它们不是百分数，应当用百分比。`,
      ),
    ];
  });
