/** 名次与件数: paragraphs that say who is second and who is third, and the third's count is the larger. */
import type { Finding } from "../../../domain/finding.ts";
import { chineseNumber } from "../../read/chinese.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding, placeOf } from "../../write.ts";

const ordinal = /[排居列位](?:在|于)?第([一二三四五六七八九十])位?，/;

interface Placed {
  place: number;
  /** the first number behind it */
  value: Mention;
}

export function ordinals({ passages, mentions }: Reading): Finding[] {
  const placed = passages.map((passage): Placed | null => {
    const match = ordinal.exec(passage.text);
    const place = chineseNumber(match?.[1] ?? "");
    const value = match && mentions.find((one) => one.passage === passage && one.at > match.index);
    const isOwn =
      value?.kind === "count" &&
      value.at - match!.index < 40 &&
      !/多|[低少]|末|倒数/.test(passage.text.slice(0, match!.index));
    return place !== null && isOwn ? { place, value } : null;
  });
  return placed.flatMap((one, at) => {
    const next = placed.slice(at + 1, at + 3).find((other) => other !== null);
    const isNext =
      one !== null &&
      next?.place === one.place + 1 &&
      isSameUnit(one.value.unit, next.value.unit) &&
      one.value.label === next.value.label;
    if (!isNext || next.value.number.approximate <= one.value.number.approximate) return [];
    return [
      finding("listOrder", {
        confidence: 0.7,
        places: distinctPlaces([placeOf(one.value), placeOf(next.value)]),
        values: [one.value.number.text, next.value.number.text],
        arithmetic: `${one.value.number.text} < ${next.value.number.text}`,
        message: `文中排在第${one.place}的是${one.value.number.text}，排在第${next.place}的却是${next.value.number.text}。`,
      }),
    ];
  });
}
