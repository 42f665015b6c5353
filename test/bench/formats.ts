/** 四种格式, each beside the library call it stands on: the same document, already made, handed to the library alone. */
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { type Document, Packer } from "docx";
import ExcelJS from "exceljs";
import { assembleReport } from "../../src/report/assemble.ts";
import type { Report } from "../../src/report/block.ts";
import type { ReportFacts } from "../../src/report/facts.ts";
import { formats, reportFile } from "../../src/report/files.ts";
import { type FontReport, findFonts } from "../../src/report/render/fonts.ts";
import { type Measurement, median, timed } from "./table.ts";

type Bare = { what: string; value: number } | null;

/** Lets `work` run while a library's function is watched, and hands what it was called with on. */
async function callOf<Owner extends object, Name extends keyof Owner>(
  owner: Owner,
  name: Name,
  work: () => Promise<unknown>,
): Promise<{ self: unknown; given: unknown[]; original: (...given: unknown[]) => unknown }> {
  const original = owner[name] as (...given: unknown[]) => unknown;
  let call: { self: unknown; given: unknown[] } | null = null;
  owner[name] = function (this: unknown, ...given: unknown[]) {
    call = { self: this, given };
    return original.apply(this, given);
  } as Owner[Name];
  await work().finally(() => {
    owner[name] = original as Owner[Name];
  });
  if (!call) throw new Error(`${String(name)} was not called`);
  return { ...(call as { self: unknown; given: unknown[] }), original };
}

async function docxAlone(report: Report, fonts: FontReport, rounds: number): Promise<Bare> {
  const { given } = await callOf(Packer, "toBuffer", () => reportFile(report, "docx", () => fonts));
  return {
    what: "docx 打包",
    value: await timed(
      rounds,
      () => given[0] as Document,
      (made) => Packer.toBuffer(made),
    ),
  };
}

async function pdfAlone(report: Report, fonts: FontReport, rounds: number): Promise<Bare> {
  let seconds = 0;
  const spans: number[] = [];
  const compile = NodeCompiler.prototype.compile;
  const pdf = NodeCompiler.prototype.pdf;
  const watched = <Call extends (...given: never[]) => unknown>(original: Call) =>
    function (this: unknown, ...given: never[]) {
      const from = performance.now();
      try {
        return original.apply(this, given);
      } finally {
        seconds += (performance.now() - from) / 1000;
      }
    } as Call;
  NodeCompiler.prototype.compile = watched(compile);
  NodeCompiler.prototype.pdf = watched(pdf);
  try {
    for (let round = 0; round < rounds; round += 1) {
      seconds = 0;
      await reportFile(report, "pdf", () => fonts);
      spans.push(seconds);
    }
  } finally {
    Object.assign(NodeCompiler.prototype, { compile, pdf });
  }
  return { what: "typst 排版", value: median(spans) };
}

async function xlsxAlone(report: Report, fonts: FontReport, rounds: number): Promise<Bare> {
  const { content } = await reportFile(report, "xlsx", () => fonts);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(content as unknown as ArrayBuffer);
  return {
    what: "exceljs 写出",
    value: await timed(
      rounds,
      () => book,
      (made) => made.xlsx.writeBuffer(),
    ),
  };
}

const alone: Record<string, (report: Report, fonts: FontReport, rounds: number) => Promise<Bare>> = {
  docx: docxAlone,
  pdf: pdfAlone,
  xlsx: xlsxAlone,
  html: async () => null,
};

/** 写月报 in each format, and all four from the facts on. */
export async function formatsMeasured(facts: ReportFacts, rounds: number): Promise<Measurement[]> {
  const fonts = findFonts();
  const report = assembleReport(facts);
  const all = async () => {
    const made = assembleReport(facts);
    const found = findFonts();
    for (const format of formats) await reportFile(made, format, () => found);
  };
  const whole = await timed(rounds, () => null, all);
  const measured: Measurement[] = [{ what: "月报四种格式", ours: whole, unit: "s", bare: null, target: 5 }];
  for (const format of formats)
    measured.push({
      what: `月报 .${format}`,
      ours: await timed(
        rounds,
        () => null,
        () => reportFile(report, format, () => fonts),
      ),
      unit: "s",
      bare: await alone[format]!(report, fonts, rounds),
      target: null,
    });
  return measured;
}
