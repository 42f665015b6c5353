import type { AuditedDocument, Block } from "../../domain/document.ts";
import { Refusal } from "../../domain/refusal.ts";
import { faults } from "./fault.ts";
import { linesOf } from "./pdf/lines.ts";
import { piecesOf, type Shown, uprightOf } from "./pdf/piece.ts";

/** a report has no more pages */
const most = 1000;

/** 读 .pdf: its text line by line, with pages and the lines of each; words far apart on a line are cells. Refuses scans and broken files. */
export async function readPdf(bytes: Buffer): Promise<AuditedDocument> {
  const { getDocumentProxy } = await import("unpdf");
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 }).catch((error: Error) => {
    throw new Refusal(error.name === "PasswordException" ? faults.encrypted : faults.damaged);
  });
  try {
    if (pdf.numPages > most) throw new Refusal(faults.tooLarge);
    const blocks: Block[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const shown = items.filter((item): item is typeof item & Shown => "str" in item);
      const upright = uprightOf(shown, page.getViewport({ scale: 1 }).transform);
      const lines = linesOf(piecesOf(shown, upright)).filter(({ text }) => !isFurniture(text));
      for (const [at, { text }] of lines.entries())
        blocks.push({ kind: "paragraph", text, place: { page: number, line: at + 1 } });
    }
    return { layout: "lines", blocks };
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(faults.damaged);
  } finally {
    await pdf.loadingTask.destroy();
  }
}

/** the number of a page at its foot */
const isFurniture = (text: string): boolean => /^[\s—–-]*\d{1,4}[\s—–-]*$/.test(text) && /[—–-]/.test(text);
