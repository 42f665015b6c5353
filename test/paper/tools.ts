import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { FontReport } from "../../src/report/render/fonts.ts";
import { demonstrationMark } from "../../src/report/render/layout.ts";

/** the packages that bring the tools with which pages are proved */
const packages: Record<string, string> = {
  soffice: "libreoffice-writer libreoffice-calc",
  pdftotext: "poppler-utils",
  pdffonts: "poppler-utils",
  pdfinfo: "poppler-utils",
  qpdf: "qpdf",
};

/** 外部工具: its output; a tool that is not there is an error that says what to install. */
export function run(tool: string, parameters: string[], env: Record<string, string> = {}): string {
  try {
    return execFileSync(tool, parameters, {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...env },
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT")
      throw new Error(`没有 ${tool}，不能检验版面：请安装 ${packages[tool] ?? tool}。`);
    throw error;
  }
}

/** 临时文件夹, gone afterwards */
export async function inFolder<T>(work: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "rexian-paper-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** 一个 .pdf 的文字, in reading order, without blanks and without what stands at the head and foot of every page */
export function pdfText(pdf: Buffer, folder: string): string {
  const file = join(folder, "text.pdf");
  writeFileSync(file, pdf);
  const furniture = [demonstrationMark.replace(/\s/g, ""), /—\d+—/g];
  const text = run("pdftotext", ["-raw", file, "-"]).replace(/\s+/g, "");
  return furniture.reduce<string>((rest, part) => rest.replaceAll(part, ""), text);
}

/** 次序不对或缺少的文字: those of `pieces` that do not follow, in order, in `text` */
export function outOfOrder(text: string, pieces: Iterable<string>): string[] {
  let from = 0;
  return [...pieces].filter((piece) => {
    const words = piece.replace(/\s+/g, "");
    const at = text.indexOf(words, from);
    if (at >= 0) from = at + words.length;
    return at < 0;
  });
}

/** Word 里看到的样子: the document converted by LibreOffice, with the fonts that we would use for its font names. */
export function officePdf(document: Buffer, extension: "docx" | "xlsx", fonts: FontReport, folder: string): Buffer {
  const file = join(folder, `report.${extension}`);
  writeFileSync(file, document);
  writeFileSync(join(folder, "fonts.conf"), fontconfig(fonts, folder));
  run(
    "soffice",
    [`-env:UserInstallation=file://${folder}/profile`, "--headless", "--convert-to", "pdf", "--outdir", folder, file],
    { FONTCONFIG_FILE: join(folder, "fonts.conf"), HOME: folder },
  );
  return readFileSync(join(folder, "report.pdf"));
}

function fontconfig(fonts: FontReport, folder: string): string {
  const files = [...Object.values(fonts.faces), ...fonts.spares];
  const folders = [...new Set(files.map(({ path }) => dirname(path)))].map((path) => `<dir>${path}</dir>`);
  const asked = { 方正小标宋简体: "title", 仿宋_GB2312: "body", 楷体_GB2312: "kai", 黑体: "hei" } as const;
  const aliases = Object.entries(asked).map(
    ([name, face]) =>
      `<match target="pattern"><test name="family"><string>${name}</string></test>` +
      `<edit name="family" mode="assign" binding="strong"><string>${fonts.faces[face].families[0]}</string></edit></match>`,
  );
  return `<?xml version="1.0"?><fontconfig><dir>/usr/share/fonts</dir>${folders.join("")}<cachedir>${folder}/cache</cachedir>${aliases.join("")}</fontconfig>`;
}
