/** 读备份: file by file, every one held against the list of digests at the end. */
import { createHash } from "node:crypto";
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { Refusal, refuse } from "../../domain/refusal.ts";
import { refuseForeignSchema } from "../migrate.ts";
import { FORMAT, MANIFEST, type Manifest, SUMS, sumLine, VERSION } from "./format.ts";
import { BadTar, type TarEntry, tarEntries } from "./tar.ts";

/** 备份文件: can be opened more than once. */
export interface ArchiveFile {
  /** what it is called when something is wrong with it */
  path: string;
  open(): Promise<AsyncIterable<Uint8Array>>;
}

const broken = (path: string, why: string) =>
  new Refusal(refuse("archiveBroken", `“${path}”不是完好的备份：${why}。`, "请换一份备份。"));

const unzipped: Record<string, string> = {
  Z_DATA_ERROR: "内容已损坏，或不是备份文件",
  Z_BUF_ERROR: "文件不完整，后面缺了一截",
};

/** What is wrong with the archive, in words; an error that isn't about it stays what it is. */
function refusalOf(path: string, error: unknown): unknown {
  if (error instanceof BadTar) return broken(path, error.message);
  const why = unzipped[(error as { code?: string })?.code ?? ""];
  return why ? broken(path, why) : error;
}

async function* digested(path: string, { name, bytes }: TarEntry, sums: string[]): AsyncGenerator<Buffer> {
  const digest = createHash("sha256");
  try {
    for await (const chunk of bytes) {
      digest.update(chunk);
      yield chunk;
    }
  } catch (error) {
    throw refusalOf(path, error);
  }
  sums.push(sumLine(digest.digest("hex"), name));
}

/** 全部字节 of a file in the archive that is known to be small */
export async function wholeOf({ bytes }: TarEntry): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/**
 * 备份中的文件, in their order, without the list of digests, which they are held against. Whatever the reader leaves of a file
 * is read over. Throws `archiveBroken`.
 */
export async function* archivedFiles({ path, open }: ArchiveFile): AsyncGenerator<TarEntry> {
  const sums: string[] = [];
  let proven = false;
  try {
    const gunzip = createGunzip();
    pipeline(Readable.from(await open()), gunzip, () => {});
    for await (const entry of tarEntries(gunzip)) {
      if (entry.name === SUMS) {
        proven = (await wholeOf(entry)).toString() === sums.join("");
        continue;
      }
      proven = false;
      const bytes = digested(path, entry, sums);
      yield { ...entry, bytes };
      for await (const _ of bytes);
    }
    if (!proven) throw new BadTar("内容与它的校验清单对不上");
  } catch (error) {
    throw refusalOf(path, error);
  }
}

function manifestOf(path: string, text: string): Manifest {
  try {
    const manifest: Manifest | null = JSON.parse(text);
    if (manifest?.format === FORMAT) return manifest;
  } catch {
    // falls through to the one sentence for every kind of damage
  }
  throw broken(path, "没有备份的说明");
}

function refuseNewer(path: string, { version, schema }: Manifest): void {
  if (version > VERSION)
    throw new Refusal(refuse("archiveNewer", `“${path}”是更新版本的程序做的备份。`, "请使用更新版本的程序。"));
  refuseForeignSchema(schema);
}

/** 查验备份 to its end, before anything is made of it; refuses one that is broken or whose schema is newer than this program. */
export async function checkArchive(file: ArchiveFile): Promise<Manifest> {
  let manifest: Manifest | null = null;
  for await (const entry of archivedFiles(file)) {
    if (manifest === null && entry.name !== MANIFEST) throw broken(file.path, "没有备份的说明");
    manifest ??= manifestOf(file.path, (await wholeOf(entry)).toString());
  }
  if (manifest === null) throw broken(file.path, "它是空的");
  refuseNewer(file.path, manifest); // what it says of itself counts only now that it is whole
  return manifest;
}
