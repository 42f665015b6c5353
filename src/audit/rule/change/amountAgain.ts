/** 增减数与增减率: “举报287件，同比下降4.7%”, and in another place “举报287件，比去年同期减少24件”, which is a fall by 7.7%. */
import type { Finding } from "../../../domain/finding.ts";
import { grouped } from "../../../domain/grouped.ts";
import { agreement, growthOf, isPositive, middle, minus, plus, show, sizeOf } from "../../number.ts";
import { subjectOf } from "../../read/changed.ts";
import { compared } from "../../read/changedBase.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

interface Moved {
  value: Mention;
  change: Mention;
  name: string;
  against: string;
}

/** smaller numbers are many things' */
const LEAST = 50;

export const amountAgain = ({ sentences }: Reading): Finding[] => {
  const moved = sentences.flatMap((mentions) => mentions.flatMap((change, at) => movedOf(mentions, change, at)));
  const alike = grouped(moved, ({ value, name, against }) => `${name}|${value.number.approximate}|${against}`);
  return [...alike.values()].flatMap((all) => {
    const [amounts, percents] = [all.filter(isAmount), all.filter((one) => !isAmount(one))];
    const [amount, percent] = [amounts[0], percents[0]];
    const isOne = amounts.length === 1 && percents.length === 1;
    return isOne && amount && percent && amount.change.passage !== percent.change.passage
      ? against(amount, percent)
      : [];
  });
};

const isAmount = ({ change }: Moved): boolean => change.unit !== "%";

const plain = (label: string): string =>
  label.replace(/^(?:其中|本[月周季年]|全[市县区年月]|共)+|(?:总?[量数]|共|类)+$/g, "");

function movedOf(mentions: Mention[], change: Mention, at: number): Moved[] {
  const value = change.kind === "change" && !change.isHedged && change.direction !== 0 ? subjectOf(mentions, at) : null;
  const base = compared(change);
  const isOwn =
    value?.kind === "count" &&
    value.period === "now" &&
    !value.isHedged &&
    value.number.step === null &&
    value.number.approximate >= LEAST &&
    (change.unit === "%" || isSameUnit(change.unit, value.unit)) &&
    base !== "any";
  const name = value ? plain(value.label) : "";
  return isOwn && name.length > 1 ? [{ value, change, name, against: base }] : [];
}

function against({ value, change: amount }: Moved, { change: percent, value: again }: Moved): Finding[] {
  const now = value.number.range;
  const before = amount.direction > 0 ? minus(now, amount.number.range) : plus(now, amount.number.range);
  if (!isPositive(before)) return [];
  const growth = sizeOf(growthOf(now, before));
  if (amount.direction === percent.direction && agreement(percent.number, growth) !== "off") return [];
  const way = (one: Mention) => `${one.direction > 0 ? "增加" : "减少"}${one.number.text}`;
  const shown = `${show(middle(growth))}%`;
  return [
    finding("change", {
      confidence: 0.7,
      places: distinctPlaces([amount, value, percent, again].map(placeOf)),
      values: [percent.number.text, amount.number.text, value.number.text],
      arithmetic: `${way(amount)}，即 ${shown} ≠ ${percent.number.text}`,
      message: `“${nameOf(value)}”${value.number.text}一处写作${way(amount)}，即${shown}，另一处写作${way(percent)}。`,
    }),
  ];
}
