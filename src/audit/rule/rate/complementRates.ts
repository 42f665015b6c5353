/** 互补的率: “按期办结率99.58%；超期办结率0.24%”: an order was late or it wasn't. */
import type { Finding } from "../../../domain/finding.ts";
import { hundred, meets, middle, show, sum } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

const pairs: [RegExp, RegExp][] = [
  [/^(?:按|如)?[期时]办结率$|^及时办结率$/, /^(?:超期|逾期|超时)(?:办结)?率$/],
  [/^接通率$/, /^(?:呼损|未接通)率$/],
];

export const complementRates = ({ sentences }: Reading): Finding[] =>
  sentences.flatMap((mentions) => {
    const rates = mentions.filter(
      ({ kind, unit, period, isHedged, depth }) =>
        kind === "rate" && unit === "%" && period === "now" && !isHedged && depth === 0,
    );
    return pairs.flatMap(([good, bad]) => {
      const [a, ...others] = rates.filter(({ label }) => good.test(label));
      const [b, ...more] = rates.filter(({ label }) => bad.test(label));
      return a && b && others.length + more.length === 0 ? against(a, b) : [];
    });
  });

function against(a: Mention, b: Mention): Finding[] {
  const both = sum([a.number.range, b.number.range]);
  if (meets(both, hundred)) return [];
  const shown = show(middle(both));
  return [
    finding("rateOfCounts", {
      confidence: 0.75,
      places: distinctPlaces([a, b].map(placeOf)),
      values: [a.number.text, b.number.text],
      arithmetic: `${a.number.text} + ${b.number.text} = ${shown}% ≠ 100%`,
      message: `“${nameOf(a)}”${a.number.text}与“${nameOf(b)}”${b.number.text}相加应为100%，是${shown}%。`,
    }),
  ];
}
