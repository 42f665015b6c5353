/** 收文件: an upload is hostile until it has been counted, digested and looked at. */
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { attachmentTypes, MOST_BYTES } from "../../domain/order/attachment.ts";
import { type Refused, refuse } from "../../domain/refusal.ts";
import { typeByContent } from "../../file/sniff.ts";

export interface Received {
  path: string;
  digest: string;
  size: number;
  type: string;
}

class TooLarge extends Error {}

/** 收哪些文件: by what they are, and what is said to another or a larger one */
export interface Accepted {
  types: Record<string, { most: number }>;
  other: Refused;
  /** what to do with one that is too large */
  smaller: string;
}

/** what a matter may carry */
const attachments: Accepted = {
  types: attachmentTypes,
  other: refuse("unsupportedType", "不收这种文件。", "可以传照片、PDF、录音、视频、Word 和 Excel 文件。"),
  smaller: "请压缩或分开后再传。",
};

const tooLarge = (most: number, { smaller }: Accepted) =>
  refuse("tooLarge", `文件太大，最多 ${Math.floor(most / 1024 / 1024)} 兆字节。`, smaller);

async function write(content: Readable, path: string): Promise<{ digest: string; size: number }> {
  const hash = createHash("sha256");
  let size = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _, done) {
      size += chunk.length;
      hash.update(chunk);
      done(size > MOST_BYTES ? new TooLarge() : null, chunk);
    },
  });
  await pipeline(content, counted, createWriteStream(path, { mode: 0o600 }));
  return { digest: hash.digest("hex"), size };
}

async function judged(
  path: string,
  { digest, size }: { digest: string; size: number },
  accepted: Accepted,
): Promise<Received | Refused> {
  if (size === 0) return refuse("invalid", "文件是空的。", "请重新选择。");
  const type = await typeByContent(path);
  const known = type === null ? undefined : accepted.types[type];
  if (!known) return accepted.other;
  return size > known.most ? tooLarge(known.most, accepted) : { path, digest, size, type: type! };
}

/** 收下一个文件 into a folder that is gone when `use` has ended; refuses what is empty, too large or of a kind that isn't accepted. */
export async function received<T>(
  content: Readable,
  folder: string,
  use: (file: Received) => Promise<T>,
  accepted = attachments,
): Promise<T | Refused> {
  const making = await mkdtemp(join(folder, "upload-"));
  try {
    const path = join(making, "file");
    const file = await judged(path, await write(content, path), accepted);
    return "refused" in file ? file : await use(file);
  } catch (error) {
    if (error instanceof TooLarge) return tooLarge(MOST_BYTES, accepted);
    throw error;
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

/** 文件名 as it is kept: without folders and control characters, of a length that any system takes. */
export function nameOf(header: unknown): string {
  let name = typeof header === "string" ? header : "";
  try {
    name = decodeURIComponent(name);
  } catch {
    // a name that isn't encoded is taken as it stands
  }
  const plain = name
    .split(/[\\/]/)
    .at(-1)!
    .replace(/\p{Cc}|\p{Cf}|\p{Surrogate}/gu, "")
    .trim();
  return [...plain].slice(0, 120).join("") || "附件";
}
