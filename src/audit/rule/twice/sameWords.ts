/** 原话再说: “行动期间受理的2174件诉求中”, and further on “行动期间受理的1982件诉求中”: one clause with two numbers. */
import type { Finding } from "../../../domain/finding.ts";
import { grouped } from "../../../domain/grouped.ts";
import { isSameValue } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import { isOfOtherSubject } from "../../read/subject.ts";
import { isOfOnePeriod } from "./alike.ts";
import { told } from "./twoValues.ts";

export const sameWords = ({ mentions, subjects }: Reading): Finding[] => {
  const said = mentions.flatMap((mention) => {
    const words = wordsAround(mention);
    return words ? [{ mention, words }] : [];
  });
  return [...grouped(said, ({ words }) => words).values()].flatMap(([first, ...others]) => {
    const other = others.find(({ mention }) => !isSameValue(mention.number, first!.mention.number));
    const [a, b] = [first!.mention, other?.mention];
    return b && others.length === 1 && isOfOnePeriod(a, b) && !isOfOtherSubject(subjects, a.passage, b.passage)
      ? [told(a, b, 0.65)]
      : [];
  });
};

/** the whole clause of a total that is taken up, where it says of which */
function wordsAround({ kind, period, isHedged, number, before, passage, end }: Mention): string | null {
  if (kind !== "count" || period !== "now" || isHedged || number.step !== null) return null;
  const behind = /^[^，。；：、（）\d]{2,8}中(?=，)/.exec(passage.text.slice(end, end + 16))?.[0];
  const ahead = /(?:^|[，。；：])([^，。；：、（）\d]{4,14}(?:受理|收到|接到|办理|转办|交办)的)$/.exec(before)?.[1];
  return behind && ahead ? `${ahead}${behind}` : null;
}
