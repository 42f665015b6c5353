/** 多于全部的一类: “受理4968件，其中……投诉类711件、……”, and “投诉类800件” of the same month: some of them can't be more than all. */
import type { Finding } from "../../../domain/finding.ts";
import { meets, sum } from "../../number.ts";
import { bareName } from "../../read/bare.ts";
import type { Mention } from "../../read/mention.ts";
import { groupsOf, isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { sentenceOf } from "../../read/sentence.ts";
import { isOfOtherSubject } from "../../read/subject.ts";
import { isOfOnePeriod } from "./alike.ts";
import { told } from "./twoValues.ts";

/** of a longer time than the report's own, or of another */
const otherTime = /累计|截至|以来|今年|全年|半年|季度|年度|同比[^，。]*由|\d月|上[月期周季]|去年|上年|同期|20\d\d/;

export function moreThanAll(reading: Reading): Finding[] {
  const received = reading.mentions.filter((one) => bareName(one) === "受理");
  const most = Math.max(...received.map(({ number }) => number.approximate));
  const kinds = groupsOf(reading)
    .filter(
      ({ whole, parts }) =>
        received.includes(whole) &&
        whole.number.approximate === most &&
        parts.length > 2 &&
        meets(sum(parts.map(({ number }) => number.range)), whole.number.range),
    )
    .flatMap(({ parts }) => parts.filter(({ label }) => nameOf(label).length > 1));
  return kinds.flatMap((all) => {
    const more = reading.mentions.find((one) => isMore(one, all, reading));
    return more ? [told(all, more, 0.65)] : [];
  });
}

const nameOf = (label: string): string => label.replace(/^其中|类?(?:诉求|工单|问题|事项)?$/g, "");

const isMore = (one: Mention, all: Mention, { subjects }: Reading): boolean =>
  one.kind === "count" &&
  one.period === "now" &&
  !one.isHedged &&
  one.sentence !== all.sentence &&
  nameOf(one.label) === nameOf(all.label) &&
  isSameUnit(one.unit, all.unit) &&
  one.number.approximate > all.number.approximate &&
  one.number.step === null &&
  all.number.step === null &&
  !otherTime.test(sentenceOf(one)) &&
  isOfOnePeriod(all, one) &&
  !isOfOtherSubject(subjects, all.passage, one.passage);
