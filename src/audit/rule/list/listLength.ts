/** 列举的个数: a list said to have so many items that has others, names and values in unequal numbers. */
import type { Finding } from "../../../domain/finding.ts";
import { type Aligned, alignedLists } from "../../read/lists.ts";
import type { Reading } from "../../read/reading.ts";
import { finding, placeOf } from "../../write.ts";
import { countedLists, countedRuns, namedTops } from "./countedList.ts";
import { numberedTops, topLists } from "./topList.ts";

export const listLength = (reading: Reading): Finding[] => [
  ...reading.passages.flatMap((passage) => topLists(passage, reading)),
  ...reading.passages.flatMap((_, at) => numberedTops(reading.passages, at)),
  ...reading.passages.flatMap(namedTops),
  ...reading.passages.flatMap(countedLists),
  ...reading.passages.flatMap(countedRuns),
  ...alignedLists(reading).flatMap(unequal),
];

/** 分别: three names, four values */
function unequal({ names, least, most, values }: Aligned): Finding[] {
  // the last name may hold a 及: “甲、乙及其他”
  const plain = names.some((name) => /^其[他它余]/.test(name)) ? names.length - 1 : Math.min(names.length, most);
  const fewest = Math.min(plain, least);
  if (values.length >= fewest && values.length <= Math.max(names.length, most)) return [];
  return [
    finding("listLength", {
      confidence: 0.75,
      places: [placeOf(values[0]!)],
      values: [String(names.length), String(values.length)],
      arithmetic: `名称 ${names.length} 个，数值 ${values.length} 个`,
      message: `“分别”前面有${names.length}个名称（${names.join("、")}），后面有${values.length}个数值（${values.map(({ number }) => number.text).join("、")}），对不上。`,
    }),
  ];
}
