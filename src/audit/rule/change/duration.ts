/** 时长的长短: “由46分钟降到31分钟，缩短25分钟”. */
import type { Finding } from "../../../domain/finding.ts";
import { absolute, meets, minus, show, toNumber } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding, placeOf } from "../../write.ts";

const units = /^(?:分钟|小时|天|工作日|秒|分|公里|米)$/;
const changed = /(?:缩短|压缩|压减|提速|减少|延长|增加|加快|快|慢|多|少)了?$/;

export const duration = ({ sentences }: Reading): Finding[] =>
  sentences.flatMap((mentions, nth) =>
    mentions.flatMap((change) => {
      if (!units.test(change.unit) || change.unit === "分" || !changed.test(change.before) || change.isHedged)
        return [];
      const near = [...(sentences[nth - 1] ?? []), ...mentions].filter(
        ({ unit, passage, isHedged }) => unit === change.unit && passage === change.passage && !isHedged,
      );
      const values = near.filter((one) => one !== change && !changed.test(one.before));
      const [a, b] = values.filter(({ at }) => at < change.at).slice(-2);
      // “较上月缩短15秒”: of a base that is printed for neither, behind a change of its own
      const isAnother = near.some(
        (one) =>
          b !== undefined &&
          one.at > b.at - 40 &&
          one.at < change.at &&
          changed.test(one.before) &&
          values.some((x) => values.some((y) => x !== y && meets(sizeOf(x, y), one.number.range))),
      );
      if (/[较比][^，；]*$/.test(change.before) && isAnother) return [];
      // “甲局（3.2天，缩短0.5天）、乙局（4.1天，缩短0.3天）”: of two
      if (a && b && a.depth > 0 && /）/.test(a.passage.text.slice(a.end, b.at))) return [];
      if (!a || !b || (a.sentence !== b.sentence && b.sentence !== change.sentence)) return [];
      const isGiven = values.some((one, at) =>
        values.some((other, to) => to > at && meets(sizeOf(one, other), change.number.range)),
      );
      if (
        isGiven ||
        !/由|从|降|变成|变为|到|至|上[月周季年]|去年|上年|，|；/.test(
          a.passage.text.slice(Math.max(0, a.at - 8), b.end),
        )
      )
        return [];
      const isPair =
        [a, b].some(({ before }) =>
          /(?:由|从|上[月周季年]|去年|上年|\d{4}年|此前|原来|(?:较|比)[^，。；]{1,10}的)[^，。；]{0,16}$/.test(before),
        ) || /(?:降|减|缩|压|变|升|延)[^，。；]{0,6}(?:到|至|为|成)$/.test(b.before);
      if (!isPair) return [];
      const right = show(absolute(minus(a.number.range, b.number.range).low), a.number.step || b.number.step ? 1 : 0);
      return [
        finding("change", {
          confidence: 0.7,
          places: distinctPlaces([placeOf(change), placeOf(a), placeOf(b)]),
          values: [change.number.text, a.number.text, b.number.text],
          arithmetic: `${a.number.text} 与 ${b.number.text} 相差 ${right} ≠ ${change.number.text}`,
          message: `${a.number.text}与${b.number.text}相差${right}${change.unit}，文中印作${change.number.text}。`,
        }),
      ];
    }),
  );

const sizeOf = (a: Mention, b: Mention) =>
  toNumber(a.number.value) > toNumber(b.number.value)
    ? minus(a.number.range, b.number.range)
    : minus(b.number.range, a.number.range);
