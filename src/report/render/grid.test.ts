import fc from "fast-check";
import { expect, test } from "vitest";
import { type Extent, placeCells } from "./grid.ts";

test("跨行的单元格在下一行占住位置", () => {
  const places = placeCells<Extent>([
    [{ rows: 2 }, { columns: 2 }, { rows: 2 }],
    [{}, {}],
  ]);
  expect(places.map(({ line, column }) => [line, column])).toEqual([
    [0, 0],
    [0, 1],
    [0, 3],
    [1, 1],
    [1, 2],
  ]);
});

test("任意两个单元格不重叠", () => {
  const extent = fc.record({ columns: fc.integer({ min: 1, max: 3 }), rows: fc.integer({ min: 1, max: 3 }) });
  fc.assert(
    fc.property(fc.array(fc.array(extent, { maxLength: 5 }), { maxLength: 5 }), (lines) => {
      const seen = new Set<string>();
      for (const { line, column, rows } of placeCells(
        lines.map((cells) => cells.map((cell) => ({ ...cell, columns: 1 }))),
      ))
        for (let at = line; at < line + rows; at++) {
          expect(seen).not.toContain(`${at},${column}`);
          seen.add(`${at},${column}`);
        }
    }),
  );
});
