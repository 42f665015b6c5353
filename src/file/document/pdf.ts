import { fileURLToPath } from "node:url";
import type { AuditedDocument } from "../../domain/document.ts";
import { Refusal } from "../../domain/refusal.ts";
import { faults } from "./fault.ts";
import { blocksOf, partsOf } from "./pdf/pages.ts";
import { piecesOf, type Shown, uprightOf } from "./pdf/piece.ts";
import { rulesOf } from "./pdf/rules.ts";
import { ruledTables } from "./pdf/table.ts";
import { countShown, type Fonts, isUndecoded } from "./pdf/undecoded.ts";

/** a report has no more pages */
const most = 1000;

/** what old Chinese fonts call their signs by (decision 039) */
const cMapUrl = fileURLToPath(new URL("./pdf/cmap/", import.meta.url));

/** pictures are no text, and nothing is drawn */
const settings = { verbosity: 0, maxImageSize: 0, disableFontFace: false, cMapUrl, cMapPacked: true };

/** 读 .pdf: its text line by line, with pages and the lines of each; tables by the rules that are drawn or by how their words stand. Refuses scans, broken files and fonts that don't tell their signs. */
export async function readPdf(bytes: Buffer): Promise<AuditedDocument> {
  const { getDocumentProxy, getResolvedPDFJS } = await import("unpdf");
  const pdf = await getDocumentProxy(new Uint8Array(bytes), settings).catch((error: Error) => {
    throw new Refusal(error.name === "PasswordException" ? faults.encrypted : faults.damaged);
  });
  try {
    if (pdf.numPages > most) throw new Refusal(faults.tooLarge);
    const { OPS } = await getResolvedPDFJS();
    const fonts: Fonts = new Map();
    const pages: ReturnType<typeof partsOf>[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const shown = items.filter((item): item is typeof item & Shown => "str" in item);
      const upright = uprightOf(shown, page.getViewport({ scale: 1 }).transform);
      const drawing = await page.getOperatorList();
      countShown(drawing, OPS, fonts);
      const { tables, free } = ruledTables(rulesOf(drawing, OPS, upright), piecesOf(shown, upright));
      pages.push(partsOf(number, free, tables));
      page.cleanup();
    }
    if (isUndecoded(fonts)) throw new Refusal(faults.undecoded);
    return { layout: "lines", blocks: blocksOf(pages) };
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(faults.damaged);
  } finally {
    await pdf.loadingTask.destroy();
  }
}
