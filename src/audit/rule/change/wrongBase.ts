/**
 * 涨跌的底数: “87个，4月份是74个，涨了14.94%”: what the two values give when they are divided by the later one, or, of a
 * fall, by the smaller; a growth is of the value before. Told whatever joins them, for no other pair gives that number.
 */
import type { Finding } from "../../../domain/finding.ts";
import { grouped } from "../../../domain/grouped.ts";
import { isLess } from "../../../domain/measure/exact.ts";
import {
  decimalsOf,
  digitCount,
  exactly,
  growthOf,
  isPositive,
  meets,
  middle,
  type Printed,
  type Range,
  show,
  sizeOf,
} from "../../number.ts";
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
  const neighbours = tables.flatMap(({ rows }) =>
    rows.flatMap(({ numbers }) =>
      numbers.slice(1).flatMap((next, at) => {
        const number = numbers[at];
        return number && next ? [[number, next] as const] : [];
      }),
    ),
  );
  return sentences.flatMap((own) =>
    own.flatMap((change, at) => {
      const way = wayOf(change);
      if (
        way === 0 ||
        change.unit !== "%" ||
        change.isHedged ||
        change.number.step === null ||
        digitCount(change.number.text) < LEAST_DIGITS
      )
        return [];
      const near = byPassage.get(change.passage)!.filter(isValue);
      if (near.length > MOST_NEAR) return [];
      const values = own.slice(0, at).filter(isValue);
      // “登记工单61285件，环比增长3.98%”: of what stands right before it
      const last = own[at - 1];
      const isOfLast = last?.kind === "count" && /^，?(?:同比|环比)[^，。；\d]*$/.test(change.before);
      const pair = values
        .flatMap((x, nth) => values.slice(nth + 1).map((y) => [x, y] as const))
        .filter((two) => !isOfLast || two.includes(last))
        .find(
          ([x, y]) => isSameUnit(x.unit, y.unit) && !isOtherWay(way, x, y) && isOfOther(change, x.number, y.number),
        );
      const isMadeElsewhere = () => isGiven(change, near) || neighbours.some(([x, y]) => isRight(change, x, y));
      return pair && !isMadeElsewhere() ? [contradiction(change, ...pair)] : [];
    }),
  );
};

/** “4800件，上月5200件，环比上升7.69%”: the word is wrong, and not the base */
function isOtherWay(way: number, x: Mention, y: Mention): boolean {
  // “停车类215件，占10.6%，……；道路类162件”: two items of a list
  const between = y.passage.text.slice(x.end, y.at);
  if (/；/.test(between) && !/20\d\d年|去年|上年|月|同期/.test(between) && x.period === "now" && y.period === "now")
    return true;
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

/** by the values as they are printed: a rise is of the smaller, a fall of the larger; and what it is by the other one */
function growthsOf(change: Mention, x: Printed, y: Printed): { right: Range; other: Range } {
  const [low, high] = (isLess(x.value, y.value) ? [x, y] : [y, x]).map(({ value }) => exactly(value)) as [Range, Range];
  const [rise, fall] = [growthOf(high, low), sizeOf(growthOf(low, high))];
  return wayOf(change) > 0 ? { right: rise, other: fall } : { right: fall, other: rise };
}

const isRight = (change: Mention, x: Printed, y: Printed): boolean =>
  isPositive(exactly(x.value)) &&
  isPositive(exactly(y.value)) &&
  meets(growthsOf(change, x, y).right, change.number.range);

const isOfOther = (change: Mention, x: Printed, y: Printed): boolean => {
  const { right, other } = growthsOf(change, x, y);
  return meets(other, change.number.range) && !meets(right, change.number.range);
};

const isGiven = (change: Mention, near: Mention[]): boolean =>
  near.some((x) => near.some((y) => x !== y && isRight(change, x.number, y.number)));

function contradiction(change: Mention, x: Mention, y: Mention): Finding {
  const [low, high] = isLess(x.number.value, y.number.value) ? [x, y] : [y, x];
  const [base, other] = wayOf(change) > 0 ? [low, high] : [high, low];
  const right = `${show(middle(growthsOf(change, x.number, y.number).right), decimalsOf(change.number.text))}%`;
  return finding("change", {
    confidence: 0.75,
    places: distinctPlaces([change, x, y].map(placeOf)),
    values: [change.number.text, other.number.text, base.number.text],
    arithmetic: `(${high.number.text} − ${low.number.text}) ÷ ${base.number.text} = ${right} ≠ ${change.number.text}`,
    message: `由${base.number.text}到${other.number.text}应${wayOf(change) > 0 ? "增" : "减"}${right}，印作${change.number.text}：除以了${other.number.text}。`,
  });
}
