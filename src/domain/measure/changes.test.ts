import { describe, expect, test } from "vitest";
import { figureChanges } from "./changes.ts";
import type { FiguresFile } from "./figures.ts";

const head = { platform: "某市", period: "2023-05" };
const file = (more: object) => ({ ...head, ...more }) as FiguresFile;
const rows = (...units: [unit: string, valid: number][]) =>
  file({ appendix1: { groups: [{ name: "区", rows: units.map(([unit, valid]) => ({ unit, valid })) }] } });

describe("两版之间的变动", () => {
  test("一样的两份没有变动", () => {
    const same = file({ calls: { offered: 120, answerRate: 98.5 } });
    expect(figureChanges(same, structuredClone(same))).toEqual([]);
  });

  test("改了的、添了的、没有了的，各说一次", () => {
    const before = file({ calls: { offered: 120, answerRate: 98.5 } });
    const after = file({ calls: { offered: 121, answeredWithin15s: 90 } });
    expect(figureChanges(before, after)).toEqual([
      { path: "calls.offered", measure: "calls.offered", kind: "count", of: null, before: 120, after: 121 },
      { path: "calls.answerRate", measure: "calls.answerRate", kind: "percent", of: null, before: 98.5, after: null },
      {
        path: "calls.answeredWithin15s",
        measure: "calls.answeredWithin15s",
        kind: "percent",
        of: null,
        before: null,
        after: 90,
      },
    ]);
  });

  test("说得出是哪个单位的", () => {
    const [only, ...others] = figureChanges(rows(["甲局", 3], ["乙局", 2]), rows(["甲局", 3], ["乙局", 4]));
    expect([only, others]).toEqual([expect.objectContaining({ of: "乙局", before: 2, after: 4 }), []]);
  });
});
