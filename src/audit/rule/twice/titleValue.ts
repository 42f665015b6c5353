/** 标题与正文: a number of the title that the text prints nowhere, though one of the same unit that differs from it as slips of the pen do. */
import type { Finding } from "../../../domain/finding.ts";
import { agreement, digitCount, meets, type Printed, slipBetween } from "../../number.ts";
import { bareName } from "../../read/bare.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { numbersIn } from "../../read/tableNumbers.ts";
import { twosOf } from "../../read/twos.ts";
import { distinctPlaces, finding, placeOf } from "../../write.ts";
import { asPrinted, powerOf } from "../weighed/scene.ts";

/** a title is short, and no sentence */
const LONGEST = 40;
/** fewer digits may be anything */
const LEAST_DIGITS = 3;

export const titleValue = ({ passages, mentions, tables }: Reading): Finding[] => {
  const [title] = passages;
  if (!title || title.text.length > LONGEST || /[。；]|：$/.test(title.text)) return [];
  const body = mentions.filter(({ passage }) => passage !== title);
  const cells = numbersIn(tables);
  return [
    ...rates(title, mentions, cells),
    ...mentions
      .filter(({ passage }) => passage === title)
      .flatMap((said) => {
        const isAmount = (one: Mention) => one.kind === "count" || one.unit === "元";
        if (!isAmount(said) || said.isHedged || isPrinted(said.number, [...body.map(({ number }) => number), ...cells]))
          return [];
        const amounts = body.filter(
          (one) => isAmount(one) && one.period === "now" && !one.isHedged && isSameUnit(one.unit, said.unit),
        );
        const slip =
          digitCount(said.number.text) < LEAST_DIGITS
            ? undefined
            : amounts.find((one) => isSlipOf(one, said) && isNamedLike(one, said));
        const called = amounts.filter((one) => isCalledSo(one, said));
        const isOne = new Set(called.map(({ number }) => number.approximate)).size === 1;
        const other = slip ?? (isOne ? called[0] : undefined);
        return other ? [contradiction(said, other)] : [];
      }),
  ];
};

/** “满意率升至98.13%” in the title, and the one 满意率 of the text is another */
const rates = (title: Mention["passage"], mentions: Mention[], cells: Printed[]): Finding[] =>
  mentions
    .filter(({ passage, kind, unit, isHedged }) => passage === title && kind === "rate" && unit === "%" && !isHedged)
    .flatMap((said) => {
      const name = /([\u4e00-\u9fff]{2}率)[^率]{0,3}$/.exec(said.before)?.[1];
      const body = mentions.filter(({ passage }) => passage !== title);
      const called = body.filter((one) => one.unit === "%" && bareName(one) === name && !one.isHedged);
      const [other] = called;
      const isOne = new Set(called.map(({ number }) => number.approximate)).size === 1;
      const isSaid = isPrinted(said.number, [...body.map(({ number }) => number), ...cells]);
      return name && other && isOne && !isSaid && /\./.test(said.number.text) ? [contradiction(said, other)] : [];
    });

/** “185万” of 185.9万: a title may round or cut off */
const isPrinted = (said: Printed, numbers: Printed[]): boolean =>
  numbers.some(({ range }) => meets(range, said.range) || agreement(said, range) === "cut");

/** written as the title is, in 万 and with as many decimals */
const isSlipOf = ({ number }: Mention, said: Mention): boolean =>
  slipBetween(asPrinted(number.value, said.number), said.number.text) !== null;

/** “办结1.29万件”, and not “累计12297件” of a kind: two signs of its name at least */
const isNamedLike = ({ label, before }: Mention, said: Mention): boolean =>
  said.label.length < 2 ||
  !/累计|[区县]|类/.test(label + before) ||
  twosOf(said.label).some((two) => (label + before).includes(two));

/** “向我市转来信访件13件” in the title, “其中，转来我市信访件15件” in the text: the same act and the same thing, and nothing more */
function isCalledSo({ before }: Mention, said: Mention): boolean {
  const act = /交办|转来|转办|移交/.exec(said.label)?.[0];
  const own = before
    .replace(/（[^（）]*）/g, "")
    .split(/[，。；：]/)
    .at(-1)!;
  return (
    act !== undefined &&
    /我[市县区省]/.test(said.label) &&
    new RegExp(`^${act}我[市县区省]${said.label.slice(-3)}$`).test(own)
  );
}

const contradiction = (said: Mention, other: Mention): Finding => {
  const shown =
    said.unit === "%" ? other.number.text : `${asPrinted(other.number.value, said.number)}${powerOf(said.number)}`;
  return finding("twoValues", {
    confidence: 0.75,
    places: distinctPlaces([placeOf(said), placeOf(other)]),
    values: [said.number.text, other.number.text],
    arithmetic: `${said.number.text} ≠ ${shown}`,
    message: `标题印作${said.number.text}，正文是${other.number.text}。`,
  });
};
