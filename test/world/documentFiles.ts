/** 文档文件: what an office hands over to be audited, and what a stranger might. */
import { crc32 } from "node:zlib";
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from "docx";

const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });

/** 一份 .docx with one paragraph and one table */
export const wordFile = (text: string, rows: string[][]): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Paragraph(text),
            new Table({ rows: rows.map((cells) => new TableRow({ children: cells.map(cell) })) }),
          ],
        },
      ],
    }),
  );

/** 压缩包 with one part, stored or deflated as `content` is; its size may lie */
export function archiveOf(name: string, content: Buffer, size = content.length): Buffer {
  const method = size === content.length ? 0 : 8;
  const local = Buffer.alloc(30 + name.length);
  local.writeUInt32LE(0x04034b50);
  local.writeUInt16LE(name.length, 26);
  local.write(name, 30);
  const entry = Buffer.alloc(46 + name.length);
  entry.writeUInt32LE(0x02014b50);
  entry.writeUInt16LE(method, 10);
  entry.writeUInt32LE(content.length, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.write(name, 46);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(local.length + content.length, 16);
  return Buffer.concat([local, content, entry, end]);
}

/** 压缩包 with these parts as they are written, none of them packed */
export function archiveOfParts(parts: Record<string, string>): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(parts)) {
    const content = Buffer.from(text);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50);
    entry.writeUInt32LE(crc32(content), 16);
    entry.writeUInt32LE(content.length, 20);
    entry.writeUInt32LE(content.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, Buffer.from(name), content);
    entries.push(entry, Buffer.from(name));
    offset += local.length + name.length + content.length;
  }
  const table = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt32LE(table.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, table, end]);
}

const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relations = (targets: Record<string, string>): string =>
  `<Relationships>${Object.entries(targets)
    .map(([kind, target], at) => `<Relationship Id="r${at}" Type="${RELATIONS}/${kind}" Target="${target}"/>`)
    .join("")}</Relationships>`;

/** 一份 .docx by its XML: what stands in its body, its styles and its lists; `main` is the name of its main part */
export const wordOf = (body: string, { styles = "", numbering = "", main = "document.xml" } = {}): Buffer =>
  archiveOfParts({
    "_rels/.rels": relations({ officeDocument: `word/${main}` }),
    [`word/_rels/${main}.rels`]: relations({ styles: "styles.xml", numbering: "/word/numbering.xml" }),
    [`word/${main}`]: `<w:document><w:body>${body}</w:body></w:document>`,
    "word/styles.xml": `<w:styles>${styles}</w:styles>`,
    "word/numbering.xml": `<w:numbering>${numbering}</w:numbering>`,
  });
