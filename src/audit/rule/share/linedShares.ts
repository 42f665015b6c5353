/** 逐行的占比: “停水102件（26.2%）” on a line each, all of one base, and one of them isn't. */
import type { Finding } from "../../../domain/finding.ts";
import { grouped } from "../../../domain/grouped.ts";
import { agreement, isPositive, middle, type Printed, percentOf, show, sum } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding, placeOf } from "../../write.ts";

/** so many lines at least, all but one of them of one base */
const FEWEST = 3;

/** a name, a count and its share, and nothing else */
const line = /^[^\d，。；：]{2,16}[\d,]+[件个通次宗条起张](?:\s*[（，|/]\s*(?:占比?)?|\s+)[\d.]+%）?[；。，]?$/;

interface Pair {
  count: Mention;
  share: Mention;
}

export const linedShares = ({ passages, mentions }: Reading): Finding[] => {
  const own = grouped(mentions, ({ passage }) => passage);
  const runs: Pair[][] = [[]];
  for (const passage of passages) {
    const [count, share, ...more] = own.get(passage) ?? [];
    const isPair = line.test(passage.text) && count?.kind === "count" && share?.unit === "%" && more.length === 0;
    if (isPair) runs.at(-1)!.push({ count, share: share! });
    else if (runs.at(-1)!.length > 0) runs.push([]);
  }
  return runs.flatMap((pairs) => (pairs.length < FEWEST ? [] : broken(pairs, mentions)));
};

function broken(pairs: Pair[], mentions: Mention[]): Finding[] {
  const most = Math.max(...pairs.map(({ count }) => count.number.approximate));
  const printed = mentions
    .filter(
      ({ kind, unit, number }) =>
        kind === "count" &&
        isSameUnit(unit, pairs[0]!.count.unit) &&
        number.approximate > most &&
        isPositive(number.range),
    )
    .map(({ number }) => number.range);
  const bases = [...printed, sum(pairs.map(({ count }) => count.number.range))];
  const isOf = ({ count, share }: Pair, base: Printed["range"]) =>
    agreement(share.number, percentOf(count.number.range, base)) !== "off";
  const tried = bases.map((base) => ({ base, wrong: pairs.filter((pair) => !isOf(pair, base)) }));
  const best = tried.reduce((top, next) => (next.wrong.length < top.wrong.length ? next : top));
  const [pair, ...more] = best.wrong;
  if (!pair || more.length > 0) return [];
  // two that keep it may do so by chance
  if (pairs.length === FEWEST && !printed.includes(best.base)) return [];
  const { count, share } = pair;
  const right = `${show(middle(percentOf(count.number.range, best.base)), 2)}%`;
  const base = show(middle(best.base), 0);
  return [
    finding("shareOfBase", {
      confidence: 0.75,
      places: distinctPlaces([placeOf(share), placeOf(count)]),
      values: [share.number.text, count.number.text, base],
      arithmetic: `${count.number.text} ÷ ${base} = ${right} ≠ ${share.number.text}`,
      message: `${count.number.text}的占比印作${share.number.text}；其余各行都以${base}为底，按此应为${right}。`,
    }),
  ];
}
