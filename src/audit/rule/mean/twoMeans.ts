/** 两期的日均: “总量由上周的4342件降到3502件，日均由1200件降到500件”: two periods of one length, and totals over means of another number of days each. */
import type { Finding } from "../../../domain/finding.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceOf } from "../../read/sentence.ts";
import { distinctPlaces, finding, placeOf } from "../../write.ts";

/** what rounding and a day more or less leave open */
const ROOM = 0.12;
const DAYS = { 周: 7, 月: 31 } as const;

export const twoMeans = ({ sentences }: Reading): Finding[] =>
  sentences.flatMap((mentions) => {
    const pairs = mentions.flatMap((to, at) => {
      const from = mentions[at - 1];
      return from && isLed(from, to) ? [{ from, to, isMean: /日均[^，。；\d]*$/.test(from.before) }] : [];
    });
    const total = pairs.find(({ isMean }) => !isMean);
    const mean = pairs.find(({ isMean }) => isMean);
    if (pairs.length !== 2 || !total || !mean || !isSameUnit(total.to.unit, mean.to.unit)) return [];
    const before = total.from.number.approximate / mean.from.number.approximate;
    const now = total.to.number.approximate / mean.to.number.approximate;
    const text = sentenceOf(mentions[0]!);
    const days = DAYS[/上一?个?(周|月)/.exec(text)?.[1] as keyof typeof DAYS];
    if (!days || Math.abs(before / now - 1) <= ROOM) return [];
    const [wrong, whole] =
      Math.abs(before / days - 1) > Math.abs(now / days - 1) ? [mean.from, total.from] : [mean.to, total.to];
    const right = Math.round(whole.number.approximate / days);
    return [
      finding("average", {
        confidence: 0.65,
        places: distinctPlaces([wrong, whole, mean.from, mean.to].map(placeOf)),
        values: [wrong.number.text, whole.number.text],
        arithmetic: `${whole.number.text} ÷ ${days} ≈ ${right} ≠ ${wrong.number.text}`,
        message: `两期各一${days === 7 ? "周" : "个月"}：总量${whole.number.text}，日均约${right}，印作${wrong.number.text}。`,
      }),
    ];
  });

/** “由A降到B”, “由上周的A件回落到本周的B件” */
const isLed = (from: Mention, to: Mention): boolean =>
  /(?:由|从)[^，。；]{0,10}$/.test(from.before) &&
  /^[^，。；]{0,6}(?:到|至|为)[^，。；]{0,8}$/.test(to.before) &&
  isSameUnit(from.unit, to.unit) &&
  from.number.approximate > 0 &&
  to.number.approximate > 0;
