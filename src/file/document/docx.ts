import { posix } from "node:path";
import type { AuditedDocument } from "../../domain/document.ts";
import { Refusal } from "../../domain/refusal.ts";
import { scan } from "../xlsx/part.ts";
import { attribute, XmlFault } from "../xlsx/xml.ts";
import { type ZipEntry, ZipFault, zipEntries } from "../xlsx/zip.ts";
import { blocksOf } from "./docxBlocks.ts";
import { wordEvents } from "./docxEvents.ts";
import { listEvents, type WordLists } from "./docxLists.ts";
import { styleEvents, type WordStyles } from "./docxStyles.ts";
import { faults } from "./fault.ts";

/** the text of a report of some hundreds of pages; more of it fills the memory that its process may take */
const longest = 24 * 2 ** 20;

/** 读 .docx: what a reader sees of it, its paragraphs with their numbers and its tables in order, each with its place. */
export async function readDocx(bytes: Buffer): Promise<AuditedDocument> {
  try {
    const entries = await zipEntries(bytes);
    if (!entries) throw new Refusal(faults.damaged);
    return await readParts(bytes, new Map(entries.map((entry) => [entry.name, entry])));
  } catch (error) {
    throw error instanceof ZipFault || error instanceof XmlFault ? new Refusal(faults.damaged) : error;
  }
}

type Parts = Map<string, ZipEntry>;

/** a part that may be unpacked; undefined where there is none of that name */
function partOf(parts: Parts, name: string | undefined): ZipEntry | undefined {
  const part = parts.get(name ?? "");
  if (part?.encrypted) throw new Refusal(faults.encrypted);
  if (part && part.method !== 0 && part.method !== 8) throw new Refusal(faults.damaged);
  if (part && part.size > longest) throw new Refusal(faults.tooLarge);
  return part;
}

async function readParts(bytes: Buffer, parts: Parts): Promise<AuditedDocument> {
  const name = (await related(bytes, parts, "")).get("officeDocument") ?? "word/document.xml";
  const main = partOf(parts, name);
  if (!main) throw new Refusal(faults.notDocument);
  const others = await related(bytes, parts, name);
  const styles: WordStyles = new Map();
  const lists: WordLists = { patterns: new Map(), lists: new Map() };
  await scan(bytes, partOf(parts, others.get("styles")), styleEvents(styles));
  await scan(bytes, partOf(parts, others.get("numbering")), listEvents(lists));
  const { events, contents } = wordEvents(styles, lists);
  let isDocument = false;
  await scan(bytes, main, {
    ...events,
    open(element, attributes) {
      // a workbook is such an archive too
      isDocument ||= element === "document";
      events.open(element, attributes);
    },
  });
  if (!isDocument) throw new Refusal(faults.notDocument);
  return { layout: "paragraphs", blocks: blocksOf(contents) };
}

/** 部分之间的关系: the names of the parts that one refers to, by what they are to it; of the whole where it has no name */
async function related(bytes: Buffer, parts: Parts, name: string): Promise<Map<string, string>> {
  const { dir, base } = posix.parse(name);
  const found = new Map<string, string>();
  await scan(bytes, partOf(parts, posix.join(dir, "_rels", `${base}.rels`)), {
    open(element, attributes) {
      if (element !== "Relationship") return;
      const kind = attribute(attributes, "Type")?.split("/").at(-1) ?? "";
      const target = posix.resolve(`/${dir}`, attribute(attributes, "Target") ?? "").slice(1);
      if (!found.has(kind)) found.set(kind, target);
    },
  });
  return found;
}
