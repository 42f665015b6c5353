/** 一减一升: “少了147个，环比上升3.8%”: an amount and what it is in percent, one beside the other, that go two ways. */
import type { Finding } from "../../../domain/finding.ts";
import type { Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding, placeOf } from "../../write.ts";

/** no word but of the comparison, and of no other one than the amount's */
const beside = /^，(?:环比|同比|(?:比|较)[^，。；]{1,6})?(?:增长|上升|增加|提高|下降|减少|降低|回落|增|减|升|降)了?$/;
const comparison = /环比|同比/;

export const oppositeWays = ({ sentences }: Reading): Finding[] =>
  sentences.flatMap((mentions) =>
    mentions.flatMap((percent, at) => {
      const amount = mentions[at - 1];
      const isBeside = amount?.kind === "change" && percent.kind === "change" && beside.test(percent.before);
      if (!isBeside || percent.unit !== "%" || /^(?:%|百分点|倍)$/.test(amount.unit)) return [];
      const [a, b] = [amount, percent].map(({ before }) => comparison.exec(before)?.[0]);
      const isOfOne = a === undefined || b === undefined || a === b;
      const isOpposite = amount.direction * percent.direction < 0;
      return isOfOne && isOpposite ? [contradiction(amount, percent)] : [];
    }),
  );

const wayOf = ({ direction }: Mention): string => (direction > 0 ? "增" : "减");

const contradiction = (amount: Mention, percent: Mention): Finding =>
  finding("wording", {
    confidence: 0.75,
    places: distinctPlaces([percent, amount].map(placeOf)),
    values: [percent.number.text, amount.number.text],
    arithmetic: `${wayOf(amount)}${amount.number.text}，${wayOf(percent)}${percent.number.text}`,
    message: `前面说${wayOf(amount)}${amount.number.text}，紧接着说${wayOf(percent)}${percent.number.text}：一增一减，对不上。`,
  });
