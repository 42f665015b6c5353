import type { AuditedDocument } from "../../domain/document.ts";
import { Refusal } from "../../domain/refusal.ts";
import { faults } from "./fault.ts";
import { blocksOf, partsOf } from "./pdf/pages.ts";
import { piecesOf, type Shown, uprightOf } from "./pdf/piece.ts";
import { rulesOf } from "./pdf/rules.ts";
import { ruledTables } from "./pdf/table.ts";

/** a report has no more pages */
const most = 1000;

/** 读 .pdf: its text line by line, with pages and the lines of each; words far apart on a line are cells. Refuses scans and broken files. */
export async function readPdf(bytes: Buffer): Promise<AuditedDocument> {
  const { getDocumentProxy, getResolvedPDFJS } = await import("unpdf");
  const pdf = await getDocumentProxy(new Uint8Array(bytes), {
    verbosity: 0,
    maxImageSize: 0,
    disableFontFace: false,
  }).catch((error: Error) => {
    throw new Refusal(error.name === "PasswordException" ? faults.encrypted : faults.damaged);
  });
  try {
    if (pdf.numPages > most) throw new Refusal(faults.tooLarge);
    const { OPS } = await getResolvedPDFJS();
    const pages: ReturnType<typeof partsOf>[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const shown = items.filter((item): item is typeof item & Shown => "str" in item);
      const upright = uprightOf(shown, page.getViewport({ scale: 1 }).transform);
      const rules = rulesOf(await page.getOperatorList(), OPS, upright);
      const { tables, free } = ruledTables(rules, piecesOf(shown, upright));
      pages.push(partsOf(number, free, tables));
    }
    return { layout: "lines", blocks: blocksOf(pages) };
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(faults.damaged);
  } finally {
    await pdf.loadingTask.destroy();
  }
}
