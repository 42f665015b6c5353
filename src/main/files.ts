/** 调用者的文件: opening, measuring and writing files on behalf of whoever typed the command. */
import { createWriteStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Refusal, refuse } from "../domain/refusal.ts";

const reasons: Record<string, string> = {
  ENOENT: "没有这个文件",
  ENOTDIR: "路径中有一段不是目录",
  EEXIST: "路径中有一段不是目录",
  EISDIR: "它是一个目录",
  EACCES: "没有权限",
  EPERM: "没有权限",
  EROFS: "磁盘是只读的",
  ENOSPC: "磁盘已满",
  EDQUOT: "超出磁盘配额",
  ENAMETOOLONG: "文件名太长",
  EMFILE: "打开的文件太多",
};

/** 文件错误 → 拒绝: an error of the file system in a sentence; anything else stays what it is. */
export function fileRefusal(error: unknown, doing: string, path: string): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? "";
  const reason = reasons[code];
  return reason ? new Refusal(refuse(`file${code}`, `不能${doing}“${path}”：${reason}。`)) : error;
}

/** 打开文件: a stream of a file's bytes; refuses what isn't there, may not be read or is a folder. */
export async function openFile(folder: string, path: string): Promise<Readable> {
  try {
    const file = await open(resolve(folder, path));
    if (!(await file.stat()).isDirectory()) return file.createReadStream({ highWaterMark: 1 << 18 });
    await file.close();
  } catch (error) {
    throw fileRefusal(error, "读取", path);
  }
  throw new Refusal(refuse("fileEISDIR", `不能读取“${path}”：${reasons.EISDIR}。`));
}

/** 文件大小: bytes; null when there is no such file. */
export const sizeOf = (folder: string, path: string): Promise<number | null> =>
  stat(resolve(folder, path)).then(
    (found) => (found.isFile() ? found.size : null),
    () => null,
  );

/** 谁能读写出的文件: its owner and nobody else (also the folders that are made for it), or whoever the system lets. */
export type Readers = "owner" | "others";

/** 写文件: whole or not at all; missing folders are made; refuses with the reason when the disk says no. */
export async function writeFile(
  folder: string,
  path: string,
  content: Readable | Uint8Array | string,
  readers: Readers = "others",
): Promise<void> {
  const target = resolve(folder, path);
  const partial = join(dirname(target), `.${basename(target)}.${process.pid}.partial`);
  try {
    await mkdir(dirname(target), { recursive: true, mode: readers === "owner" ? 0o700 : 0o777 });
    // what a death in the middle left there would keep its own mode
    await rm(partial, { force: true });
    await pipeline(
      content instanceof Readable ? content : [content],
      createWriteStream(partial, { flush: true, mode: readers === "owner" ? 0o600 : 0o644 }),
    );
    await rename(partial, target);
  } catch (error) {
    await rm(partial, { force: true }).catch(() => {});
    throw fileRefusal(error, "写入", path);
  }
}
