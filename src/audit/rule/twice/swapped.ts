/** 两位颠倒: one number printed twice, the second time with two neighbouring digits the other way round. */
import type { Finding } from "../../../domain/finding.ts";
import { grouped } from "../../../domain/grouped.ts";
import { isSameValue, isSwapped, type Printed } from "../../number.ts";
import { isCorrected } from "../../read/corrected.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceBefore } from "../../read/sentence.ts";
import { isOfOtherSubject } from "../../read/subject.ts";
import { totalsIn } from "../../read/tableNumbers.ts";
import { isAlike, isOfOnePeriod } from "./alike.ts";
import { told } from "./twoValues.ts";

export const swapped = (reading: Reading): Finding[] => [...longSwapped(reading), ...ratesSwapped(reading)];

/** 数字排好: to group by */
const sorted = ({ text }: Printed): string => [...text.replace(/\D/g, "")].sort().join("");

const ofSameDigits = (mentions: Mention[]): Mention[][] => [
  ...grouped(mentions, ({ number }) => sorted(number)).values(),
];

/** “知识库18642条”, “知识库存量18462条”: so long a number is hardly another's with two neighbours changed */
function longSwapped({ mentions, tables, subjects }: Reading): Finding[] {
  const digits = ({ text }: Printed) => text.replace(/\D/g, "");
  const closing = totalsIn(tables);
  const long = mentions.filter(
    ({ kind, period, number }) =>
      kind === "count" && period === "now" && number.step === null && digits(number).length > 3,
  );
  const printedOnce = (number: Printed) =>
    long.filter((one) => isSameValue(one.number, number)).length +
      closing.filter((one) => isSameValue(one, number)).length ===
    1;
  return ofSameDigits(long).flatMap((own) =>
    own.flatMap((one, at) => {
      const isOther = (other: Mention) =>
        other.passage !== one.passage &&
        isSameUnit(other.unit, one.unit) &&
        isSwapped(one.number, other.number) &&
        !isOfOtherSubject(subjects, one.passage, other.passage) &&
        isOfOnePeriod(one, other) &&
        actOf(one) === actOf(other) &&
        (digits(one.number).length > 4 || isOfOneThing(one, other));
      const other = own.slice(at + 1).find(isOther);
      return other && ![one, other].some(isCorrected) && (printedOnce(one.number) || printedOnce(other.number))
        ? [told(one, other, 0.6)]
        : [];
    }),
  );
}

/** “年末区级知识库存量2318条”, “完善区级知识库，在现有2381条基础上”: four signs of their words are the same */
function isOfOneThing(a: Mention, b: Mention): boolean {
  const [x, y] = [a, b].map(({ passage, sentence, at }) => passage.text.slice(Math.max(sentence.from, at - 20), at));
  return [...x!].some((_, at) => {
    const piece = x!.slice(at, at + 4);
    return (
      /^[\u4e00-\u9fff]{4}$/.test(piece) &&
      !/诉求|工单|受理|办结|承办|派发|转办|来电|热线/.test(piece) &&
      y!.includes(piece)
    );
  });
}

/** “人工接通率98.36%”, “当日接通率93.5%，全月平均98.63%”: two neighbours changed, both of the same rate and of nobody in particular */
function ratesSwapped({ mentions, subjects }: Reading): Finding[] {
  const rates = mentions.filter(
    ({ unit, kind, period, number, isHedged }) =>
      unit === "%" && kind !== "change" && kind !== "share" && period === "now" && !isHedged && number.text.length > 5,
  );
  const wordOf = (mention: Mention) =>
    /((?:按[期时]|及时|如期|准时)?[\u4e00-\u9fff]{2}率)[^率]*$/.exec(sentenceBefore(mention))?.[1];
  const isRare = ({ number }: Mention) => rates.filter((one) => isSameValue(one.number, number)).length < 3;
  return ofSameDigits(rates).flatMap((own) =>
    own.flatMap((one, at) => {
      const isOther = (other: Mention) =>
        other.passage !== one.passage &&
        isSwapped(one.number, other.number) &&
        wordOf(one) !== undefined &&
        wordOf(one) === wordOf(other) &&
        isAlike(one, other) &&
        !isOfOtherSubject(subjects, one.passage, other.passage);
      const other = own.slice(at + 1).find(isOther);
      return other && isRare(one) && isRare(other) ? [told(one, other, 0.6)] : [];
    }),
  );
}

/** what was done with them, where the words say so: orders that were finished aren't those that were called back */
const actOf = ({ label }: Mention): string => /回访|评价|满意|接听|呼入|应办|到期|按[期时]/.exec(label)?.[0] ?? "";
