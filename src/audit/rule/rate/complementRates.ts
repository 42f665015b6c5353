/** 互补的率: “按期办结率99.58%；超期办结率0.24%”: an order was late or it wasn't. */
import type { Finding } from "../../../domain/finding.ts";
import { agreement, hundred, meets, middle, minus, percentOf, type Range, show, sum } from "../../number.ts";
import { isRateNow, type Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceOf } from "../../read/sentence.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

const pairs: [RegExp, RegExp][] = [
  [/^(?:按|如)?[期时]办结率$|^及时办结率$/, /^(?:超期|逾期|超时)(?:办结)?率$/],
  [/^接通率$/, /^(?:呼损|未接通)率$/],
];

export const complementRates = (reading: Reading): Finding[] => [
  ...reading.sentences.flatMap(ofUndone),
  ...ofRates(reading),
];

/** “反映问题49件，未办结1件，办结率99%” */
function ofUndone(mentions: Mention[]): Finding[] {
  return mentions.flatMap((rate, at) => {
    const undone = mentions[at - 1];
    const stem = /^，([\u4e00-\u9fff]{2})率(?:为|达)?$/.exec(rate.before)?.[1];
    const isUndone = undone?.kind === "count" && new RegExp(`^，(?:尚)?未${stem}$`).test(undone.before);
    const bases = mentions
      .slice(0, Math.max(0, at - 1))
      .filter(({ kind, period }) => kind === "count" && period === "now");
    if (!stem || !isUndone || bases.length === 0 || rate.unit !== "%" || rate.isHedged) return [];
    const restOf = (base: Range) => minus(hundred, percentOf(undone.number.range, base));
    const ways = bases
      .filter(({ number }) => number.approximate >= undone.number.approximate && number.approximate > 0)
      .map((base) => ({ base, right: restOf(base.number.range) }));
    // “查实104件，部分查实43件，未查实54件”: of all three together
    const together = restOf(sum([...bases, undone].map(({ number }) => number.range)));
    const [way] = ways;
    if (!way || [...ways, { right: together }].some(({ right }) => agreement(rate.number, right) !== "off")) return [];
    const shown = show(middle(way.right));
    return [
      finding("rateOfCounts", {
        confidence: 0.75,
        places: distinctPlaces([rate, undone, way.base].map(placeOf)),
        values: [rate.number.text, undone.number.text, way.base.number.text],
        arithmetic: `1 − ${undone.number.text} ÷ ${way.base.number.text} = ${shown}% ≠ ${rate.number.text}`,
        message: `“${nameOf(way.base)}”${way.base.number.text}、未${stem}${undone.number.text}，${stem}率应为${shown}%，印作${rate.number.text}。`,
      }),
    ];
  });
}

const ofRates = ({ sentences }: Reading): Finding[] =>
  sentences.flatMap((mentions) => {
    const rates = mentions.filter(
      (one) =>
        isRateNow(one) &&
        !one.isHedged &&
        one.depth === 0 &&
        // “15秒接通率” leaves those that waited longer
        !/秒(?:以?内)?(?:的)?$/.test(one.passage.text.slice(0, one.at - one.label.length)),
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
  // there are others
  if (middle(both).n < 100n * middle(both).d && /未到期|延期|另有|其余|剩余|放弃|在办/.test(sentenceOf(a))) return [];
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
