import { expect, test } from "vitest";
import { fittedWidths, type PlaceOf } from "./fit.ts";

/** A page's text ends at 262 mm. */
const charts = [
  { file: "a.svg", svg: "", width: 100, height: 80 },
  { file: "b.svg", svg: "", width: 90, height: 100 },
];
const usual = { "a.svg": 100, "b.svg": 90 };
const placed = (file: string, y: number, chartPage: number): PlaceOf[] => [
  { file, what: "before", page: 1, y },
  { file, what: "chart", page: chartPage, y: 37 },
];

test("图被挤到下一页而正文下面差一点就放得下：缩到正好放下", () => {
  const fitted = fittedWidths(charts, usual, placed("a.svg", 180, 2))!;
  expect(fitted["b.svg"]).toBe(90);
  const room = 262 - 180;
  const drawn = (80 * fitted["a.svg"]!) / 100;
  expect(drawn).toBeLessThan(room - 10);
  expect(drawn).toBeGreaterThan(room - 20);
});

test("要缩得看不清、或根本不用缩的，都不动", () => {
  expect(fittedWidths(charts, usual, placed("a.svg", 200, 2))).toBeNull();
  expect(fittedWidths(charts, usual, placed("a.svg", 100, 1))).toBeNull();
  expect(fittedWidths(charts, usual, [])).toBeNull();
});

test("一次只调一幅，调过的不再调：后面的位置会跟着变", () => {
  const both = [...placed("a.svg", 180, 2), ...placed("b.svg", 150, 2)];
  const first = fittedWidths(charts, usual, both)!;
  expect([first["a.svg"]! < 100, first["b.svg"]]).toEqual([true, 90]);
  const second = fittedWidths(charts, first, both)!;
  expect([second["a.svg"], second["b.svg"]! < 90]).toEqual([first["a.svg"], true]);
  expect(fittedWidths(charts, second, both)).toBeNull();
});
