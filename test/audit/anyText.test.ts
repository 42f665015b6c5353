import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { auditText } from "../world/audited.ts";

const here = import.meta.dirname;
const sets = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({
    name,
    texts: readdirSync(join(here, name))
      .filter((file) => file.endsWith(".txt"))
      .map((file) => readFileSync(join(here, name, file), "utf8")),
  }));
const texts = sets.flatMap((set) => set.texts);

/** what a broken copy, a careless hand or a hostile one makes of a report */
const spoilt: ((text: string, other: string, keep: (at: number) => boolean) => string)[] = [
  (text) => text.replace(/\d/g, "0"),
  (text) => text.replace(/[\d.]+/g, "99999999999999999999"),
  (text, _, keep) => [...text].filter((__, at) => keep(at)).join(""),
  (text, _, keep) =>
    text
      .split("\n")
      .filter((__, at) => keep(at))
      .join("\n"),
  (text, other) => {
    const lines = other.split("\n");
    return text
      .split("\n")
      .flatMap((line, at) => [line, lines[at] ?? ""])
      .join("\n");
  },
  (text) => text.split("\n").reverse().join("\n"),
];

test("什么样的文本都审得完：不出错，每条发现都有出处和话", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...texts),
      fc.constantFrom(...texts),
      fc.constantFrom(...spoilt),
      fc.infiniteStream(fc.boolean()),
      (text, other, spoil, flips) => {
        const kept: boolean[] = [];
        const keep = (at: number) => {
          while (kept.length <= at) kept.push(flips.next().value || flips.next().value || flips.next().value);
          return kept[at]!;
        };
        for (const { places, message, values } of auditText(spoil(text, other, keep))) {
          expect(places.length).toBeGreaterThan(0);
          expect(message).not.toMatch(/undefined|NaN|\[object/);
          expect(values.length).toBeGreaterThan(0);
        }
      },
    ),
    { numRuns: 300 },
  );
}, 60_000);

test.each([
  ["降了百分之百还有的率", "接通率为100%，环比下降100%。"],
  [
    "比大整数还大的和",
    `受理${"9".repeat(20)}件，其中咨询${"9".repeat(20)}件、求助${"9".repeat(24)}件、其他${"9".repeat(24)}件。`,
  ],
  ["零月", "2024年情况。0月3日（星期四）。"],
  ["零年", "0123年2月30日接听，0000年1月1日办结。"],
  ["一段三百个件数、一个率", `${"甲县受理101件，办结99件，超期2件，".repeat(100)}办结率90.1%。`],
  ["五千行一样的短行", "甲乙丙\n".repeat(5000)],
])("%s也审得完", (_, text) => {
  expect(auditText(text).every(({ message }) => message.length > 0)).toBe(true);
});

test.each(sets)("$name：每个数都换成0、1或100，也审得完", ({ texts: own }) => {
  for (const [at, text] of own.entries()) {
    const found = auditText(text.replace(/[\d.]+/g, ["0", "1", "100"][at % 3]!));
    expect(found.every(({ message }) => !/undefined|NaN|\[object/.test(message))).toBe(true);
  }
});
