import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { PassThrough, Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { crc32, createInflateRaw } from "node:zlib";

/** 压缩包中的一个文件, as the table at the end of the archive lists it; sizes in bytes */
export interface ZipEntry {
  name: string;
  encrypted: boolean;
  /** 0 stored, 8 deflated */
  method: number;
  crc: number;
  packed: number;
  size: number;
  offset: number;
}

/** the archive breaks its own rules: cut, changed or made by hand */
export class ZipFault extends Error {}

const signature = { local: 0x04034b50, entry: 0x02014b50 };

/** 压缩包目录; null when there is none or it is cut. Archives beyond 4 GB are not understood. */
export async function zipEntries(file: FileHandle | Buffer): Promise<ZipEntry[] | null> {
  const size = Buffer.isBuffer(file) ? file.length : (await file.stat()).size;
  const tail = await bytesAt(file, Math.max(0, size - 65_557), 65_557);
  const end = tail.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"));
  if (end < 0 || tail.length < end + 22) return null;
  const [length, offset] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
  if (length > 2 ** 24 || offset + length > size) return null; // no workbook has that many parts
  const table = await bytesAt(file, offset, length);
  const entries: ZipEntry[] = [];
  for (let at = 0; at + 46 <= table.length && table.readUInt32LE(at) === signature.entry; ) {
    const nameEnd = at + 46 + table.readUInt16LE(at + 28);
    entries.push({
      name: table
        .toString("utf8", at + 46, nameEnd)
        .replaceAll("\\", "/")
        .replace(/^\//, ""),
      encrypted: (table.readUInt16LE(at + 8) & 1) === 1,
      method: table.readUInt16LE(at + 10),
      crc: table.readUInt32LE(at + 16),
      packed: table.readUInt32LE(at + 20),
      size: table.readUInt32LE(at + 24),
      offset: table.readUInt32LE(at + 42),
    });
    at = nameEnd + table.readUInt16LE(at + 30) + table.readUInt16LE(at + 32);
  }
  return entries;
}

/** 压缩包所在: the path of its file, or all its bytes where they lie in memory and nothing of them is to lie on the disk */
export type Archive = string | Buffer;

/** 解开一个文件: its bytes as they come. Throws ZipFault when it is longer than it says, or its check sum is wrong. */
export async function* unzipped(archive: Archive, entry: ZipEntry): AsyncGenerator<Buffer> {
  const start = await contentStart(archive, entry);
  const end = start + entry.packed;
  const raw = Buffer.isBuffer(archive)
    ? Readable.from([archive.subarray(start, end)])
    : createReadStream(archive, { start, end: Math.max(start, end - 1) });
  const output = entry.method === 8 ? createInflateRaw() : new PassThrough();
  const stop = new AbortController();
  const done = pipeline(raw, output, { signal: stop.signal }).catch((error: Error) => error);
  let [size, crc] = [0, 0];
  try {
    if (entry.packed > 0)
      for await (const piece of output as AsyncIterable<Buffer>) {
        size += piece.length;
        if (size > entry.size) throw new ZipFault(`${entry.name} is longer than it says`);
        crc = crc32(piece, crc);
        yield piece;
      }
  } catch (error) {
    throw error instanceof ZipFault ? error : new ZipFault(`${entry.name}: ${(error as Error).message}`);
  } finally {
    // to destroy the file alone leaves the pipeline waiting for ever, where all of the file was read already
    stop.abort();
    await done;
  }
  if (size !== entry.size || crc !== entry.crc) throw new ZipFault(`${entry.name} is damaged`);
}

/** where the packed bytes begin: behind a header of their own, whose length only it knows */
async function contentStart(archive: Archive, entry: ZipEntry): Promise<number> {
  const file = Buffer.isBuffer(archive) ? archive : await open(archive);
  try {
    const local = await bytesAt(file, entry.offset, 30);
    if (local.length < 30 || local.readUInt32LE(0) !== signature.local)
      throw new ZipFault(`${entry.name} is not there`);
    return entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  } finally {
    if (!Buffer.isBuffer(file)) await file.close();
  }
}

export const bytesAt = async (file: FileHandle | Buffer, position: number, length: number): Promise<Buffer> => {
  if (Buffer.isBuffer(file)) return file.subarray(position, position + length);
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
};
