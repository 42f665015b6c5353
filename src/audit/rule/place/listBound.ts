/** 名单与界限: “满意率低于85%的单位：甲镇（81.3%）、乙镇（86.2%）”: who is named with a value that isn't beyond the bound. */
import type { Finding } from "../../../domain/finding.ts";
import { isLess } from "../../../domain/measure/exact.ts";
import type { Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceAfter } from "../../read/sentence.ts";
import { distinctPlaces, finding, placeOf } from "../../write.ts";

const below = /(?:低于|不足|未达到?|少于)$/;
const above = /(?:高于|超过|突破|多于)$/;
const link = /^(?:（含）)?(以上|以下)?的[^，。；：、\d]{0,10}?(?:有|是|为|：|包括)/;
const named = /^[：、有是为和]?[^，。；：、（）\d]{2,14}（(?:为)?$|^）[、和][^，。；：、（）\d]{2,14}（(?:为)?$/;

export const listBound = ({ sentences }: Reading): Finding[] =>
  sentences.flatMap((mentions) =>
    mentions.flatMap((limit, at) => {
      const side = link.exec(sentenceAfter(limit));
      const isBelow = side?.[1] === "以下" || (side !== null && side[1] === undefined && below.test(limit.before));
      const isAbove = side?.[1] === "以上" || (side !== null && side[1] === undefined && above.test(limit.before));
      if (!side || isBelow === isAbove || limit.period !== "now") return [];
      const items: Mention[] = [];
      for (const one of mentions.slice(at + 1)) {
        if (one.unit !== limit.unit || one.depth <= limit.depth || !named.test(nameBefore(one, items, side[0]))) break;
        items.push(one);
      }
      const wrong = items.find(({ number }) =>
        isBelow ? isLess(limit.number.value, number.value) : isLess(number.value, limit.number.value),
      );
      return items.length > 1 && wrong ? [contradiction(limit, wrong, isBelow)] : [];
    }),
  );

/** behind the words that lead to the list, the first has its name alone */
const nameBefore = ({ before }: Mention, items: Mention[], lead: string): string =>
  items.length === 0 ? before.slice(before.indexOf(lead) + lead.length) : before;

const contradiction = (limit: Mention, { number, ...one }: Mention, isBelow: boolean): Finding =>
  finding("wording", {
    confidence: 0.75,
    places: distinctPlaces([placeOf({ number, ...one }), placeOf(limit)]),
    values: [number.text, limit.number.text],
    arithmetic: `${number.text} ${isBelow ? ">" : "<"} ${limit.number.text}`,
    message: `名单说的是${isBelow ? "低于" : "高于"}${limit.number.text}的，其中一个却是${number.text}。`,
  });
