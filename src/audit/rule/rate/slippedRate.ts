/** 一位之差的率: “核查属实8102条，已整改7655条，整改率92.5%”: but for one digit it is the rate of the two counts right before it. */
import type { Finding } from "../../../domain/finding.ts";
import { decimalsOf, isSlip, middle, percentOf, printed, show } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

export const slippedRate = ({ sentences }: Reading): Finding[] =>
  sentences.flatMap((mentions) =>
    mentions.flatMap((rate, at) => {
      const [base, part] = mentions.slice(Math.max(0, at - 2), at);
      const stem = /^([\u4e00-\u9fff]{2,4})率$/.exec(rate.label)?.[1];
      const isPlain = (one: Mention | undefined): one is Mention =>
        one?.kind === "count" && one.period === "now" && !one.isHedged && one.number.step === null;
      if (rate.kind !== "rate" || rate.isHedged || !stem || !isPlain(base) || !isPlain(part)) return [];
      const isOf =
        part.label === `已${stem}` &&
        isSameUnit(part.unit, base.unit) &&
        part.number.approximate <= base.number.approximate &&
        part.number.approximate > 0;
      const right = isOf
        ? show(middle(percentOf(part.number.range, base.number.range)), decimalsOf(rate.number.text))
        : "";
      if (!isOf || !isSlip(printed(right, 0, "", `${right}%`), rate.number)) return [];
      return [
        finding("rateOfCounts", {
          confidence: 0.7,
          places: distinctPlaces([rate, part, base].map(placeOf)),
          values: [rate.number.text, part.number.text, base.number.text],
          arithmetic: `${part.number.text} ÷ ${base.number.text} = ${right}% ≠ ${rate.number.text}`,
          message: `“${nameOf(rate)}”印作${rate.number.text}，按${part.number.text}与${base.number.text}算应为${right}%。`,
        }),
      ];
    }),
  );
