/** 说明了算法的率: “转办率（转办件÷投诉举报25942件）为65.56%”, “结案率（结案数与立案数之比）为97.37%”: what the bracket says it is. */
import type { Finding } from "../../../domain/finding.ts";
import { agreement, isPositive, middle, type Printed, percentOf, printed, show } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import { quote } from "../../read/passage.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding, placeOf } from "../../write.ts";

const told =
  /[\u4e00-\u9fff]{2,6}率（(?:即)?([\u4e00-\u9fff]{2,8}?)[数件量]?(?:[÷/]|与)([\u4e00-\u9fff]{2,10}?)[数件量]?(\d[\d,]*)?(?:[件个])?(?:之比|的比例)?）(?:为|是|达到?)?(\d+(?:\.\d+)?)%/g;

export const toldFormula = ({ passages, mentions }: Reading): Finding[] =>
  passages.flatMap((passage) =>
    [...passage.text.matchAll(told)].flatMap((match) => {
      const [text, part, whole, size, rate] = match as unknown as [string, string, string, string | undefined, string];
      const counts = mentions.filter(({ kind, period, isHedged }) => kind === "count" && period === "now" && !isHedged);
      const a = onlyOf(counts, part);
      const b = onlyOf(counts, whole);
      const base: Printed | null = size ? printed(size.replaceAll(",", ""), 0, "", size) : (b?.number ?? null);
      if (!a || !base || !isPositive(base.range) || a.number.approximate > base.approximate) return [];
      const right = percentOf(a.number.range, base.range);
      const said = printed(rate, 0, "", `${rate}%`);
      if (agreement(said, right) !== "off") return [];
      const shown = show(middle(right), 2);
      return [
        finding("rateOfCounts", {
          confidence: 0.8,
          places: distinctPlaces([quote(passage, match.index, match.index + text.length), placeOf(a)]),
          values: [`${rate}%`, a.number.text, base.text],
          arithmetic: `${a.number.text} ÷ ${base.text} = ${shown}% ≠ ${rate}%`,
          message: `“${text}”：按所说的算法，${a.number.text} ÷ ${base.text}应为${shown}%，印作${rate}%。`,
        }),
      ];
    }),
  );

/** the one value that is called so; null for none, or for several */
function onlyOf(counts: Mention[], name: string): Mention | null {
  const called = counts.filter(({ label }) => label === name || label.endsWith(name));
  const isOne = new Set(called.map(({ number }) => number.approximate)).size === 1;
  return isOne ? called[0]! : null;
}
