import type { AuditedDocument, Block } from "../../domain/document.ts";
import { Refusal, type Refused } from "../../domain/refusal.ts";
import { readDocx } from "./docx.ts";
import { faults } from "./fault.ts";
import { readHtml } from "./html.ts";
import { readPdf } from "./pdf.ts";
import { readPlain, textOf } from "./plain.ts";

/** larger is no report, even with pictures */
const LIMIT = 100 * 2 ** 20;

/** 先看头几个字节: what a file is shows in how it begins, whatever it is called */
const kinds: {
  begins: (head: Buffer) => boolean;
  read: (bytes: Buffer) => Promise<AuditedDocument> | AuditedDocument;
}[] = [
  { begins: (head) => head.length === 0, read: () => refused(faults.empty) },
  {
    begins: (head) => head.toString("hex", 0, 8) === "d0cf11e0a1b11ae1",
    read: (bytes) =>
      refused(bytes.includes(Buffer.from("EncryptedPackage", "utf16le")) ? faults.encrypted : faults.oldFormat),
  },
  { begins: (head) => head.toString("latin1", 0, 4) === "PK\u0003\u0004", read: readDocx },
  { begins: (head) => head.toString("latin1").includes("%PDF-"), read: readPdf },
  { begins: (head) => head.toString("latin1", 0, 5) === "{\\rtf", read: () => refused(faults.notDocument) },
  { begins: () => true, read: (bytes) => readText(textOf(bytes)) },
];

/** blanks, comments and instructions, which a page may begin with */
const lead = /\s+|<!--[\s\S]*?-->|<\?[^>]*>/y;
const tag = /<(?:!doctype|[a-z][\w:-]*)[\s/>]/iy;

function isPage(text: string): boolean {
  tag.lastIndex = 0;
  for (lead.lastIndex = 0; lead.test(text); ) tag.lastIndex = lead.lastIndex;
  return tag.test(text);
}

/** 文本: what its first words say it is */
function readText(text: string): AuditedDocument {
  const head = text.slice(0, 4096);
  if (text.trim() === "") return refused(faults.empty);
  if (/^MIME-Version:/im.test(head) && /^Content-Type:\s*multipart\//im.test(head)) return refused(faults.webArchive);
  if (/<\?mso-application|<w:wordDocument|<pkg:package/.test(head)) return refused(faults.wordXml);
  return isPage(text) ? readHtml(text) : readPlain(text);
}

const refused = (fault: Refused): never => {
  throw new Refusal(fault);
};

/** 读已发布的报告: .docx, .pdf with text, .html or .txt as plain data; refuses in one sentence what it can't read, and what holds no Chinese. */
export async function readPublished(source: AsyncIterable<Uint8Array>, most = LIMIT): Promise<AuditedDocument> {
  const bytes = await whole(source, most);
  const head = bytes.subarray(0, 1024);
  const document = await kinds.find(({ begins }) => begins(head))!.read(bytes);
  if (document.blocks.length === 0) throw new Refusal(faults.noText);
  if (!document.blocks.some(isChinese)) throw new Refusal(faults.noChinese);
  return document;
}

const isChinese = (block: Block): boolean =>
  block.kind === "table" ? block.rows.some(({ cells }) => cells.some((cell) => han.test(cell))) : han.test(block.text);
const han = /\p{Script=Han}/u;

/** 整个读进来; refuses what is larger than `most` bytes before it lies in memory */
export async function whole(source: AsyncIterable<Uint8Array>, most: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of source) {
    pieces.push(piece);
    if ((size += piece.length) > most) throw new Refusal(faults.tooLarge);
  }
  return Buffer.concat(pieces);
}
