import { describe, expect, test } from "vitest";
import { fullFacts, silentFacts, singleFacts } from "../../../test/world/report.ts";
import type { ContentsLine, ParagraphEdit, ReportDraft } from "../../domain/report/draft.ts";
import { type Template, templateText } from "../../domain/report/template.ts";
import { assembleReport } from "../assemble.ts";
import type { ReportFacts } from "../facts.ts";
import { contents } from "../monthly.ts";
import { plain } from "../phrase/say.ts";
import { reportText } from "../render/text.ts";
import { printedSpans, templateOf } from "./binding.ts";
import { writtenBlocks } from "./editing.ts";
import { figurePaths, pathsOf } from "./figurePaths.ts";

const paragraphs = (facts: ReportFacts) =>
  contents.flatMap((section) =>
    writtenBlocks(section, facts).flatMap((block) => (block.kind === "paragraph" ? [block] : [])),
  );
const figuresIn = (facts: ReportFacts) => {
  const figures = figurePaths(facts);
  return { figures, paths: pathsOf(figures) };
};

describe("段落里的数字有名号", () => {
  test.each([
    ["完整的一个月", fullFacts],
    ["没有数据", silentFacts],
    ["只有一件", singleFacts],
  ])("%s：写出的每一段都能成模板，印出来一字不差，每个数都绑住", (_, facts) => {
    const of = facts();
    const { figures, paths } = figuresIn(of);
    for (const { name, spans } of paragraphs(of)) {
      const template = templateOf(spans, paths);
      expect(name).toMatch(/^\w+\/\S/);
      expect(templateText(template)).toBe(plain(spans));
      expect(plain(printedSpans(template, figures))).toBe(plain(spans));
      const bound = spans.filter((span) => typeof span === "object" && "figure" in span).length;
      expect(template.filter((part) => typeof part === "object")).toHaveLength(bound);
    }
    expect(figures.size).toBe(paths.size);
  });
});

const edit = (paragraph: string, text: Template | null): ParagraphEdit => ({
  ...{ paragraph, version: 1, text, written: [] },
  ...{ changedAt: 0, changedBy: "office:1" },
});
const draftOf = (edits: ParagraphEdit[], lines: ContentsLine[] | null = null): ReportDraft => ({
  contents: { version: 1, lines },
  edits,
});
const offered = { figure: "calls.offered", form: "number", was: "1" } as const;

describe("改过的底稿成文", () => {
  test("没有人动过，与原来一字不差", () =>
    expect(reportText(assembleReport(fullFacts(), draftOf([])))).toBe(reportText(assembleReport(fullFacts()))));
  test("改过的一段印现在的数，删去的不印，自写的在节末，别的不动", () => {
    const facts = fullFacts();
    const text = reportText(
      assembleReport(
        facts,
        draftOf([
          edit("calls/offered", ["来电", offered, "通。"]),
          edit("calls/accepted", []),
          edit("nextSteps/own", ["请各单位举一反三。"]),
        ]),
      ),
    );
    expect(text).toContain(`来电${facts.figures.calls.offered.value}通。`);
    expect(text).not.toContain("全月受理诉求");
    expect(text).toMatch(/五、下一步工作要求[\s\S]*请各单位举一反三。/);
    const others = (all: string) => all.split("\n\n").filter((line) => /^截至|^从分布看|^附件/.test(line));
    expect(others(text)).toEqual(others(reportText(assembleReport(facts))));
  });
  test("方向随数变：升变成降，动词不会留在原处", () => {
    const before = fullFacts();
    const [block] = writtenBlocks(contents[0]!, before);
    const spans = block?.kind === "paragraph" ? block.spans : [];
    const template = templateOf(spans, figuresIn(before).paths);
    const after = fullFacts();
    after.figures.calls.offeredMoM.value = -1;
    expect(plain(spans)).toMatch(/环比上升/);
    expect(plain(printedSpans(template, figuresIn(after).figures))).toContain("环比下降0.01%");
  });
  test("关掉的节不印，章节和图依次重编；同一标题下的节总在一处", () => {
    const lines = ["nextSteps", "calls", "handling", "categories", "appendix2"].map((name) => ({ name, on: true }));
    const report = assembleReport(fullFacts(), draftOf([], lines));
    const headings = report.blocks.flatMap((block) =>
      block.kind === "heading" ? [`${block.number}${block.text}`] : [],
    );
    expect(headings).toEqual([
      "一、下一步工作要求",
      "二、接听情况分析",
      "（一）总体情况",
      "（二）诉求热点情况",
      "1.诉求大类情况",
      "三、办理情况分析",
      "（一）本级热线办理情况",
    ]);
    expect(report.appendices).toHaveLength(1);
    expect(report.blocks.flatMap((block) => (block.kind === "chart" ? [block.number] : []))).toEqual(["图1", "图2"]);
  });
});
