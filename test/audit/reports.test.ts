import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Finding } from "../../src/domain/finding.ts";
import { auditText } from "../world/audited.ts";

/** 虚构的报告: <name>.txt as an office might print it, <name>.json what contradicts what in it. */
const folder = join(import.meta.dirname, "reports");
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".txt"))
  .map((name) => name.slice(0, -4));

interface Expected {
  kind: string;
  values: string[];
}

const isIt = (finding: Finding, { kind, values }: Expected) =>
  finding.kind === kind && values.every((value) => finding.values.includes(value));

const graded = names.map((name) => {
  const expected: Expected[] = existsSync(join(folder, `${name}.json`))
    ? JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"))
    : [];
  const found = auditText(readFileSync(join(folder, `${name}.txt`), "utf8"));
  return {
    name,
    missed: expected.filter((one) => !found.some((finding) => isIt(finding, one))),
    right: expected.length,
    wrong: found.filter((finding) => finding.severity !== "low" && !expected.some((one) => isIt(finding, one))),
  };
});

describe("虚构的报告", () => {
  test.each(graded)("$name：埋下的矛盾都找到，别处不误报", ({ missed, wrong }) => {
    expect(missed).toEqual([]);
    expect(wrong.map(({ message }) => message)).toEqual([]);
  });

  test("一半有矛盾，一半没有", () => {
    expect(graded.filter(({ right }) => right > 0)).toHaveLength(graded.length / 2);
    expect(graded.length).toBeGreaterThanOrEqual(6);
  });
});
