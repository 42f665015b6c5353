import type { AuditedDocument } from "../../domain/document.ts";
import { Refusal } from "../../domain/refusal.ts";
import { faults } from "./fault.ts";

/** a report has no more pages */
const most = 1000;

interface Item {
  str: string;
  transform: number[];
  width: number;
  height: number;
}

/** 读 .pdf: its text line by line, with pages and the lines of each; words far apart on a line are cells. Refuses scans and broken files. */
export async function readPdf(bytes: Buffer): Promise<AuditedDocument> {
  const { getDocumentProxy } = await import("unpdf");
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 }).catch((error: Error) => {
    throw new Refusal(error.name === "PasswordException" ? faults.encrypted : faults.damaged);
  });
  try {
    if (pdf.numPages > most) throw new Refusal(faults.tooLarge);
    const blocks: AuditedDocument["blocks"] = [];
    for (let page = 1; page <= pdf.numPages; page += 1) {
      const content = await (await pdf.getPage(page)).getTextContent();
      const items = content.items.filter((item): item is typeof item & Item => "str" in item && item.str !== "");
      for (const [at, text] of linesOf(items).entries())
        blocks.push({ kind: "paragraph", text, place: { page, line: at + 1 } });
    }
    return {
      layout: "lines",
      blocks: blocks.some((block) => block.kind === "paragraph" && block.text.trim() !== "") ? blocks : [],
    };
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal(faults.damaged);
  } finally {
    await pdf.loadingTask.destroy();
  }
}

/** pieces on one height are a line; a gap wider than a character keeps two cells apart */
function linesOf(items: Item[]): string[] {
  const lines: { y: number; items: Item[] }[] = [];
  for (const item of items) {
    const y = item.transform[5]!;
    const line = lines.find((known) => Math.abs(known.y - y) < Math.max(2, item.height * 0.4));
    if (line) line.items.push(item);
    else lines.push({ y, items: [item] });
  }
  lines.sort((a, b) => b.y - a.y);
  return lines
    .map(({ items: own }) => joined(own.sort((a, b) => a.transform[4]! - b.transform[4]!)))
    .filter((text) => !isFurniture(text));
}

/** the number of a page at its foot */
const isFurniture = (text: string): boolean => /^[\s—–-]*\d{1,4}[\s—–-]*$/.test(text) && /[—–-]/.test(text);

function joined(items: Item[]): string {
  let [text, right] = ["", Number.NEGATIVE_INFINITY];
  for (const { str, transform, width, height } of items) {
    const gap = transform[4]! - right;
    if (text !== "" && gap > height * 1.2) text += "  ";
    text += str;
    right = transform[4]! + width;
  }
  return text;
}
