import type { AuditedDocument } from "../../domain/document.ts";
import { Refusal } from "../../domain/refusal.ts";
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
  {
    begins: (head) => head.toString("hex", 0, 8) === "d0cf11e0a1b11ae1",
    read: (bytes) => {
      const isLocked = bytes.includes(Buffer.from("EncryptedPackage", "utf16le"));
      throw new Refusal(isLocked ? faults.encrypted : faults.oldFormat);
    },
  },
  { begins: (head) => head.toString("latin1", 0, 4) === "PK\u0003\u0004", read: readDocx },
  { begins: (head) => head.toString("latin1").includes("%PDF-"), read: readPdf },
  { begins: (head) => head.toString("latin1", 0, 5) === "{\\rtf", read: () => refused() },
  {
    begins: (head) =>
      /^\s*<(?:!doctype|html|head|body|meta|div|p|table|\?xml)[\s>]/i.test(
        head.toString("latin1").replace(/^(?:\u00ef\u00bb\u00bf)/, ""),
      ),
    read: (bytes) => readHtml(textOf(bytes)),
  },
];

const refused = (): never => {
  throw new Refusal(faults.notDocument);
};

/** 读已发布的报告: .docx, .pdf with text, .html or .txt as plain data; refuses what it can't read in one sentence. */
export async function readPublished(source: AsyncIterable<Uint8Array>, most = LIMIT): Promise<AuditedDocument> {
  const bytes = await whole(source, most);
  const head = bytes.subarray(0, 1024);
  const kind = kinds.find(({ begins }) => begins(head));
  const document = await (kind ? kind.read(bytes) : readPlain(bytes));
  if (document.blocks.length === 0) throw new Refusal(faults.noText);
  return document;
}

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
