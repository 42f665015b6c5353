/**
 * 句中的率: in one sentence, two counts of one unit and a percentage that shares its words with one of them, or is a share. Silent
 * where any counts of the paragraph give the percentage, and where the sentence has other counts that may be meant.
 */
import type { Finding } from "../../../domain/finding.ts";
import { agreement, isPositive, meets, middle, percentOf, show } from "../../number.ts";
import { bareName } from "../../read/bare.ts";
import { isOfGroup } from "../../read/group.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceOf } from "../../read/sentence.ts";
import { totalSizesIn } from "../../read/tableNumbers.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

export const looseRatio = (reading: Reading): Finding[] =>
  reading.sentences.flatMap((mentions) => {
    const { passage } = mentions[0]!;
    const text = sentenceOf(mentions[0]!);
    if (/剔除|扣除|不含|不计|未到期|口径|加权|目标|要求|不低于|较|比(?!例|重)|同比|环比|去年|上年|上月|上期/.test(text))
      return [];
    const counts = mentions.filter(isCount);
    const rates = mentions.filter(
      ({ unit, kind, period, passage: { text: all }, end }) =>
        unit === "%" &&
        (kind === "share" || kind === "rate" || kind === "other") &&
        period === "now" &&
        !/^以[上下]|^的(?:单位|部门|有)/.test(all.slice(end)),
    );
    const [rate] = rates;
    const at = reading.passages.indexOf(passage);
    const near = reading.passages.slice(Math.max(0, at - 3), at + 2);
    const beside = reading.mentions.filter(
      (one) => isCount(one) && (near.includes(one.passage) || bareName(one) !== null),
    );
    const own = [...new Map(beside.map((one) => [one.number.text, one])).values()];
    const totals = totalSizesIn(reading.tables);
    const values = new Set(counts.map(({ number }) => number.text.replace(/,/g, "")));
    if (
      !rate ||
      rates.length > 1 ||
      counts.length !== 2 ||
      values.size !== 2 ||
      !isSameUnit(counts[0]!.unit, counts[1]!.unit)
    )
      return [];
    const [part, base] = [...counts].sort((a, b) => a.number.approximate - b.number.approximate) as [Mention, Mention];
    if (!isPositive(base.number.range) || own.some((a) => own.some((b) => isGiven(rate, a, b)))) return [];
    const isOf = (a: number, b: number) => Math.abs((100 * a) / b - rate.number.approximate) < 0.06;
    const [x, y] = [part.number.approximate, base.number.approximate];
    if (isOf(x, x + y) || isOf(y, x + y) || totals.some((all) => isOf(x, all) || isOf(y, all) || isOf(x + y, all)))
      return [];
    if (isOfGroup(rate, counts)) return [];
    // “2小时签收率”: of what was done so soon
    if (/\d(?:小时|分钟|秒|日|天)(?:以?内)?$/.test(rate.passage.text.slice(0, rate.at - rate.label.length))) return [];
    // “到期办结率”: what was due isn't printed
    if (/^(?:到期|应办)/.test(rate.label) && !/到期|应办/.test(part.label + base.label)) return [];
    // “有效回访72件（拒访23件）……回访满意率为84.7%”: of those who were content
    if (/满意/.test(rate.before) && !/满意/.test(part.label + base.label)) return [];
    const kind = relationOf(rate, part, base, text);
    return kind === null ? [] : against(rate, part, base, kind);
  });

const isCount = ({ kind, unit, period, isHedged }: Mention): boolean =>
  period === "now" &&
  !isHedged &&
  ((kind === "count" && unit !== "家") || (kind === "other" && /^(?:人|名|户|台|处|项)$/.test(unit)));

const isRough = ({ number, isHedged }: Mention): boolean => isHedged || /[成半之]/.test(number.text);

/** one by the other, or what is left of it */
function isGiven(rate: Mention, a: Mention, b: Mention): boolean {
  const about = (100 * a.number.approximate) / b.number.approximate;
  const said = rate.number.approximate;
  // exact fractions are slow, and most are far off
  if (Math.abs(about - said) > 1 && Math.abs(100 - about - said) > 1 && !isRough(rate)) return false;
  if (a === b || !isPositive(b.number.range) || a.number.approximate > b.number.approximate * 1.0001) return false;
  const share = percentOf(a.number.range, b.number.range);
  const value = Number(show(middle(share), 4));
  return isRough(rate)
    ? meets(rate.number.range, share)
    : agreement(rate.number, share) !== "off" || Math.abs(100 - value - rate.number.approximate) < 0.06;
}

const core = (label: string): string =>
  label.replace(/(?:人工|总体|综合|整体|群众|平均|一次|占比|[率度占])/g, "").slice(-2);
const undone = /未|没|不|超期|逾期|剩|其余|余/;

/** 'of': the smaller by the larger; 'rest': what the smaller leaves; null where the words say neither */
function relationOf(rate: Mention, part: Mention, base: Mention, text: string): "of" | "rest" | null {
  const said = rate.label + rate.before;
  if (isRough(rate))
    return /^，(?:占|约占|占比)?$/.test(rate.before) && base.end < part.at && part.end < rate.at ? "of" : null;
  // the share stands right behind its count, without words of another base
  if (/占|比重|比例/.test(said))
    return /^[，（]占比?(?:为|到|了|达)?$/.test(rate.before) &&
      part.end < rate.at &&
      (base.end < part.at || base.at > rate.end)
      ? "of"
      : null;
  const stem = core(rate.label);
  if (!/[率度]/.test(rate.label) || stem.length < 2) return null;
  const near = (one: Mention) =>
    `${one.label}${text.slice(one.end - one.sentence.from, one.end - one.sentence.from + 8).split(/[，。；、]/)[0]}`;
  const [a, b] = [near(part), near(base)];
  if (undone.test(a) && (a.includes(stem) || b.includes(stem) || /超期|逾期/.test(a)))
    return undone.test(stem) ? "of" : "rest";
  return a.includes(stem) && !undone.test(a) ? "of" : null;
}

function against(rate: Mention, part: Mention, base: Mention, kind: "of" | "rest"): Finding[] {
  const share = percentOf(part.number.range, base.number.range);
  const value = Number(show(middle(share), 4));
  const right = (kind === "of" ? value : 100 - value).toFixed(2);
  // another size is another measure
  if (!isRough(rate) && Math.abs(Number(right) - rate.number.approximate) > 35) return [];
  const working =
    kind === "of" ? `${part.number.text} ÷ ${base.number.text}` : `1 − ${part.number.text} ÷ ${base.number.text}`;
  return [
    finding(rate.kind === "share" || isRough(rate) ? "shareOfBase" : "rateOfCounts", {
      confidence: 0.65,
      places: distinctPlaces([placeOf(rate), placeOf(part), placeOf(base)]),
      values: [rate.number.text, part.number.text, base.number.text],
      arithmetic: `${working} = ${right}% ≠ ${rate.number.text}`,
      message: `“${nameOf(rate)}”印作${rate.number.text}，按同句的${part.number.text}、${base.number.text}算应为${right}%。`,
    }),
  ];
}
