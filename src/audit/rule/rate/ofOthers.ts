/** 别的期间、别的单位的率: rates that the counts right before them give, two of one name together, or that a unit named there has. */
import { agreement, isPositive, percentOf } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import { way } from "./rateWays.ts";

/** “3月呼入65120通、接通62811通、接通率96.45%”: two of the three counts right before it give it, of whatever period */
export function isOfPairBefore(rate: Mention, mentions: Mention[]): boolean {
  const before = mentions
    .filter(
      ({ passage, kind, at, sentence }) =>
        passage === rate.passage && kind === "count" && at < rate.at && sentence.from === rate.sentence.from,
    )
    .slice(-3);
  return before.some((part) =>
    before.some(
      (base) =>
        part !== base &&
        isPositive(base.number.range) &&
        part.number.approximate <= base.number.approximate &&
        agreement(rate.number, percentOf(part.number.range, base.number.range)) === "rounded",
    ),
  );
}

/** “县水务局2540件，按时办结率98.11%”: of that unit */
export function isOfUnitBefore(rate: Mention, mentions: Mention[]): boolean {
  const last = mentions[mentions.indexOf(rate) - 1];
  return (
    last?.kind === "count" &&
    last.passage === rate.passage &&
    /(?:局|委|办|[镇乡县区]|街道|公司|中心)$/.test(last.label) &&
    /^，[^，。；\d]{2,8}率$/.test(rate.passage.text.slice(last.end, rate.at))
  );
}

/** exact fractions are slow, and most are far off */
const isAbout = (rate: Mention, part: number, { number }: Mention): boolean =>
  Math.abs((100 * part) / number.approximate - rate.number.approximate) < 1;

/** “满意1893件……重办后转为满意52件，综合满意率96.6%”, “解决且满意3122件、解决但不满意84件”: two counts of one name together, by another */
export function isOfBoth(rate: Mention, counts: Mention[]): boolean {
  const stem = /([^的]{2})[率度]$/.exec(rate.label)?.[1] ?? "";
  const own =
    stem === ""
      ? []
      : counts.filter(({ label }) => {
          const isCalled = label.endsWith(stem) || label.startsWith(`${stem}且`) || label.startsWith(`${stem}但`);
          return isCalled && !label.endsWith(`不${stem}`);
        });
  return own.some((a, at) =>
    own.slice(at + 1).some((b) =>
      counts.some((base) => {
        const isOne = base === a || base === b;
        const found =
          isOne || !isAbout(rate, a.number.approximate + b.number.approximate, base) ? null : way([a, b], [base], "of");
        return found !== null && agreement(rate.number, found.value) === "rounded";
      }),
    ),
  );
}
