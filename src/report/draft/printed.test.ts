import { expect, test } from "vitest";
import { fullFacts } from "../../../test/world/report.ts";
import { type ReportDraft, untouched } from "../../domain/report/draft.ts";
import { textChanges } from "../../domain/report/printedText.ts";
import { assembleReport } from "../assemble.ts";
import type { ReportFacts } from "../facts.ts";
import { appendixNames, contents } from "../monthly.ts";
import { reportText } from "../render/text.ts";
import { paperOf } from "./paper.ts";
import { printedTexts } from "./printed.ts";

/** everything that can be printed is */
const all: ReportDraft = {
  ...untouched,
  contents: {
    version: 1,
    lines: [...contents.map(({ name }) => name), ...Object.keys(appendixNames)].map((name) => ({ name, on: true })),
  },
};
const printed = (facts: ReportFacts, draft = all) =>
  printedTexts(assembleReport(facts, draft), paperOf(facts, draft), facts);

test("每一处文字有自己的名号，都印在报告里；没有动过的没有手写数字", () => {
  const facts = fullFacts();
  const [one, other] = facts.difficultBefore;
  facts.difficultBefore = [one!, { ...other!, id: "00000000-0000-7000-8000-000000000009" }];
  const texts = printed(facts);
  const names = texts.map(({ name }) => name);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  const paper = reportText(assembleReport(facts, all));
  for (const { text, typed } of texts) {
    for (const line of text.split("\n")) expect(paper).toContain(line);
    expect(typed).toEqual([]);
  }
  expect(texts.every(({ where }) => /\p{Script=Han}/u.test(where))).toBe(true);
});

test("数字文件里没有的图表，数变了也说得出；节的次序变了，说出改了号的标题", () => {
  const [before, after] = [fullFacts(), fullFacts()];
  expect(textChanges(printed(before), printed(after))).toEqual([]);
  after.further!.hours[3]!.calls.value = 31;
  expect(textChanges(printed(before), printed(after))).toEqual([
    {
      where: "各时段来电",
      before: { text: expect.stringMatching(/^3时至4时\t30/), typed: [] },
      after: { text: expect.stringMatching(/^3时至4时\t31/), typed: [] },
    },
  ]);
  const lines = all.contents.lines!.map((line) => ({ ...line, on: line.name !== "calls" }));
  const shorter = textChanges(printed(before), printed(before, { ...all, contents: { version: 2, lines } }));
  expect(shorter.some(({ where, after: gone }) => where === "总体情况" && gone === null)).toBe(true);
  expect(shorter.some(({ where }) => where === "标题")).toBe(true);
});
