/** 文档文件: what an office hands over to be audited, and what a stranger might. */
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
