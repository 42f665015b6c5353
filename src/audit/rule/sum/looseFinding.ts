/** 句中的和不合: what is told of a whole and of the parts that its sentence names beside it. */
import type { Finding } from "../../../domain/finding.ts";
import { isSlip, middle, printed, type Range, show, sum, toNumber } from "../../number.ts";
import { isOfLaterAct } from "../../read/act.ts";
import type { Mention } from "../../read/mention.ts";
import { isToldByShare } from "../../read/toldByShare.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

export const total = (items: Mention[]): Range => sum(items.map(({ number }) => number.range));

/** the sum, with one digit otherwise or two of them swapped, is what is printed */
export function isSlipped(added: Range, whole: Mention): boolean {
  const text = show(middle(added), 0);
  return isSlip(printed(text, 0, "", text), { ...whole.number, text: whole.number.text.replace(/[^\d]/g, "") });
}

/** how it is known that they belong together: the text says so, or one digit mistaken explains it, whatever the size */
const SURE_OF = { said: 0.65, slip: 0.6 };

/** nothing where the text says why they needn't fit, or where they are of another size */
export function contradiction(
  whole: Mention,
  parts: Mention[],
  mentions: Mention[],
  known: keyof typeof SURE_OF,
): Finding[] {
  const added = total(parts);
  // “上月结转2371件，本月转办19929件，共办结21015件，结转下月1285件”
  if (/办结/.test(whole.label + whole.before) && parts.some(({ before }) => /结转|遗留/.test(before))) return [];
  // “到期应办结3701件，按时办结3695件，未到期26件”
  if (/到期|应办/.test(whole.label) && parts.some(({ label }) => /未到期/.test(label))) return [];
  if (isOfLaterAct(whole, parts) || isToldByShare(whole, added, parts.at(-1)!, mentions)) return [];
  const ratio = toNumber(added.low) / whole.number.approximate;
  // another size is of something else
  const isTwice = parts.some(
    ({ number }) => Math.abs(Math.abs(toNumber(added.low) - whole.number.approximate) - number.approximate) < 0.5,
  );
  if (
    !(ratio > 0.85 && ratio < 1.15) &&
    known !== "slip" &&
    !isSlipped(added, whole) &&
    !(isTwice && ratio > 0.6 && ratio < 1.7)
  )
    return [];
  const texts = parts.map(({ number }) => number.text);
  const shown = /万/.test(whole.number.text)
    ? `${show({ n: middle(added).n, d: middle(added).d * 10_000n }, 2)}万`
    : show(middle(added), 0);
  return [
    finding("partsAndWhole", {
      confidence: SURE_OF[known],
      places: distinctPlaces([placeOf(whole), ...parts.map(placeOf)]),
      values: [whole.number.text, ...texts],
      arithmetic: `${texts.map((text) => text.replace(/[^\d.万,]/g, "")).join(" + ")} = ${shown} ≠ ${whole.number.text}`,
      message: `“${nameOf(whole)}”印作${whole.number.text}，同句的${parts.length}项（${parts
        .slice(0, 6)
        .map((part) => `${nameOf(part)}${part.number.text}`)
        .join("、")}）相加为${shown}。`,
    }),
  ];
}
