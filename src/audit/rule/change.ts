/** 变动: an increase, a decrease or a percentage that the two values it lies between don't give. */

import type { Finding } from "../../domain/finding.ts";
import { fraction } from "../../domain/measure/exact.ts";
import {
  type Agreement,
  absolute,
  agreement,
  equal,
  exactly,
  isPositive,
  meets,
  minus,
  over,
  plus,
  type Range,
  show,
  times,
  toNumber,
} from "../number.ts";
import { bareName } from "../read/bare.ts";
import type { Mention } from "../read/mention.ts";
import { isSameUnit } from "../read/parts.ts";
import type { Reading } from "../read/reading.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../write.ts";

const hundred = exactly(fraction(100));

export const change = ({ sentences }: Reading): Finding[] => [
  ...sentences.flatMap(ledWrong),
  ...sentences.flatMap((mentions) => mentions.flatMap((mention, at) => difference(mentions, mention, at))),
  ...changes(sentences),
];

const rising = /上升|增长|增加|提高|上涨|增/;
const falling = /下降|减少|降低|回落|下滑|减|降/;

/** “由5月的214件下降到6月的261件” */
function ledWrong(mentions: Mention[]): Finding[] {
  return mentions.flatMap((to, at) => {
    const from = mentions[at - 1];
    if (from?.period !== "last" || to.period !== "now" || !isStart(from) || from.unit !== to.unit) return [];
    const said = /^[^，。；]{0,4}?(上升|增长|增加|提高|上涨|增|下降|减少|降低|回落|下滑|减|降)(?:到|至|为)/.exec(
      to.before,
    )?.[1];
    if (!said || meets(from.number.range, to.number.range)) return [];
    const isUp = toNumber(to.number.value) > toNumber(from.number.value);
    return (isUp ? falling : rising).test(said)
      ? [wrongWay(to, from, isUp ? "下降" : "上升", isUp ? "上升" : "下降")]
      : [];
  });
}

/** “前者比后者多3654件”, “两者相差17.42分”: of the two values right before it */
function difference(mentions: Mention[], mention: Mention, at: number): Finding[] {
  const said = /(?:前者比后者[多少高低]|(?:两者|二者|两地|两项|首末位?)(?:相差|相距))(?:了|约)?$/.exec(mention.before);
  const [a, b] = mentions.slice(Math.max(0, at - 2), at);
  if (!said || !a || !b || a.kind !== b.kind || a.unit !== b.unit || a.isHedged || b.isHedged || mention.isHedged)
    return [];
  if (mention.unit !== a.unit && !(a.unit === "%" && mention.unit === "百分点")) return [];
  const right = size(minus(a.number.range, b.number.range));
  if (meets(mention.number.range, right)) return [];
  const shown = show(right.low, a.number.step ? 2 : 0);
  return [
    finding("change", {
      confidence: 0.85,
      places: distinctPlaces([placeOf(mention), placeOf(a), placeOf(b)]),
      values: [mention.number.text, a.number.text, b.number.text],
      arithmetic: `${a.number.text} 与 ${b.number.text} 相差 ${shown} ≠ ${mention.number.text}`,
      message: `${a.number.text}与${b.number.text}相差${shown}，文中印作${mention.number.text}。`,
    }),
  ];
}

const changes = (sentences: Mention[][]): Finding[] =>
  sentences.flatMap((mentions, nth) =>
    mentions.flatMap((mention, at) => {
      if (mention.kind !== "change" || isOfSeveral(mention)) return [];
      const now =
        subjectOf(mentions, at) ?? spokenOf(mentions[0]!, sentences[nth - 1] ?? []) ?? subjectAfter(mentions, at);
      const months = monthsBehind(mentions, mention);
      if (months)
        return [...against(months.now, months.earlier, mention), ...direction(months.now, months.earlier, mention)];
      if (!now) return [...ofBase(mentions, at), ...ofTotal(mentions, mention, sentences)];
      if (isElsewhere(mentions, mention, now)) return [];
      const earlier = earlierOf(mentions, mention, now);
      const before = sentences[nth - 1]?.[0]?.passage === mention.passage ? sentences[nth - 1]! : [];
      const others = [...before, ...mentions].filter((other) => other !== now && other.end <= mention.at);
      if (earlier && others.some((other) => makes(other, earlier, mention))) return [];
      if (earlier) return [...against(now, earlier, mention), ...direction(now, earlier, mention)];
      return [...withAmount(mentions, at, now), ...beyondFull(now, mention)];
    }),
  );

/** “本季度分别提高1.35个、0.62个百分点”: which of several it is of takes more than its place */
const isOfSeveral = ({ passage, sentence, end, before }: Mention): boolean =>
  /分别(?:上升|增长|增加|提高|下降|减少|降低|回落)(?:了|约)?$/.test(before) ||
  (/^[、和及]?$/.test(before) && /分别[^，。；]*$/.test(passage.text.slice(sentence.from, end)));

/** “；3月总量环比上升47.7%”: a clause that names its own subject and gives no value for it */
function isElsewhere(mentions: Mention[], mention: Mention, now: Mention): boolean {
  const { passage, sentence, at } = mention;
  const from = Math.max(sentence.from, passage.text.lastIndexOf("；", at) + 1);
  if (now.at >= from || from === sentence.from) return false;
  const word = /^(?:其中|而)?([^，。；（）]{2,14}?)(?:环比|同比|较|比)/.exec(passage.text.slice(from, at))?.[1];
  const core = word?.replace(/^\d{1,2}月份?|总|[量数]$/g, "") ?? "";
  return (
    word !== undefined &&
    !now.label.includes(core || word) &&
    mentions.every((one) => one.at < from || one.at >= at || one.period !== "now" || one.kind === "change")
  );
}

/** the value that changed: the last one before, or the one that a rise leads to (“由A上升至B”) */
function subjectOf(mentions: Mention[], at: number): Mention | null {
  // what stands in brackets explains the value, and isn't it
  const { depth } = mentions[at]!;
  const isValue = (one: Mention) =>
    (one.kind === "count" || one.kind === "rate" || one.kind === "score") && one.period === "now" && one.depth <= depth;
  // “按期办结量较上月的10987件增长……” goes on about what is counted as its base is
  const base = mentions[at - 1];
  const isBase = base && base.period !== "now" && !/[，；。]/.test(textBetween(base, mentions[at]!));
  const isOfBase = ({ unit }: Mention) => !isBase || isSameUnit(unit, base.unit);
  const values = mentions.slice(0, at).filter((one) => isValue(one) && isOfBase(one));
  const last = values.at(-1) ?? null;
  // “受理700件，日均100件，较去年的650件增长……” goes on about the whole, unless the earlier one is an average too
  const isAside = last && isMean(last) && !isMean({ before: textBetween(last, mentions[at]!) });
  return isAside ? (values.findLast((one) => !isMean(one)) ?? last) : last;
}

/** “初查率99.89%，环比降低11%”: no rate was above 100 % before */
function beyondFull(now: Mention, mention: Mention): Finding[] {
  const isOwn =
    isRate(now) &&
    /率$/.test(now.label) &&
    !/增|完成|覆盖|达产/.test(now.label) &&
    /^(?:，(?:同比|环比)[^，。；]{2,12})?，[^，。；]{0,6}$/.test(textBetween(now, mention));
  if (!isOwn || mention.direction > 0 || (mention.unit !== "%" && mention.unit !== "百分点")) return [];
  const [rate, fall] = [now.number.approximate, mention.number.approximate];
  const before = mention.unit === "%" ? Math.min(rate + fall, (100 * rate) / (100 - fall)) : rate + fall;
  if (before <= 100.5) return [];
  return [
    finding("impossible", {
      confidence: 0.65,
      places: distinctPlaces([placeOf(mention), placeOf(now)]),
      values: [mention.number.text, now.number.text],
      arithmetic: `${now.number.text} + ${mention.number.text} > 100%`,
      message: `“${nameOf(now)}”${now.number.text}，说是下降${mention.number.text}，此前就超过了100%。`,
    }),
  ];
}

/** “与上季度比：四季度受理30215件，本季度下降8.26%”: of the report's own total, where no other value may be meant */
function ofTotal(mentions: Mention[], mention: Mention, sentences: Mention[][]): Finding[] {
  const others = mentions.filter((one) => one.period !== "now" && one.end <= mention.at && one.kind === "count");
  const [earlier] = others;
  const text = mention.passage.text.slice(mention.sentence.from, mention.at);
  if (others.length !== 1 || !earlier || !/受理|诉求|总量|来电|来件/.test(text) || mention.isHedged) return [];
  const totals = sentences.flat().filter((one) => bareName(one) === "受理" && isSameUnit(one.unit, earlier.unit));
  const now = totals.find((one) => one.number.step === null) ?? null;
  const ratio = now ? now.number.approximate / earlier.number.approximate : 0;
  if (!now || ratio < 0.5 || ratio > 2 || new Set(totals.map(({ number }) => number.approximate)).size > 2) return [];
  return totals.some((one) => makes(one, earlier, mention))
    ? []
    : [...against(now, earlier, mention), ...direction(now, earlier, mention)];
}

/** another value of the sentence gives the change just as it is printed: it is that one's */
const makes = (now: Mention, earlier: Mention, mention: Mention): boolean => {
  if (now.kind === "change" || now.isHedged || now.period !== "now" || !isSameUnit(now.unit, earlier.unit))
    return false;
  const right = expected(now.number.range, earlier.number.range, mention, isRate(now));
  const rises = toNumber(now.number.value) > toNumber(earlier.number.value);
  return right !== null && rises === mention.direction > 0 && agreement(mention.number, right) === "rounded";
};

const isMean = ({ before }: Pick<Mention, "before">): boolean => /[日周月年户人件]均|平均/.test(before);
const textBetween = ({ passage, end }: Mention, { at }: Mention): string => passage.text.slice(end, at);

/** “与上季度的300件相比……” goes on about what the sentence before began with */
function spokenOf(first: Mention, before: Mention[]): Mention | null {
  const opening = first.passage.text.slice(first.sentence.from, first.at);
  const isBeside = before[0]?.passage === first.passage || first.sentence.from === 0;
  const word = /^([^，。；\d]{0,8}?)[量数]?(?:与|较|比|同比|环比|和)/.exec(opening)?.[1];
  if (!isBeside || word === undefined) return null;
  return (
    before.find(
      ({ kind, period, unit, label }) =>
        kind === "count" && period === "now" && unit === first.unit && label.includes(word),
    ) ?? null
  );
}

/** “同比上升8.5%，其中本期10850件，去年同期10000件” */
const subjectAfter = (mentions: Mention[], at: number): Mention | null =>
  mentions.some(({ period }) => period !== "now")
    ? (mentions
        .slice(at + 1)
        .find(
          ({ kind, period, before }) => kind === "count" && period === "now" && /本[期月周季年]|今年|共/.test(before),
        ) ?? null)
    : null;

const monthOf = ({ before }: Mention): number =>
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

/** “增加78件（8月份1389件、9月份1467件）”, “提高1.75个百分点（9月83.16%，本月85.34%）” */
function monthsBehind(mentions: Mention[], mention: Mention): { now: Mention; earlier: Mention } | null {
  const at = mentions.indexOf(mention);
  const [earlier, now] = [mentions[at + 1], mentions[at + 2]];
  if (!earlier || !now || /去年|上年/.test(now.before) || earlier.depth <= mention.depth || now.depth <= mention.depth)
    return null;
  const isNext =
    monthOf(earlier) % 12 === monthOf(now) - 1 ||
    /^(?:→|->|-|至|到)$/.test(textBetween(earlier, now)) ||
    (/（(?:上[月期周季年]|去年|\d{1,2}月)/.test(textBetween(mention, earlier)) &&
      /本[月期周季年]|今年/.test(now.before));
  const isValue = ({ kind }: Mention) => kind === "count" || kind === "rate" || kind === "score";
  return isNext && isSameUnit(earlier.unit, now.unit) && isValue(earlier) && isValue(now) ? { now, earlier } : null;
}

const compared = ({ before }: Mention): Mention["period"] | "any" =>
  /同比|去年|上年/.test(before) ? "lastYear" : /环比|上个?月|上期|上周|上个?季度/.test(before) ? "last" : "any";

/** a value of the period that the change is against, of the same unit, in the same sentence */
function earlierOf(mentions: Mention[], mention: Mention, now: Mention): Mention | null {
  const against = compared(mention);
  const fits = mentions.filter(
    (other) =>
      other.period !== "now" &&
      isSameUnit(other.unit, now.unit) &&
      (against === "any" || other.period === against || isStart(other)),
  );
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
  const near = fits.filter((other) => Math.abs(other.at - mention.at) < 60 && !isOthers(other) && !isFar(other));
  return behind ?? (near.length === 1 ? near[0]! : against === "lastYear" ? null : monthBefore(mentions, now));
}

/** “由A变为B”: A is what B is compared with, whatever the comparison is called */
const isStart = ({ before }: Mention): boolean => /(?:由|从)[^，。；]{0,14}$/.test(before);

const isRate = ({ unit }: Mention) => unit === "%";

/** what the change should be printed as; null where that can't be said */
function expected(now: Range, earlier: Range, { unit }: Mention, ofRate: boolean): Range | null {
  const difference = size(minus(now, earlier));
  if (unit === "百分点") return ofRate ? difference : null;
  if (unit === "%") return isPositive(earlier) ? times(over(difference, earlier), hundred) : null;
  return unit === "倍" ? null : difference;
}

/** “816件，去年同期340件，增长2.4倍”: it is 2.4 times as many, and grew by 1.4 times */
function multiple(now: Mention, earlier: Mention, mention: Mention): Finding[] {
  const isGrowth = /(?:增长|增加|上升|提高|多|上涨|增)(?:了|约)?$/.test(mention.before);
  if (!isGrowth || mention.isHedged || !isPositive(earlier.number.range) || !isSameUnit(now.unit, earlier.unit))
    return [];
  const ratio = over(now.number.range, earlier.number.range);
  const growth = minus(ratio, exactly(fraction(1)));
  const isOne = agreement(mention.number, growth);
  if (
    isOne === "rounded" ||
    isOne === "cut" ||
    (mention.number.step === null && agreement(mention.number, growth) !== "off")
  )
    return [];
  const right = show(growth.low, 2);
  return [
    finding("change", {
      confidence: 0.65,
      places: distinctPlaces([placeOf(mention), placeOf(now), placeOf(earlier)]),
      values: [mention.number.text, now.number.text, earlier.number.text],
      arithmetic: `${now.number.text} ÷ ${earlier.number.text} − 1 = ${right} ≠ ${mention.number.text}`,
      message: `“${nameOf(now)}”由${earlier.number.text}到${now.number.text}，增长${right}倍，印作增长${mention.number.text}。`,
    }),
  ];
}

const size = ({ low, high }: Range): Range =>
  low.n < 0n ? { low: absolute(high), high: absolute(low) } : { low, high };

function against(now: Mention, earlier: Mention, mention: Mention): Finding[] {
  if (mention.unit === "倍") return multiple(now, earlier, mention);
  const right = expected(now.number.range, earlier.number.range, mention, isRate(now));
  if (!right || (mention.unit !== "%" && mention.unit !== "百分点" && !isSameUnit(mention.unit, now.unit))) return [];
  const found = agreement(mention.number, right);
  if (isRate(now) && mention.unit === "%" && isPoints(now, earlier, mention, found))
    return [unitSlip(now, earlier, mention)];
  if (found === "rounded" || found === "cut") return [];
  return [contradiction(now, earlier, mention, right, found)];
}

/** the difference itself, and not what the printed values give as a percentage */
function isPoints(now: Mention, earlier: Mention, { number }: Mention, found: Agreement): boolean {
  const difference = size(minus(exactly(now.number.value), exactly(earlier.number.value)));
  const relative = over(difference, exactly(earlier.number.value));
  const isExactly = equal(difference.low, number.value);
  return found === "rounded"
    ? isExactly && !meets(number.range, times(relative, hundred))
    : meets(number.range, difference);
}

const unitSlip = (now: Mention, earlier: Mention, mention: Mention): Finding =>
  finding("changeUnit", {
    confidence: 0.6,
    places: distinctPlaces([placeOf(mention), placeOf(now), placeOf(earlier)]),
    values: [mention.number.text, now.number.text, earlier.number.text],
    arithmetic: `${now.number.text} 与 ${earlier.number.text} 相差 ${mention.number.text.replace("%", "")} 个百分点`,
    message: `“${nameOf(now)}”由${earlier.number.text}变为${now.number.text}，印作变动${mention.number.text}，应写作${mention.number.text.replace("%", "")}个百分点。`,
  });

function contradiction(now: Mention, earlier: Mention, mention: Mention, right: Range, found: Agreement): Finding {
  const suffix = mention.unit === "百分点" ? "个百分点" : mention.unit;
  const isWhole = suffix !== "%" && suffix !== "个百分点" && right.low.d === 1n;
  const shown = `${show(right.low, isWhole ? 0 : 2)}${suffix}`;
  const sign =
    mention.unit === "%"
      ? `(${now.number.text} − ${earlier.number.text}) ÷ ${earlier.number.text}`
      : `${now.number.text} − ${earlier.number.text}`;
  return finding("change", {
    confidence: 0.85,
    isSlight: found === "slight" && mention.unit === "%",
    places: distinctPlaces([placeOf(mention), placeOf(now), placeOf(earlier)]),
    values: [mention.number.text, now.number.text, earlier.number.text],
    arithmetic: `${sign} = ${shown} ≠ ${mention.number.text}`,
    message: `“${nameOf(now)}”${now.number.text}，此前${earlier.number.text}，变动应为${shown}，印作${mention.number.text}。`,
  });
}

/** said to rise though it fell, or the other way round */
function direction(now: Mention, earlier: Mention, mention: Mention): Finding[] {
  const difference = toNumber(now.number.value) - toNumber(earlier.number.value);
  // a multiple says how large, not where to
  if (mention.unit === "倍") return [];
  if (meets(now.number.range, earlier.number.range) || Math.sign(difference) === mention.direction) return [];
  const [said, truth] = mention.direction > 0 ? ["上升", "下降"] : ["下降", "上升"];
  return [wrongWay(now, earlier, said!, truth!, mention)];
}

const wrongWay = (now: Mention, earlier: Mention, said: string, truth: string, mention = now): Finding =>
  finding("change", {
    confidence: 0.9,
    places: distinctPlaces([placeOf(mention), placeOf(now), placeOf(earlier)]),
    values: [now.number.text, earlier.number.text],
    arithmetic: `${now.number.text} ${truth === "上升" ? ">" : "<"} ${earlier.number.text}`,
    message: `“${nameOf(now)}”由${earlier.number.text}变为${now.number.text}，是${truth}，文中写作${said}。`,
  });

/** “比4月增加4517件，环比上升10.55%”: both against the month before */
const isOfOneBase = (amount: Mention, rate: Mention, now: Mention): boolean =>
  compared(rate) === "any" ||
  (compared(rate) === "last" && (compared(amount) === "last" || namedBase(amount) === monthOf(now) - 1));

const namedBase = ({ before }: Mention): number => Number(/[比较](\d{1,2})月份?[^，]*$/.exec(before)?.[1]) % 12;

/** “环比增加2320件，增长4.9%”: the amount and the percentage give two earlier values */
function withAmount(mentions: Mention[], at: number, now: Mention): Finding[] {
  const [amount, rate] = [mentions[at]!, mentions[at + 1]];
  if (rate?.kind !== "change" || rate.unit !== "%" || isRate(now) || !isSameUnit(amount.unit, now.unit)) return [];
  if (amount.unit === "%" || rate.direction !== amount.direction || !isOfOneBase(amount, rate, now)) return [];
  const earlier =
    amount.direction > 0 ? minus(now.number.range, amount.number.range) : plus(now.number.range, amount.number.range);
  if (!isPositive(earlier)) return [];
  const right = times(over(amount.number.range, earlier), hundred);
  const found = agreement(rate.number, right);
  // “2月41件，3月少9件，下降22%”: what stands before may be the earlier value itself
  const asEarlier = agreement(rate.number, times(over(amount.number.range, now.number.range), hundred));
  if ([found, asEarlier].some((one) => one === "rounded" || one === "cut")) return [];
  const before = show(earlier.low, 0);
  return [
    finding("change", {
      confidence: 0.85,
      isSlight: found === "slight",
      places: distinctPlaces([placeOf(rate), placeOf(amount), placeOf(now)]),
      values: [rate.number.text, amount.number.text, now.number.text],
      arithmetic: `${amount.number.text} ÷ (${now.number.text} ${amount.direction > 0 ? "−" : "+"} ${amount.number.text}) = ${show(right.low)}% ≠ ${rate.number.text}`,
      message: `“${nameOf(now)}”${now.number.text}，变动${amount.number.text}，即此前${before}，变动幅度应为${show(right.low)}%，印作${rate.number.text}。`,
    }),
  ];
}

/** “较6月的685件增加348件，上升50.8%”: the amount is the percentage of what it is added to */
function ofBase(mentions: Mention[], at: number): Finding[] {
  const [amount, rate] = [mentions[at]!, mentions[at + 1]];
  if (rate?.kind !== "change" || rate.unit !== "%" || rate.direction !== amount.direction) return [];
  const base = mentions
    .slice(0, at)
    .findLast(({ kind, period, unit }) => kind === "count" && period !== "now" && isSameUnit(unit, amount.unit));
  if (!base || compared(rate) !== "any" || !isPositive(base.number.range)) return [];
  const right = times(over(amount.number.range, base.number.range), hundred);
  const found = agreement(rate.number, right);
  if (found === "rounded" || found === "cut") return [];
  return [
    finding("change", {
      confidence: 0.85,
      isSlight: found === "slight",
      places: distinctPlaces([placeOf(rate), placeOf(amount), placeOf(base)]),
      values: [rate.number.text, amount.number.text, base.number.text],
      arithmetic: `${amount.number.text} ÷ ${base.number.text} = ${show(right.low)}% ≠ ${rate.number.text}`,
      message: `由${base.number.text}变动${amount.number.text}，变动幅度应为${show(right.low)}%，印作${rate.number.text}。`,
    }),
  ];
}
