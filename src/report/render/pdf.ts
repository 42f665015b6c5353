import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { Report } from "../block.ts";
import { fittedWidths, type Widths } from "./fit.ts";
import type { FontReport } from "./fonts.ts";
import { type Page, pageData } from "./pdfData.ts";

/** 报告写成 .pdf (PDF/A-2b): fonts embedded, text selectable, bookmarks, vector charts. The same report gives the same bytes. */
export function reportPdf(report: Report, fonts: FontReport): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "rexian-pdf-"));
  try {
    return compile(pageData(report, fonts), fonts, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function compile({ data, charts }: Page, fonts: FontReport, workspace: string): Buffer {
  const files = [...Object.values(fonts.faces), ...fonts.spares];
  const compiler = NodeCompiler.create({
    workspace,
    fontArgs: [{ fontPaths: [...new Set(files.map(({ path }) => path))] }],
  });
  compiler.mapShadow(join(workspace, "data.json"), Buffer.from(JSON.stringify(data)));
  for (const { file, svg } of charts) compiler.mapShadow(join(workspace, file), Buffer.from(svg));
  const mainFilePath = join(workspace, "report.typ");
  compiler.addSource(mainFilePath, template());
  const typeset = (widths: Widths) => {
    compiler.mapShadow(join(workspace, "widths.json"), Buffer.from(JSON.stringify(widths)));
    return typesetOnce(compiler, mainFilePath, fonts);
  };
  let widths: Widths = Object.fromEntries(charts.map(({ file, width }) => [file, width]));
  for (;;) {
    const laid = typeset(widths);
    const fitted = fittedWidths(charts, widths, compiler.query(laid, { selector: "<place>", field: "value" }));
    if (fitted === null) return unsuspicious(compiler.pdf(laid, { pdfStandard: "a-2b" }));
    widths = fitted;
  }
}

function typesetOnce(compiler: NodeCompiler, mainFilePath: string, fonts: FontReport) {
  const result = compiler.compile({ mainFilePath });
  const error = result.takeError();
  if (error) throw new Error(`排版失败：${explain(compiler.fetchDiagnostics(error))}`);
  const warnings = result.takeWarnings();
  refuseMissingFaces(fonts, warnings ? compiler.fetchDiagnostics(warnings) : []);
  return result.result!;
}

/** An entry whose absence means the same, and which some readers call an error; blanked, so that no offset moves. */
function unsuspicious(pdf: Buffer): Buffer {
  const entry = "/Suspects false";
  const at = pdf.lastIndexOf(entry);
  if (at >= 0) pdf.fill(" ", at, at + entry.length);
  return pdf;
}

const template = () => readFileSync(new URL("./report.typ", import.meta.url), "utf8");

interface Diagnostic {
  message: string;
}

/** each face may answer to one of several names; the typesetter only warns of a name it does not know, so we look ourselves */
function refuseMissingFaces(fonts: FontReport, warnings: Diagnostic[]) {
  const prefix = "unknown font family: ";
  const unknown = new Set(
    warnings.filter(({ message }) => message.startsWith(prefix)).map(({ message }) => message.slice(prefix.length)),
  );
  const lost = Object.values(fonts.faces).find(({ families }) =>
    families.every((name) => unknown.has(name.toLowerCase())),
  );
  if (lost) throw new Error(`排版程序认不出字体 ${lost.families[0]}（${lost.path}）。`);
  const others = warnings.filter(({ message }) => !message.startsWith(prefix));
  if (others.length > 0) throw new Error(`排版有疑问：${explain(others)}`);
}

const explain = (diagnostics: Diagnostic[]) => diagnostics.map(({ message }) => message).join("；");
