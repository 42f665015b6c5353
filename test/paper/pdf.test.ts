import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findFonts } from "../../src/report/render/fonts.ts";
import { demonstrationMark } from "../../src/report/render/layout.ts";
import { reportPdf } from "../../src/report/render/pdf.ts";
import { onPaper } from "../../src/report/render/pdfData.ts";
import { reportDocument } from "../world/reportDocument.ts";
import { inFolder, outOfOrder, pdfText, run } from "./tools.ts";
import { wordsInOrder } from "./words.ts";

const fonts = findFonts();
const pdf = reportPdf(reportDocument, fonts);

const inspected = (tool: string, parameters: string[]) =>
  inFolder((folder) => {
    writeFileSync(join(folder, "report.pdf"), pdf);
    return run(tool, [...parameters, join(folder, "report.pdf")]);
  });

describe("报告的 .pdf", () => {
  test("文字可选，全部按阅读次序", () =>
    inFolder((folder) => {
      expect(outOfOrder(pdfText(pdf, folder), wordsInOrder(onPaper(reportDocument, fonts)))).toEqual([]);
    }));

  test("字体全部嵌入，没有别的", async () => {
    const lines = (await inspected("pdffonts", [])).trim().split("\n").slice(2);
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(line).toMatch(/\syes\s+yes\s+yes\s/);
  });

  test("写明是 PDF/A-2b，有题名、作者、语言，结构无误", async () => {
    const text = pdf.toString("latin1");
    expect(text).toMatch(/pdfaid:part>2<.*pdfaid:conformance>B</s);
    expect(text).toMatch(/\/Lang\s*\(zh/);
    const facts = await inspected("pdfinfo", []);
    expect(facts).toContain(reportDocument.title.join(""));
    expect(facts).toContain(reportDocument.issuer);
    expect(await inspected("qpdf", ["--check"])).toContain("No syntax or stream encoding errors");
  });

  test("读它的程序没有一句怨言", () =>
    inFolder((folder) => {
      const path = join(folder, "report.pdf");
      writeFileSync(path, pdf);
      const { stderr, status } = spawnSync("pdfinfo", [path], { encoding: "utf8" });
      expect([status, stderr]).toEqual([0, ""]);
    }));

  test("书签是各级标题和附件", async () => {
    const outline: { title: string; kids: unknown[] }[] = JSON.parse(
      await inspected("qpdf", ["--json", "--json-key=outlines"]),
    ).outlines;
    const titles = (items: { title: string; kids: unknown[] }[]): string[] =>
      items.flatMap(({ title, kids }) => [title, ...titles(kids as typeof items)]);
    const headings = reportDocument.blocks.flatMap((block) =>
      block.kind === "heading" ? [`${block.number}${block.text}`] : [],
    );
    expect(titles(outline)).toEqual([...headings, ...reportDocument.appendices.map(({ title }) => title)]);
  });

  test("横表在横放的页上，每页重复表头；演示标记在每一页", async () => {
    const sizes = await inspected("pdfinfo", ["-f", "1", "-l", "99"]);
    const wide = [...sizes.matchAll(/Page\s+(\d+) size:\s+841\.\d+ x 595\.\d+/g)].map((match) => match[1]!);
    expect(wide.length).toBeGreaterThanOrEqual(3);
    const marks = await inFolder((folder) => {
      writeFileSync(join(folder, "report.pdf"), pdf);
      return run("pdftotext", ["-raw", join(folder, "report.pdf"), "-"])
        .split("\f")
        .slice(0, -1);
    });
    for (const text of marks) expect(text.replace(/\s/g, "")).toContain(demonstrationMark.replace(/\s/g, ""));
    for (const nth of wide.slice(0, -1)) expect(marks[Number(nth) - 1]).toContain("承办单位");
  });

  test("同样的报告每次逐字节相同", () => {
    expect(reportPdf(reportDocument, fonts).equals(pdf)).toBe(true);
  });

  test("认不出的字体是错误，不会悄悄换成别的", () => {
    const lost = { ...fonts.faces.kai, families: ["没有这种字体"] };
    expect(() => reportPdf(reportDocument, { ...fonts, faces: { ...fonts.faces, kai: lost } })).toThrow("没有这种字体");
  });
});
