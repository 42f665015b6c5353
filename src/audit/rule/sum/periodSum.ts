/** 逐月相加: the months of a quarter, half a year or a year that don't add up to it. */
import type { Finding } from "../../../domain/finding.ts";
import { subtract } from "../../../domain/measure/exact.ts";
import { absolute, meets, middle, show, sum } from "../../number.ts";
import { isOfLaterAct } from "../../read/act.ts";
import type { Mention } from "../../read/mention.ts";
import { isSameUnit } from "../../read/parts.ts";
import type { Reading } from "../../read/reading.ts";
import { distinctPlaces, finding, nameOf, placeOf } from "../../write.ts";

const spans: { said: RegExp; months: number[][] }[] = [
  { said: /一季度|第一季/, months: [[1, 2, 3]] },
  { said: /二季度|第二季/, months: [[4, 5, 6]] },
  { said: /三季度|第三季/, months: [[7, 8, 9]] },
  { said: /四季度|第四季/, months: [[10, 11, 12]] },
  { said: /上半年/, months: [[1, 2, 3, 4, 5, 6]] },
  { said: /下半年/, months: [[7, 8, 9, 10, 11, 12]] },
  { said: /全年|年度/, months: [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]] },
];

/** “1月14820件” or “1月受理14820件”, with no word of what else it may be */
const month = /(?:^|[，。；、：（])(?:其中，?)?(\d{1,2})月份?(?:共)?(?:受理|诉求|来电|接听)?(?:诉求)?(?:为)?$/;
const monthOf = ({ before }: Mention): number => Number(month.exec(before)?.[1] ?? Number.NaN);

export const periodSum = ({ mentions }: Reading): Finding[] =>
  mentions.flatMap((whole, at) => {
    const span = spans.filter(({ said }) => said.test(whole.before));
    if (/均[^，。；]{0,4}$/.test(whole.before) || whole.kind !== "count" || whole.period !== "now" || span.length !== 1)
      return [];
    return span[0]!.months.flatMap((months) => {
      const parts = mentions.slice(at + 1, at + 1 + months.length);
      const isRun = parts.every(
        (part, nth) =>
          part.passage === whole.passage && isSameUnit(part.unit, whole.unit) && monthOf(part) === months[nth],
      );
      return isRun &&
        parts.length === months.length &&
        !isOfOther(whole, parts, mentions) &&
        !isOfLaterAct(whole, parts)
        ? contradiction(whole, parts)
        : [];
    });
  });

/** “三季度40.38万件。前三季度累计123.31万件。其中7月……”: of a count that stands before */
const isOfOther = (whole: Mention, parts: Mention[], mentions: Mention[]): boolean =>
  mentions.some(
    ({ kind, passage, at, number }) =>
      kind === "count" &&
      passage === whole.passage &&
      at < whole.at &&
      meets(sum(parts.map((part) => part.number.range)), number.range),
  );

function contradiction(whole: Mention, parts: Mention[]): Finding[] {
  const added = sum(parts.map(({ number }) => number.range));
  if (meets(added, whole.number.range)) return [];
  const texts = parts.map(({ number }) => number.text);
  const shown = show(middle(added), 0);
  return [
    finding("partsAndWhole", {
      confidence: 0.85,
      places: distinctPlaces([placeOf(whole), ...parts.map(placeOf)]),
      values: [whole.number.text, ...texts],
      arithmetic: `${texts.join(" + ")} = ${shown} ≠ ${whole.number.text}`,
      message: `“${nameOf(whole)}”印作${whole.number.text}，所列${parts.length}个月相加为${shown}，相差${show(absolute(subtract(added.low, whole.number.value)), 0)}。`,
    }),
  ];
}
