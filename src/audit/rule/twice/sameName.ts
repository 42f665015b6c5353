/**
 * 同名两数: money, hours, people or pieces that stand in two paragraphs under one name, before the number or behind it, and
 * differ as slips of the pen do: “感谢信52封”, and at the end “25封感谢信”.
 */
import type { Finding } from "../../../domain/finding.ts";
import { grouped } from "../../../domain/grouped.ts";
import { digitCount, digitsOf, isSameValue, isSlip, isSwapped, type Printed } from "../../number.ts";
import type { Mention } from "../../read/mention.ts";
import type { Reading } from "../../read/reading.ts";
import { isOfOtherSubject } from "../../read/subject.ts";
import { isAlike, isOfCase, isOfOnePeriod, isOfPart } from "./alike.ts";
import { told } from "./twoValues.ts";

interface Named {
  mention: Mention;
  name: string;
}

export const sameName = ({ mentions, subjects }: Reading): Finding[] => {
  const isOfOne = (a: Mention, b: Mention) => isAlike(a, b) && !isOfOtherSubject(subjects, a.passage, b.passage);
  const named = mentions
    .filter((one) => isPlain(one) && !isOfCase(one))
    .flatMap((mention): Named[] => {
      const name = nameOf(mention);
      return name.length > 2 ? [{ mention, name }] : [];
    });
  // counts of orders only where two digits changed places
  const counts = mentions.filter(isCount).map((mention): Named => ({ mention, name: kindOf(mention) }));
  return [
    ...groupsOf(named).flatMap((all) => against(all, isOfOne)),
    ...groupsOf(counts)
      .filter((all) => all.length === 2 && areSwapped(all))
      .flatMap((all) => against(all, isOfOnePeriod)),
  ];
};

const groupsOf = (named: Named[]): Named[][] => [
  ...grouped(named, ({ name, mention }) => `${name}|${unitOf(mention)}`).values(),
];
const isCount = ({ kind, unit, label, period, isHedged, depth }: Mention): boolean =>
  kind === "count" &&
  !units.test(unit) &&
  /^[^，。；]{3,}类$|^(?:本[月周季年]度?)?(?![^，。；]*(?:受理|办结|转办|派发|派单|交办|回访|诉求|来电|接听|工单|满意))[^，。；]{5,}$/.test(
    label,
  ) &&
  period === "now" &&
  !isHedged &&
  depth === 0;
/** “本季度网络预约出租汽车的978件投诉举报”: by its name alone */
const kindOf = ({ label }: Mention): string => label.replace(/^本[月周季年]度?|[的类]$/g, "");
const areSwapped = (all: Named[]): boolean =>
  all.every(
    ({ mention: { number } }) =>
      isSameValue(number, all[0]!.mention.number) || isSwapped(number, all[0]!.mention.number),
  );

/** counts of orders and their rates are held against each other elsewhere */
const units = /^(?:元|小时|天|日|工作日|分钟|秒|人|名|家|封|面|份|项|条|处|户|个)$/;
const isPlain = ({ unit, kind, period, isHedged }: Mention): boolean =>
  units.test(unit) && kind !== "change" && kind !== "score" && period === "now" && !isHedged;
const unitOf = ({ unit }: Mention): string => unit.replace(/^天$/, "日").replace(/^名$/, "人");

const filler =
  /^(?:在?20\d\d年|在|全年|全季|全月|全市|全县|全区|本[月季年]度?|本周|累计|共计|共|其中|已|仍有|还有|尚有|涉及|共有|群众|送来|收到|为|向|并)+|(?:总数|总量|数量|共|累计|仍有|为|达)+$/g;

/** the words before it, or right behind it where none stand before */
function nameOf({ label, before, passage, end }: Mention): string {
  const own = label
    .replace(/^.*、$/, "")
    .replace(filler, "")
    .replace(filler, "");
  const behind = /^的?([\u4e00-\u9fff]{3,8})(?=[，。；、）]|是|$)/.exec(passage.text.slice(end))?.[1] ?? "";
  // “锦旗37面、感谢信52封” names each before its number
  const isBare = own === "" || /^[、，；]?$/.test(before.replace(filler, "").replace(/涉及|共|有/g, ""));
  return (isBare ? behind : own).replace(filler, "");
}

function against(all: Named[], isOfOne: typeof isAlike): Finding[] {
  const values = new Set(all.map(({ mention }) => mention.number.approximate));
  if (all.length < 2 || values.size !== 2) return [];
  const [first] = all as [Named];
  const other = all.find(({ mention }) => !isSameValue(mention.number, first.mention.number));
  const [a, b] = [first.mention, other?.mention];
  const isOff =
    b !== undefined && a.passage !== b.passage && isMistaken(first.name, a.number, b.number) && isOfOne(a, b);
  return isOff && isOfPart(a) === isOfPart(b) ? [told(a, b, 0.6)] : [];
}

const sorted = ({ text }: Printed): string => [...digitsOf(text)].sort().join("");

/** short numbers differ by one digit by chance */
const isMistaken = (name: string, a: Printed, b: Printed): boolean => {
  const digits = digitCount(a.text);
  // “1826.4万元”, “1682.4万元”
  if (digits > 4 && name.length > 4 && a.text.length === b.text.length && sorted(a) === sorted(b)) return true;
  return isSlip(a, b) && (digits > 2 || isSwapped(a, b) || (digits > 1 && name.length > 3 && a.step === null));
};
