import fc from "fast-check";
import { expect, test } from "vitest";
import { canonical } from "./canonical.ts";

/** The definition, said as plainly as it can be: what links were made of from the first day. */
function spelledOut(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") return numeral(value);
  if (typeof value === "boolean") return String(value);
  if (value === null || value === undefined) return "null";
  if (Array.isArray(value)) return `[${value.map(spelledOut).join(", ")}]`;
  const bytes = (text: string) => Buffer.from(text);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([one], [other]) => bytes(one).length - bytes(other).length || Buffer.compare(bytes(one), bytes(other)))
    .map(([key, member]) => `${JSON.stringify(key)}: ${spelledOut(member)}`);
  return `{${members.join(", ")}}`;
}

function numeral(value: number): string {
  if (!Number.isFinite(value)) return "null";
  const [mantissa, exponent] = String(value).split("e");
  if (exponent === undefined) return mantissa!;
  const [whole, fraction = ""] = mantissa!.replace("-", "").split(".");
  const point = whole!.length + Number(exponent);
  const digits = whole! + fraction;
  const sign = value < 0 ? "-" : "";
  return point > 0 ? sign + digits.padEnd(point, "0") : `${sign}0.${"0".repeat(-point)}${digits}`;
}

const keys = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("id", "at", "a", "b", "市", "number", "0", "1"));
const numbers = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.maxSafeInteger(),
  fc.constantFrom(-0, 1e21, 1e-7, 5e-324, 2 ** 53),
);
const { value: anything } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, undefined, true, false),
    fc.string({ unit: "binary" }),
    numbers,
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(keys, tie("value"), { maxKeys: 6 }),
  ),
}));

test("任何内容的规范文本，都与逐字写明的定义相同", () => {
  fc.assert(
    fc.property(anything, (value) => canonical(value) === spelledOut(value)),
    { numRuns: 2000 },
  );
});

test("同样的成员换个次序、少一个成员，规范文本也与定义相同", () => {
  fc.assert(
    fc.property(
      fc.dictionary(keys, anything, { minKeys: 1, maxKeys: 8 }),
      fc.infiniteStream(fc.nat()),
      (value, dice) => {
        const shuffled = Object.entries(value).map((entry): [number, [string, unknown]] => [dice.next().value, entry]);
        const other = Object.fromEntries(shuffled.sort(([one], [two]) => one - two).map(([, entry]) => entry));
        expect(canonical(other)).toBe(canonical(value));
        const [first] = Object.keys(other);
        expect(canonical({ ...other, [first!]: undefined })).toBe(spelledOut({ ...other, [first!]: undefined }));
      },
    ),
  );
});

test("形状再多也不出错：上千种成员组合之后，仍与定义相同", () => {
  const shapes = Array.from({ length: 3000 }, (_, n) => ({ [`k${n % 1500}`]: n, common: 1, [`m${n}`]: null }));
  for (const value of [...shapes, ...shapes]) expect(canonical(value)).toBe(spelledOut(value));
});
