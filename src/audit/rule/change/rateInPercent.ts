/** 误作百分比: a difference of two percentages printed in percent. */
import type { Finding } from "../../../domain/finding.ts";
import { fraction, subtract } from "../../../domain/measure/exact.ts";
import { equal, show, toNumber } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import { sentenceBefore } from "../../read/sentence.ts";
import { finding, nameOf, placeOf } from "../../write.ts";
import type { Pair } from "./changeUnit.ts";
import { unitFinding } from "./unitFinding.ts";

/** “满意率96.5%，上升2.47%”: by so much of itself, or by so many points */
export function ambiguous(pairs: Pair[]): Finding {
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

const rateNamed = /([\u4e00-\u9fff]{2}率)[^率，。；]*$/;
const rateOf = (mention: Mention): string | undefined => rateNamed.exec(sentenceBefore(mention))?.[1];

const pointsOf = ({ number }: Mention): string => `${number.text.replace("%", "")}个百分点`;

const signed = ({ number: { value }, direction }: Mention) => ({ n: value.n * BigInt(direction), d: value.d });

/** “满意率5月是90.41%，本月升了2.47%”, and 92.88% elsewhere: the difference of the two */
export const differenceOfTwo = (own: Mention[], mentions: Mention[]): Finding[] =>
  own.flatMap((change, at) => {
    const base = own[at - 1];
    const name = base && rateOf(base);
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
    const [a, b] = [base.number.text, now.number.text];
    return [
      unitFinding(
        0.7,
        [change, now, base],
        `${b} − ${a} = ${pointsOf(change)}`,
        `“${name}”由${a}到${b}，相差${pointsOf(change)}，文中印作${change.number.text}。`,
      ),
    ];
  });

/** “占比呈下降趋势，下降了2.3%”: of two percentages that the text prints, it is the difference */
export function differenceTold(own: Mention[], all: Mention[]): Finding[] {
  const [change] = own;
  if (own.length > 1 || !change || change.kind !== "change" || change.unit !== "%") return [];
  if (!/(?:占比|比重|率)[^。；]*$/.test(sentenceBefore(change))) return [];
  const rates = all.filter(
    (one) => (one.kind === "share" || one.kind === "rate") && one.unit === "%" && one.end > 0 && isStepOf(one, change),
  );
  const isOff = (a: Mention, b: Mention) => equal(subtract(a.number.value, b.number.value), change.number.value);
  const larger = rates.find((a) => rates.some((b) => isOff(a, b)));
  const smaller = larger && rates.find((b) => isOff(larger, b));
  if (!larger || !smaller) return [];
  const [a, b] = [larger.number.text, smaller.number.text];
  return [
    unitFinding(
      0.6,
      [change, larger, smaller],
      `${a} − ${b} = ${pointsOf(change)}`,
      `${a}与${b}相差${pointsOf(change)}，文中印作${change.number.text}。`,
    ),
  ];
}

/** printed as finely */
const isStepOf = (a: Mention, b: Mention): boolean =>
  a.number.step !== null && b.number.step !== null && equal(a.number.step, b.number.step);

/** “满意率提高2.75%” in a title, “满意率提高2.75个百分点” in the text */
export function bothWays(mentions: Mention[]): Finding[] {
  return mentions.flatMap((one) => {
    if (one.kind !== "change" || one.unit !== "%" || one.number.step === null) return [];
    const name = rateOf(one);
    if (name === undefined) return [];
    const other = mentions.find(
      (change) =>
        change.unit === "百分点" &&
        equal(change.number.value, one.number.value) &&
        (change.direction === 0 || change.direction === one.direction) &&
        change.passage.text.includes(name),
    );
    if (!other) return [];
    const [a, b] = [one.number.text, other.number.text];
    return [
      unitFinding(
        0.7,
        [one, other],
        `${a} ≠ ${b}`,
        `“${nameOf(one)}”的变动一处印作${a}，另一处印作${b}：百分比与百分点不是一回事。`,
      ),
    ];
  });
}
