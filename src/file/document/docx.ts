import { mkdtemp, open, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AuditedDocument } from "../../domain/document.ts";
import { Refusal } from "../../domain/refusal.ts";
import { decodedPart } from "../xlsx/part.ts";
import { XmlFault, xmlScanner } from "../xlsx/xml.ts";
import { type ZipEntry, ZipFault, zipEntries } from "../xlsx/zip.ts";
import { wordEvents } from "./docxEvents.ts";
import { faults } from "./fault.ts";

/** the text of a report of a thousand pages */
const longest = 64 * 2 ** 20;

/** 读 .docx: its paragraphs and tables in order, each with its number; what was struck out in revision is left out. */
export async function readDocx(bytes: Buffer): Promise<AuditedDocument> {
  const folder = await mkdtemp(join(tmpdir(), "rexian-docx-"));
  try {
    const path = join(folder, "report.docx");
    await writeFile(path, bytes);
    return await readPart(path, await mainPart(path));
  } catch (error) {
    throw error instanceof ZipFault || error instanceof XmlFault ? new Refusal(faults.damaged) : error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function mainPart(path: string): Promise<ZipEntry> {
  const file = await open(path);
  try {
    const entries = await zipEntries(file);
    if (!entries) throw new Refusal(faults.damaged);
    const part = entries.find(({ name }) => name === "word/document.xml");
    if (!part) throw new Refusal(faults.notDocument);
    if (part.encrypted) throw new Refusal(faults.encrypted);
    if (part.method !== 0 && part.method !== 8) throw new Refusal(faults.damaged);
    if (part.size > longest) throw new Refusal(faults.tooLarge);
    return part;
  } finally {
    await file.close();
  }
}

async function readPart(path: string, part: ZipEntry): Promise<AuditedDocument> {
  const { events, blocks } = wordEvents();
  const feed = xmlScanner(events);
  for await (const piece of decodedPart(path, part)) feed(piece);
  return { layout: "paragraphs", blocks };
}
