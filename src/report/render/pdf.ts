import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { Report } from "../block.ts";
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
  const result = compiler.compile({ mainFilePath });
  const error = result.takeError();
  if (error) throw new Error(`排版失败：${explain(compiler.fetchDiagnostics(error))}`);
  const warnings = result.takeWarnings();
  refuseMissingFaces(fonts, warnings ? compiler.fetchDiagnostics(warnings) : []);
  return compiler.pdf(result.result!, { pdfStandard: "a-2b" });
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
