/** 备份: archives in memory. */
import { buffer } from "node:stream/consumers";
import { writeBackup } from "../../src/store/archive/backup.ts";
import type { BinaryPart } from "../../src/store/archive/format.ts";
import { type ArchiveFile, checkArchive } from "../../src/store/archive/read.ts";
import { restoreBackup } from "../../src/store/archive/restore.ts";
import type { Database } from "../../src/store/database.ts";
import type { ReleaseBook } from "../../src/store/migrate.ts";

const restoredAt = Date.parse("2023-01-01T00:00:00Z");

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** An archive whose bytes come in odd pieces. */
export const archiveFile = (bytes: Uint8Array): ArchiveFile => ({
  path: "备份.tar.gz",
  open: async () => pieces(bytes, 1001),
});

export async function archived(db: Database, parts: BinaryPart[] = []): Promise<Buffer> {
  let bytes = Buffer.alloc(0);
  await writeBackup(db, { program: "0.1.0", now: restoredAt, parts, progress: () => {} }, async (content) => {
    bytes = await buffer(content);
  });
  return bytes;
}

/** Checked and restored; answers how many rows. */
export async function restored(
  db: Database,
  bytes: Uint8Array,
  { parts = [], books = [] }: { parts?: BinaryPart[]; books?: ReleaseBook[] } = {},
): Promise<number> {
  const file = archiveFile(bytes);
  const manifest = await checkArchive(file);
  return (await restoreBackup(db, { file, manifest, parts, books, now: restoredAt, progress: () => {} })).rows;
}
