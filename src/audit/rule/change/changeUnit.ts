/** 百分点与百分比: a change of a rate printed in percent leaves two readings; a change of a count has no points. */

import type { Finding } from "../../../domain/finding.ts";
import { fraction, subtract } from "../../../domain/measure/exact.ts";
import { equal, show, toNumber } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore } from "../../read/sentence.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

interface Pair {
  now: Mention;
  change: Mention;
}

export function changeUnit({ sentences, mentions }: Reading): Finding[] {
  const pairs = sentences.flatMap(pairsOf);
  const ofRates = pairs.filter(({ now, change }) => now.unit === "%" && now.kind === "rate" && change.unit === "%");
  const ofCounts = pairs.filter(
    ({ now, change }) =>
      now.kind === "count" && change.unit === "百分点" && !/占比|比重|率|增速|增幅/.test(clauseOf(change)),
  );
  return [
    ...(ofRates.length > 0 ? [ambiguous(ofRates)] : []),
    ...ofCounts.map(wrong),
    ...sentences.flatMap((own) => pointsOf(own, mentions)),
    ...mentions.flatMap(shareInPoints),
    ...sentences.flatMap(amountsInPoints),
    ...sentences.flatMap(spansInPoints),
    ...sentences.flatMap(countsInPoints),
    ...mentions.filter(isVolumeInPoints).map(volume),
    ...bothWays(mentions),
    ...sentences.flatMap((own) => ofTwoRates(own, mentions)),
  ];
}

/** its clause, without what stands in brackets */
const clauseOf = (mention: Mention): string =>
  sentenceBefore(mention)
    .replace(/（[^（）]*）/g, "")
    .split(/[，；]/)
    .at(-1)!;

/** “满意率5月是90.41%，本月升了2.47%”, and 92.88% elsewhere: the difference of the two */
function ofTwoRates(own: Mention[], mentions: Mention[]): Finding[] {
  return own.flatMap((change, at) => {
    const base = own[at - 1];
    const name = base ? rateNamed.exec(sentenceBefore(base))?.[1] : undefined;
    if (change.kind !== "change" || change.unit !== "%" || !base || base.unit !== "%" || !name) return [];
    if (base.kind === "change" || !/^，本[月季周年期]/.test(change.before) || change.direction === 0) return [];
    const now = mentions.find(
      (one) =>
        one.unit === "%" &&
        one.kind === "rate" &&
        one.period === "now" &&
        one !== base &&
        one.label.endsWith(name) &&
        equal(subtract(one.number.value, base.number.value), signed(change)),
    );
    if (!now) return [];
    const points = change.number.text.replace("%", "");
    return [
      finding("changeUnit", {
        confidence: 0.7,
        places: distinctPlaces([placeOf(change), placeOf(now), placeOf(base)]),
        values: [change.number.text, now.number.text, base.number.text],
        arithmetic: `${now.number.text} − ${base.number.text} = ${points}个百分点`,
        message: `“${name}”由${base.number.text}到${now.number.text}，相差${points}个百分点，文中印作${change.number.text}。`,
      }),
    ];
  });
}

const signed = ({ number: { value }, direction }: Mention) => ({ n: value.n * BigInt(direction), d: value.d });

const rateNamed = /([\u4e00-\u9fff]{2}率)[^率，。；]*$/;

/** “满意率提高2.75%” in a title, “满意率提高2.75个百分点” in the text */
function bothWays(mentions: Mention[]): Finding[] {
  const changes = mentions.filter(({ kind }) => kind === "change");
  const nameOfRate = (one: Mention) => rateNamed.exec(sentenceBefore(one))?.[1];
  return changes.flatMap((one) => {
    if (one.unit !== "%" || nameOfRate(one) === undefined || one.number.step === null) return [];
    const other = mentions.find(
      (change) =>
        change.unit === "百分点" &&
        equal(change.number.value, one.number.value) &&
        (change.direction === 0 || change.direction === one.direction) &&
        change.passage.text.includes(nameOfRate(one)!),
    );
    if (!other) return [];
    return [
      finding("changeUnit", {
        confidence: 0.7,
        places: distinctPlaces([placeOf(one), placeOf(other)]),
        values: [one.number.text, other.number.text],
        arithmetic: `${one.number.text} ≠ ${other.number.text}`,
        message: `“${nameOf(one)}”的变动一处印作${one.number.text}，另一处印作${other.number.text}：百分比与百分点不是一回事。`,
      }),
    ];
  });
}

/** “占全部诉求的5.97个百分点” */
function shareInPoints({ passage, at, unit, before, number, ...mention }: Mention): Finding[] {
  const isShare =
    unit === "百分点" &&
    /占[^，。；]{0,12}的?$/.test(before) &&
    !/增|降|升|高|减|少|低|比重|占比[^，。；]*[较比]/.test(before);
  if (!isShare) return [];
  const own = { passage, at, unit, before, number, ...mention };
  return [
    finding("changeUnit", {
      confidence: 0.75,
      places: [placeOf(own)],
      values: [number.text],
      arithmetic: "占比以%计，百分点是两个百分数之差",
      message: `“${number.text}”是占比，应写作${number.text.replace(/个?百分点/, "%")}。`,
    }),
  ];
}

/** “三季度诉求量环比增长12.34个百分点”: a number of orders has no points */
const isVolumeInPoints = ({ unit, before }: Mention): boolean =>
  unit === "百分点" &&
  /(?:受理|诉求|来电|工单|转办|派单|话务)总?量(?:环比|同比|较[^，。；率]{1,8}|比[^，。；率]{1,8})?(?:增长|上升|下降|减少|增加|回落)了?$/.test(
    before,
  );

const volume = (change: Mention): Finding =>
  finding("changeUnit", {
    confidence: 0.7,
    places: [placeOf(change)],
    values: [change.number.text],
    arithmetic: "件数的变动以%计",
    message: `“${nameOf(change)}”${change.number.text}是件数的变动，应写作${change.number.text.replace(/个?百分点/, "%")}。`,
  });

/** “增加253件，上升9.69个百分点”: of a count, whose own value needn't stand there */
const amountsInPoints = (mentions: Mention[]): Finding[] =>
  mentions.flatMap((change, at) => {
    const amount = mentions[at - 1];
    const isAmount = amount?.kind === "change" && /^(?:件|个|通|次|宗|条|起|单)$/.test(amount.unit);
    const hasValue = mentions.slice(0, at).some((one) => one.kind !== "change" && one.period === "now");
    if (!isAmount || hasValue || change.unit !== "百分点" || !/^，(?!占比|比重)[^，。；率度]{0,6}$/.test(change.before))
      return [];
    return [wrong({ now: amount, change })];
  });

/** “接了286417个，前年是241305个，涨了18.70个百分点”: a sentence of counts alone, and of nothing that has points */
const countsInPoints = (mentions: Mention[]): Finding[] =>
  mentions.flatMap((change, at) => {
    const own = mentions.slice(0, at).filter(({ kind }) => kind === "count");
    const count = own.find(({ period }) => period === "now") ?? own[0];
    const text = sentenceBefore(change);
    const isOfCounts = count && !/[率度]|占|比重|比例|份额|指数|成|%/.test(text) && change.unit === "百分点";
    return isOfCounts && change.kind === "change" && !change.isHedged ? [wrong({ now: count, change })] : [];
  });

/** “时长由3.8天缩短到3.2天，缩短15.79个百分点”: of what is no percentage */
function spansInPoints(mentions: Mention[]): Finding[] {
  return mentions.flatMap((change, at) => {
    const [from, to] = mentions.slice(Math.max(0, at - 2), at);
    const isSpan =
      change.unit === "百分点" &&
      from &&
      to &&
      from.unit === to.unit &&
      /^(?:天|小时|分钟|秒|工作日|件|个|通|次)$/.test(to.unit);
    if (
      !isSpan ||
      !/(?:由|从)[^，。；]{0,14}$/.test(from.before) ||
      !/^，(?!占比|比重)[^，。；]{0,6}$/.test(change.before)
    )
      return [];
    return [
      finding("changeUnit", {
        confidence: 0.75,
        places: distinctPlaces([placeOf(change), placeOf(to)]),
        values: [change.number.text, to.number.text],
        arithmetic: `${from.number.text} → ${to.number.text} 的变动以%计`,
        message: `由${from.number.text}到${to.number.text}的变动印作${change.number.text}，它们不是百分数，应当用百分比。`,
      }),
    ];
  });
}

/** “占比呈下降趋势，下降了2.3%”: of two percentages that the text prints, it is the difference */
function pointsOf(own: Mention[], all: Mention[]): Finding[] {
  const [change] = own;
  if (own.length > 1 || !change || change.kind !== "change" || change.unit !== "%") return [];
  if (!/(?:占比|比重|率)[^。；]*$/.test(sentenceBefore(change))) return [];
  const rates = all.filter(({ kind, unit, end }) => (kind === "share" || kind === "rate") && unit === "%" && end > 0);
  const isOff = (a: Mention, b: Mention) =>
    equal(subtract(a.number.value, b.number.value), change.number.value) && isStepOf(a, change) && isStepOf(b, change);
  const larger = rates.find((a) => rates.some((b) => isOff(a, b)));
  const smaller = larger && rates.find((b) => isOff(larger, b));
  if (!larger || !smaller) return [];
  const points = change.number.text.replace("%", "");
  return [
    finding("changeUnit", {
      confidence: 0.6,
      places: distinctPlaces([placeOf(change), placeOf(larger), placeOf(smaller)]),
      values: [change.number.text, larger.number.text, smaller.number.text],
      arithmetic: `${larger.number.text} − ${smaller.number.text} = ${points}个百分点`,
      message: `${larger.number.text}与${smaller.number.text}相差${points}个百分点，文中印作${change.number.text}。`,
    }),
  ];
}

/** printed as finely */
const isStepOf = (a: Mention, b: Mention): boolean =>
  a.number.step !== null && b.number.step !== null && equal(a.number.step, b.number.step);

/** a change directly after the value it is of, in the same sentence and without words of its own */
function pairsOf(mentions: Mention[]): Pair[] {
  return mentions.flatMap((change, at) => {
    // what stands in a bracket isn't what changed
    const last = mentions[at - 1];
    const isAside = last && last.depth > change.depth && last.period === "now" && last.unit !== "%";
    const now = isAside ? mentions.slice(0, at).findLast(({ depth }) => depth <= change.depth) : last;
    const isOwn = /^，?(?:第[^，]{1,3}(?=[比较]))?(?:环比|同比|较[^，]{1,8}|比[^，]{1,8})?[^，率量数]{0,6}$/.test(
      change.before,
    );
    // “增至2918件，增加322件，环比上升12.4个百分点” goes on about the count
    const isAmount = now?.kind === "change" && now.unit !== "%" && now.unit !== "百分点" && now.unit !== "倍";
    const isBase = now !== undefined && now.kind !== "change" && now.period !== "now";
    const isLike = (one: Mention) => !isBase || (one.unit === "%") === (now.unit === "%");
    const value =
      isAmount || isBase
        ? mentions
            .slice(0, at - 1)
            .findLast(
              (one) => one.kind !== "change" && one.period === "now" && one.depth <= change.depth && isLike(one),
            )
        : now;
    return change.kind === "change" && value && value.period === "now" && isOwn ? [{ now: value, change }] : [];
  });
}

function ambiguous(pairs: Pair[]): Finding {
  const [{ now, change }] = pairs as [Pair];
  const [rate, moved] = [toNumber(now.number.value), toNumber(change.number.value)];
  const sign = change.direction;
  const points = show(fraction(Math.round((rate - sign * moved) * 100), 100));
  // nothing falls by all of it, or by more, and is there
  const left = 100 + sign * moved;
  const relative = left > 0 ? `；按百分比：此前为${show(fraction(Math.round((rate * 1e4) / left), 100))}%` : "";
  return finding("changeUnit", {
    confidence: 0.4,
    places: pairs.map((pair) => placeOf(pair.change)),
    values: pairs.flatMap((pair) => [pair.change.number.text, pair.now.number.text]),
    arithmetic: `按百分点：此前为${points}%${relative}`,
    message: `“${nameOf(now)}”${now.number.text}的变动印作${change.number.text}，是率的变动，宜写明是百分点还是百分比${pairs.length > 1 ? `（全文共${pairs.length}处）` : ""}。`,
  });
}

const wrong = ({ now, change }: Pair): Finding =>
  finding("changeUnit", {
    confidence: 0.7,
    places: [placeOf(change)],
    values: [change.number.text, now.number.text],
    arithmetic: `${now.number.text}是件数，件数的变动以%计`,
    message: `“${nameOf(now)}”${now.number.text}是数量，变动印作${change.number.text}，应当用百分比。`,
  });
