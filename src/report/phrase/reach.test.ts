import { expect, test } from "vitest";
import { fullFacts } from "../../../test/world/report.ts";
import type { Block } from "../block.ts";
import type { ReportFacts } from "../facts.ts";
import { calls } from "../section/calls.ts";
import { isOver, periodSaid, reach, wholeOf } from "./reach.ts";
import { plain } from "./say.ts";

const full = fullFacts();
const countedAt = (at: string): ReportFacts => ({ ...full, frozen: { ...full.frozen, at } });
const overDays = (facts: ReportFacts, denominator: number): ReportFacts => {
  const { perDay } = facts.more.calls;
  return { ...facts, more: { ...facts.more, calls: { ...facts.more.calls, perDay: { ...perDay, denominator } } } };
};
const words = (blocks: Block[]) => blocks.map((block) => ("spans" in block ? plain(block.spans) : "")).join("");

test.each([
  ["2023-11-01 00:00", "10月31日24时", "10月", "全月", true],
  ["2023-10-31 23:59", "10月31日23时59分", "本月", "本月", false],
  ["2023-10-04 09:00", "10月4日9时", "本月", "本月", false],
])("%s 统计的，数计到%s", (at, until, period, whole, over) => {
  const facts = countedAt(at);
  expect([reach(facts), periodSaid(facts), wholeOf(facts), isOver(facts)]).toEqual([until, period, whole, over]);
});

test("日均：过完的照说，没有过完的说前几天，只有一天的不说", () => {
  expect(words(calls.write(full))).toMatch(/，日均\d+通。/);
  expect(words(calls.write(overDays(countedAt("2023-10-04 09:00"), 3)))).toMatch(/，前三天日均\d+通。/);
  expect(words(calls.write(overDays(full, 1)))).not.toContain("日均");
});
