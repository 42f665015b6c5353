/** 总量的变动: the growth of the report's own total, and the total of the period before, wherever the text gives it. */
import type { Finding } from "../../../domain/finding.ts";
import { agreement, hundred, isPositive, middle, minus, over, show, sizeOf, times } from "../../number.ts";
import { bareName } from "../../read/bare.ts";
import { subjectOf } from "../../read/changed.ts";
import { compared } from "../../read/changedBase.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

export const ofTotals = ({ sentences, mentions }: Reading): Finding[] => {
  const before = mentions.filter(
    (one) => one.period !== "now" && isTotal({ ...one, period: "now", label: one.label.replace(earlier, "") }),
  );
  return sentences.flatMap((own) =>
    own.flatMap((change, at) => {
      const base = compared(change);
      if (change.kind !== "change" || change.unit !== "%" || base === "any" || change.isHedged) return [];
      const now = subjectOf(own, at);
      if (!now || !isTotal(now) || own.some(({ period }) => period !== "now")) return [];
      const placed = before.filter(({ period, unit }) => period === base && isSameUnit(unit, now.unit));
      const totals = placed.length > 0 || base !== "last" ? placed : inSeries(sentences, now);
      const [only] = totals;
      const isOne = new Set(totals.map(({ number }) => number.approximate)).size === 1;
      return only && isOne && isPositive(only.number.range) ? against(now, only, change) : [];
    }),
  );
};

const month = /(?:^|[、，：；为是])(\d{1,2})月份?$/;
const monthOf = ({ before }: Mention): number => Number(month.exec(before)?.[1]);

/** “7月39604件、8月40975件、9月41826件”: the month before the one that has the total */
const inSeries = (sentences: Mention[][], now: Mention): Mention[] =>
  sentences.flatMap((mentions) =>
    mentions.flatMap((one, at) => {
      const last = mentions[at - 1];
      const isNow = one !== now && one.kind === "count" && one.number.approximate === now.number.approximate;
      return isNow && last && isSameUnit(last.unit, now.unit) && monthOf(last) % 12 === monthOf(one) - 1 ? [last] : [];
    }),
  );

const earlier = /^(?:上个?月|上[期周季年]度?|去年同期|去年|上年同期|上年)/;
const isTotal = (one: Mention): boolean => one.kind === "count" && !one.isHedged && bareName(one) === "受理";

function against(now: Mention, before: Mention, change: Mention): Finding[] {
  const ratio = now.number.approximate / before.number.approximate;
  const right = times(over(sizeOf(minus(now.number.range, before.number.range)), before.number.range), hundred);
  // what is of another size is of some of it only
  const isTurned = ratio !== 1 && ratio > 1 !== change.direction > 0;
  if (ratio < 0.5 || ratio > 2 || (agreement(change.number, right) !== "off" && !isTurned)) return [];
  const shown = `${ratio > 1 ? "上升" : "下降"}${show(middle(right), 2)}`;
  return [
    finding("change", {
      confidence: 0.65,
      places: distinctPlaces([placeOf(change), placeOf(now), placeOf(before)]),
      values: [change.number.text, now.number.text, before.number.text],
      arithmetic: `|${now.number.text} − ${before.number.text}| ÷ ${before.number.text} = ${shown}% ≠ ${change.number.text}`,
      message: `“${nameOf(now)}”${now.number.text}，此前${before.number.text}，应为${shown}%，印作${change.direction > 0 ? "上升" : "下降"}${change.number.text}。`,
    }),
  ];
}
