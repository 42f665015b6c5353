import { type FileHandle, open } from "node:fs/promises";
import { Refusal, type Refused, refuse } from "../../domain/refusal.ts";
import { bytesAt, type ZipEntry, zipEntries } from "./zip.ts";

/** 读工作簿的上限, in bytes: sheets are read piece by piece and may be large, all else is held in memory. */
const limits = { whole: 4 * 2 ** 30, memory: 2 ** 30, ratio: 250, ratioFrom: 50 * 2 ** 20 };

const again = "请在表格软件里另存为 .xlsx 或 .csv 后再导入。";
export const damaged: Refused = refuse("xlsxDamaged", "这个 .xlsx 文件不完整或已损坏。", again);
const encrypted = refuse("xlsxEncrypted", "这个表格设有打开密码，读不了。", "请取消密码，另存后再导入。");
const oldFormat = refuse("xlsOldFormat", "这是旧版 .xls 表格，读不了。", again);
const notXlsx = refuse("notXlsx", "这个文件不是 .xlsx 表格。", again);
const tooLarge = refuse(
  "xlsxTooLarge",
  "这个 .xlsx 文件解开后过大，可能是恶意文件，没有读取。",
  "请拆成几个文件，或另存为 .csv 后再导入。",
);

/** 打开工作簿文件: its parts by name, before anything of it is unpacked. Refuses what cannot or should not be read. */
export async function openArchive(path: string): Promise<Map<string, ZipEntry>> {
  const file = await open(path);
  try {
    const start = await bytesAt(file, 0, 8);
    if (start.toString("hex") === "d0cf11e0a1b11ae1") throw new Refusal(await compoundFault(file));
    if (start.toString("latin1", 0, 4) !== "PK\u0003\u0004") throw new Refusal(notXlsx);
    const entries = await zipEntries(file);
    const fault = entries ? entriesFault(entries) : damaged;
    if (fault) throw new Refusal(fault);
    return new Map(entries!.map((entry) => [entry.name, entry]));
  } finally {
    await file.close();
  }
}

/** the container of old .xls files, and of new ones behind a password */
async function compoundFault(file: FileHandle): Promise<Refused> {
  const { size } = await file.stat();
  const ends = await Promise.all([0, Math.max(0, size - 2 ** 20)].map((at) => bytesAt(file, at, 2 ** 20)));
  return ends.some((piece) => piece.includes(Buffer.from("EncryptedPackage", "utf16le"))) ? encrypted : oldFormat;
}

function entriesFault(entries: ZipEntry[]): Refused | null {
  if (!entries.some(({ name }) => name === "xl/workbook.xml")) return notXlsx;
  if (entries.some((entry) => entry.encrypted)) return encrypted;
  if (entries.some(({ method }) => method !== 0 && method !== 8)) return damaged;
  return isTooLarge(entries) ? tooLarge : null;
}

/** an entry that says less than it holds is found out while it is unpacked */
const isTooLarge = (entries: ZipEntry[]): boolean =>
  entries.reduce((sum, { size }) => sum + size, 0) > limits.whole ||
  entries.some(({ name, size }) => !name.startsWith("xl/worksheets/") && size > limits.memory) ||
  entries.some(({ size, packed }) => size > limits.ratioFrom && size > packed * limits.ratio);
