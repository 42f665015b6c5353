/** 写出的算式: “39.5+28.9+18.4+8.0=94.8”, whose two sides aren't equal. */
import type { Finding } from "../../../domain/finding.ts";
import { add, type Fraction, multiply, subtract } from "../../../domain/measure/exact.ts";
import { agreement, decimalsOf, exactly, printed, show } from "../../number.ts";
import { type Passage, quote } from "../../read/passage.ts";
import type { Reading } from "../../read/reading.ts";
import { finding } from "../../write.ts";

const NUMBER = "\\d+(?:\\.\\d+)?";
const written = new RegExp(
  `(?<![\\d.%）])(${NUMBER}(?:[+＋−×÷/-]${NUMBER})+)=(${NUMBER})(%)?(?![\\d.]*[+＋−×÷/=-])`,
  "g",
);

/** “签收9.8+联系14.6+……+知识库10.0，得96.8分”: every number with a name before it */
const NAMED = `[\\u4e00-\\u9fff]{2,8}${NUMBER}分?`;
const named = new RegExp(`(?:${NAMED}[+＋]){2,}${NAMED}(?:，|=)(?:共?得|合计|总分|共计?|计|为)?(${NUMBER})分`, "g");

const sumsOfNamed = (passage: Passage): Finding[] =>
  [...passage.text.matchAll(named)].flatMap((match) => {
    const [text, right] = match as unknown as [string, string];
    const left = text.slice(0, text.lastIndexOf(right)).match(new RegExp(NUMBER, "g"))!.join("+");
    const value = worked(left);
    if (!value || agreement(printed(right, 0, "", right), exactly(value)) !== "off") return [];
    const truth = show(value, decimalsOf(right));
    return [
      finding("scorecard", {
        confidence: 0.85,
        places: [quote(passage, match.index, match.index + text.length)],
        values: [right, truth],
        arithmetic: `${left} = ${truth} ≠ ${right}`,
        message: `“${text}”：各项相加应为${truth}，印作${right}。`,
      }),
    ];
  });

export const equation = ({ passages }: Reading): Finding[] => [
  ...passages.flatMap(sumsOfNamed),
  ...equations(passages),
];

const equations = (passages: Passage[]): Finding[] =>
  passages.flatMap((passage) =>
    [...passage.text.matchAll(written)].flatMap((match) => {
      const [text, left, right, percent] = match as unknown as [string, string, string, string | undefined];
      const value = worked(left);
      if (!value) return [];
      const shown = percent ? multiply(value, { n: 100n, d: 1n }) : value;
      if (agreement(printed(right, 0, "", `${right}${percent ?? ""}`), exactly(shown)) !== "off") return [];
      const places = decimalsOf(right);
      const truth = `${show(shown, Math.max(places, shown.d === 1n ? 0 : 2))}${percent ?? ""}`;
      return [
        finding("partsAndWhole", {
          confidence: 0.85,
          places: [quote(passage, match.index, match.index + text.length)],
          values: [`${right}${percent ?? ""}`, truth],
          arithmetic: `${left} = ${truth} ≠ ${right}${percent ?? ""}`,
          message: `“${text}”：等号右边应为${truth}，印作${right}${percent ?? ""}。`,
        }),
      ];
    }),
  );

/** products before sums; null where something is divided by nothing */
function worked(text: string): Fraction | null {
  const terms = text.split(/(?=[+＋−-])/);
  let all: Fraction = { n: 0n, d: 1n };
  for (const term of terms) {
    const sign = /^[−-]/.test(term) ? -1 : 1;
    const value = productOf(term.replace(/^[+＋−-]/, ""));
    if (!value) return null;
    all = sign < 0 ? subtract(all, value) : add(all, value);
  }
  return all;
}

function productOf(text: string): Fraction | null {
  const [first, ...others] = text.split(/(?=[×÷/])/);
  let all = numberOf(first!);
  for (const factor of others) {
    const value = numberOf(factor.slice(1));
    if (/^[÷/]/.test(factor) && value.n === 0n) return null;
    all = /^×/.test(factor) ? multiply(all, value) : { n: all.n * value.d, d: all.d * value.n };
  }
  return all;
}

const numberOf = (digits: string): Fraction => printed(digits, 0, "", digits).value;
