/** 应办与已办: “应更新640条，按期更新548条，更新率87.6%”: what had to be done, what was, and the rate that is called so. */
import type { Finding } from "../../../domain/finding.ts";
import { agreement, isPositive, middle, percentOf, show } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

export const ofDue = ({ sentences }: Reading): Finding[] =>
  sentences.flatMap((mentions) =>
    mentions.flatMap((rate, at) => {
      const word = /(?:^|[，；])(?:按[时期]|及时)?([\u4e00-\u9fff]{2})率(?:为|达)?$/.exec(rate.before)?.[1];
      // what was finished has other wholes too
      if (!word || word === "办结" || rate.unit !== "%" || rate.isHedged || rate.period !== "now") return [];
      const before = mentions.slice(0, at).filter(isCount);
      const due = before.filter(({ label }) => label.endsWith(`应${word}`));
      const done = before.filter(({ label }) => new RegExp(`^(?:已|按[时期]|及时|实际|完成|实)${word}$`).test(label));
      const [base, part] = [due[0], done[0]];
      if (!base || !part || due.length > 1 || done.length > 1 || base.unit !== part.unit) return [];
      if (!isPositive(base.number.range)) return [];
      const right = percentOf(part.number.range, base.number.range);
      if (agreement(rate.number, right) !== "off") return [];
      const shown = show(middle(right), 2);
      return [
        finding("rateOfCounts", {
          confidence: 0.75,
          places: distinctPlaces([placeOf(rate), placeOf(part), placeOf(base)]),
          values: [rate.number.text, part.number.text, base.number.text],
          arithmetic: `${part.number.text} ÷ ${base.number.text} = ${shown}% ≠ ${rate.number.text}`,
          message: `“${nameOf(rate)}”印作${rate.number.text}，按${part.number.text}、${base.number.text}算应为${shown}%。`,
        }),
      ];
    }),
  );

const isCount = ({ kind, period, isHedged, number }: Mention): boolean =>
  kind === "count" && period === "now" && !isHedged && number.step === null;
