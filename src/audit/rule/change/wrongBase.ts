/**
 * 涨跌的底数: “87个，4月份是74个，涨了14.94%”: what the two values give when they are divided by the later one, or, of a
 * fall, by the smaller; a growth is of the value before. Told whatever joins them, for no other pair gives that number.
 */
import type { Finding } from "../../../domain/finding.ts";
import { grouped } from "../../../domain/grouped.ts";
import { fraction } from "../../../domain/measure/exact.ts";
import { decimalsOf, show } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding, placeOf } from "../../write.ts";

/** among more numbers some pair gives any growth by chance */
const MOST_NEAR = 14;
/** fewer digits may be another pair's by chance */
const LEAST_DIGITS = 3;

export const wrongBase = ({ sentences, mentions, tables }: Reading): Finding[] => {
  const byPassage = grouped(mentions, ({ passage }) => passage);
  const totals = tables.flatMap(({ rows }) =>
    rows.flatMap(({ values }) => values.slice(1).map((value, at) => [values[at]!, value] as const)),
  );
  return sentences.flatMap((own) =>
    own.flatMap((change, at) => {
      const way = wayOf(change);
      if (
        way === 0 ||
        change.unit !== "%" ||
        change.isHedged ||
        change.number.step === null ||
        digitsOf(change) < LEAST_DIGITS
      )
        return [];
      const values = own.slice(0, at).filter(isValue);
      const near = byPassage.get(change.passage)!.filter(isValue);
      if (near.length > MOST_NEAR || isGiven(change, near) || totals.some(([x, y]) => isRight(change, x, y))) return [];
      for (const [nth, x] of values.entries())
        for (const y of values.slice(nth + 1))
          if (
            isSameUnit(x.unit, y.unit) &&
            !isOtherWay(way, x, y) &&
            isOfOther(change, x.number.approximate, y.number.approximate)
          )
            return [contradiction(change, x, y)];
      return [];
    }),
  );
};

/** “4800件，上月5200件，环比上升7.69%”: the word is wrong, and not the base */
function isOtherWay(way: number, x: Mention, y: Mention): boolean {
  if ((x.period === "now") === (y.period === "now")) return false;
  const [now, earlier] = x.period === "now" ? [x, y] : [y, x];
  return (now.number.approximate - earlier.number.approximate) * way < 0;
}

const isValue = ({ kind, unit, isHedged, number }: Mention): boolean =>
  kind !== "change" &&
  !isHedged &&
  number.approximate > 0 &&
  (kind === "count" || /^(?:天|小时|分钟|秒|工作日|人|元|户)$/.test(unit));

/** 1 up, −1 down, 0 for no change; “缩短16.67%” as well */
const wayOf = ({ kind, direction, before }: Mention): -1 | 0 | 1 =>
  kind === "change" ? direction : /(?:缩短|压缩)了?$/.test(before) ? -1 : /延长了?$/.test(before) ? 1 : 0;

const digitsOf = ({ number }: Mention): number => number.text.replace(/\D/g, "").length;

const isPrinted = ({ number }: Mention, percent: number): boolean =>
  Math.abs(percent - number.approximate) <= 0.5000001 * 10 ** -decimalsOf(number.text);

/** a rise is of the smaller, a fall of the larger */
const growthOf = (change: Mention, x: number, y: number): { right: number; other: number } => {
  const [low, high] = [Math.min(x, y), Math.max(x, y)];
  const [base, other] = wayOf(change) > 0 ? [low, high] : [high, low];
  return { right: (100 * (high - low)) / base, other: (100 * (high - low)) / other };
};

const isRight = (change: Mention, x: number, y: number): boolean =>
  x > 0 && y > 0 && isPrinted(change, growthOf(change, x, y).right);

const isOfOther = (change: Mention, x: number, y: number): boolean => {
  const { right, other } = growthOf(change, x, y);
  return isPrinted(change, other) && !isPrinted(change, right);
};

const isGiven = (change: Mention, near: Mention[]): boolean =>
  near.some((x) => near.some((y) => x !== y && isRight(change, x.number.approximate, y.number.approximate)));

function contradiction(change: Mention, x: Mention, y: Mention): Finding {
  const [low, high] = x.number.approximate < y.number.approximate ? [x, y] : [y, x];
  const [base, other] = wayOf(change) > 0 ? [low, high] : [high, low];
  const [a, b] = [other.number.value, base.number.value];
  const apart = a.n * b.d - b.n * a.d;
  const right = `${show(fraction(100n * (apart < 0n ? -apart : apart), a.d * b.n), decimalsOf(change.number.text))}%`;
  return finding("change", {
    confidence: 0.75,
    places: distinctPlaces([change, x, y].map(placeOf)),
    values: [change.number.text, other.number.text, base.number.text],
    arithmetic: `(${high.number.text} − ${low.number.text}) ÷ ${base.number.text} = ${right} ≠ ${change.number.text}`,
    message: `由${base.number.text}到${other.number.text}应${wayOf(change) > 0 ? "增" : "减"}${right}，印作${change.number.text}：除以了${other.number.text}。`,
  });
}
