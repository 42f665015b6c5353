/** 月均与合计: an average that the total and the number of months don't give. Days are left alone: offices count working days. */

import type { Finding } from "../../../domain/finding.ts";
import { fraction } from "../../../domain/measure/exact.ts";
import { agreement, exactly, middle, over, show, toNumber } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore } from "../../read/sentence.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";
import { isOfAllTogether, isOfLastAlone } from "./together.ts";

/** words that say nothing of which of them are meant */
const anyWords =
  /其中|[日月]均|[日月]平均|平均每[日天月]|每[日天月]|受理|接听|承办|接到|工单|诉求|[本全]?(?:[一二三四]|前三)?季度|[上下]半年|全年|20\d\d年|总?[量数]|[的为约共达件]/g;

const spans: { said: RegExp; months: number }[] = [
  { said: /前三季度/, months: 9 },
  { said: /(?<!前三)季度/, months: 3 },
  { said: /上半年|下半年/, months: 6 },
  { said: /全年|年度/, months: 12 },
];

const upTo = /1(?:月份?)?(?:-|至|～|到)(\d{1,2})月|前(\d{1,2})个月/;

export const average = ({ sentences }: Reading): Finding[] =>
  sentences.flatMap((mentions) =>
    mentions.flatMap((mention, at) =>
      /(?<!高于|低于|超过|比|较)(?:月均|月平均|平均每月)(?:受理|诉求|办理|接听)?[^，。；：\d于值比较多少]{0,4}$/.test(
        mention.before,
      )
        ? against(mentions, at)
        : [],
    ),
  );

function against(mentions: Mention[], at: number): Finding[] {
  const mean = mentions[at]!;
  const counts = mentions
    .slice(0, at)
    .filter(
      ({ kind, unit, period, before }) =>
        kind === "count" &&
        !/均|(?:依次|分别)(?:为|是)?$/.test(before) &&
        period === "now" &&
        isSameUnit(unit, mean.unit),
    );
  const text = sentenceBefore(mean);
  const own = upTo
    .exec(text)
    ?.slice(1)
    .find((one) => one);
  const year = { said: /20\d\d年(?![度\d第上下一二三四前])/, months: 12 };
  const named = spans.filter(({ said }) => said.test(text));
  const span = own ? [{ said: upTo, months: Number(own) }] : named.length > 0 || !year.said.test(text) ? named : [year];
  if (span.length !== 1) return [];
  const total =
    counts.findLast(({ before }) => span[0]!.said.test(before)) ??
    (counts.length === 1 && !/\d月/.test(counts[0]!.before) ? counts[0] : null);
  const { months } = span[0]!;
  if (isOfAllTogether(mean, counts) || isOfLastAlone(mean, counts.at(-1))) return [];
  // “三季度月均8648件，二季度月均8102件”: of another period than the total
  const periodOf = (one: Mention) =>
    /([一二三四])季度|([上下])半年|(去年|上年)/.exec(one.before.split("，").at(-1)!)?.[0];
  if (periodOf(mean) !== undefined && own !== undefined) return [];
  const [said, whole] = [periodOf(mean), total ? periodOf(total) : undefined];
  if (said !== undefined && whole !== undefined && said !== whole) return [];
  // “投诉类月均6120件”: of some of it
  const name = mean.before
    .split(/[，。；：]/)
    .at(-1)!
    .replace(anyWords, "");
  if (total && name.length > 1 && !total.label.includes(name)) return [];
  if (!total || months < 2) return [];
  const right = over(total.number.range, exactly(fraction(months)));
  const off = Math.abs(toNumber(right.low) - mean.number.approximate);
  if (agreement(mean.number, right) === "rounded" || off <= 1) return [];
  const shown = show(middle(right), 0);
  return [
    finding("average", {
      confidence: 0.8,
      places: distinctPlaces([placeOf(mean), placeOf(total)]),
      values: [mean.number.text, total.number.text],
      arithmetic: `${total.number.text} ÷ ${months} = ${shown} ≠ ${mean.number.text}`,
      message: `“${nameOf(total)}”${total.number.text}，${months}个月平均应为${shown}，月均印作${mean.number.text}。`,
    }),
  ];
}
