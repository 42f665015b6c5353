/** 标题与正文: a number of the title that the text prints nowhere, though one of the same unit that differs from it as slips of the pen do. */
import type { Finding } from "../../../domain/finding.ts";
import { digitCount, meets, type Printed, show } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding, placeOf } from "../../write.ts";
import { asPrinted, powerOf, slipBetween } from "../weighed/scene.ts";

/** a title is short, and no sentence */
const LONGEST = 40;
/** fewer digits may be anything */
const LEAST_DIGITS = 3;

export const titleValue = ({ passages, mentions, tables }: Reading): Finding[] => {
  const [title] = passages;
  if (!title || title.text.length > LONGEST || /[。；]/.test(title.text)) return [];
  const body = mentions.filter(({ passage }) => passage !== title);
  const cells = tables.flatMap(({ rows }) => rows.flatMap(({ numbers }) => numbers.flatMap((number) => number ?? [])));
  return mentions
    .filter(({ passage, number }) => passage === title && digitCount(number.text) >= LEAST_DIGITS)
    .flatMap((said) => {
      const isAmount = (one: Mention) => one.kind === "count" || one.unit === "元";
      if (!isAmount(said) || said.isHedged || isPrinted(said.number, [...body.map(({ number }) => number), ...cells]))
        return [];
      const other = body.find(
        (one) => isAmount(one) && one.period === "now" && isSameUnit(one.unit, said.unit) && isSlipOf(one, said),
      );
      return other ? [contradiction(said, other)] : [];
    });
};

const isPrinted = ({ range }: Printed, numbers: Printed[]): boolean => numbers.some((one) => meets(one.range, range));

/** written as the title is, in 万 and with as many decimals */
const isSlipOf = ({ number }: Mention, said: Mention): boolean =>
  slipBetween(asPrinted(number.value, said.number), said.number.text) !== null;

const contradiction = (said: Mention, other: Mention): Finding => {
  const shown = `${asPrinted(other.number.value, said.number)}${powerOf(said.number)}`;
  return finding("twoValues", {
    confidence: 0.75,
    places: distinctPlaces([placeOf(said), placeOf(other)]),
    values: [said.number.text, other.number.text],
    arithmetic: `${said.number.text} ≠ ${shown}（${show(other.number.value, 0)}）`,
    message: `标题印作${said.number.text}，正文是${other.number.text}。`,
  });
};
