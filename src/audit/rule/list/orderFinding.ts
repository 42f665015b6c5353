/** 次序不合: what is told of two neighbours in a list that stand the other way round. */
import type { Finding } from "../../../domain/finding.ts";
import { meets, toNumber } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

export const goesWrong = (a: Mention, b: Mention, isUp: boolean): boolean =>
  !meets(a.number.range, b.number.range) && toNumber(a.number.value) > toNumber(b.number.value) === isUp;

/** 次序不合: of the first two that stand the other way round; nothing where all are in order */
export function outOfOrder(
  run: Mention[],
  confidence: number,
  isUp = false,
  isExempt: (mention: Mention) => boolean = () => false,
): Finding[] {
  const at = run.findIndex((one, nth) => nth > 0 && goesWrong(run[nth - 1]!, one, isUp) && !isExempt(one));
  return at < 0 ? [] : [contradiction(run[at - 1]!, run[at]!, isUp, confidence)];
}

const contradiction = (a: Mention, b: Mention, isUp: boolean, confidence: number): Finding =>
  finding("listOrder", {
    confidence,
    places: distinctPlaces([placeOf(b), placeOf(a)]),
    values: [b.number.text, a.number.text],
    arithmetic: `${b.number.text} ${isUp ? "<" : ">"} ${a.number.text}`,
    message: `文中说${isUp ? "由低到高" : "由高到低"}排列，“${nameOf(b)}”${b.number.text}却排在“${nameOf(a)}”${a.number.text}之后。`,
  });
