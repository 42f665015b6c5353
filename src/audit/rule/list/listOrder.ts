/** 排列的次序: a list said to go down, or whose first is said to be the most, that goes up somewhere. */
import type { Finding } from "../../../domain/finding.ts";
import type { Reading } from "../../read/reading.ts";
import { placed, placedInTurn, ranked } from "./orderByPlace.ts";
import { highest, superlatives } from "./orderOfMost.ts";
import { ordered, orderedBelow, orderedLines, orderedNext } from "./orderSaid.ts";

export const listOrder = (reading: Reading): Finding[] => [
  ...reading.sentences.flatMap(ordered),
  ...reading.sentences.flatMap(superlatives),
  ...reading.sentences.flatMap(highest),
  ...reading.sentences.flatMap(ranked),
  ...reading.sentences.flatMap(placed),
  ...reading.sentences.flatMap(placedInTurn),
  ...reading.passages.flatMap((_, at) => orderedLines(reading, at)),
  ...reading.sentences.flatMap(orderedNext),
  ...reading.passages.flatMap((_, at) => orderedBelow(reading, at)),
];
