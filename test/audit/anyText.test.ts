import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { auditText } from "../world/audited.ts";

const here = import.meta.dirname;
const texts = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => readdirSync(join(here, name)).map((file) => join(here, name, file)))
  .filter((file) => file.endsWith(".txt"))
  .map((file) => readFileSync(file, "utf8"));

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
