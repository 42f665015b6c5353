import { fileTypeFromFile } from "file-type";

/** 看内容定类型: the MIME type that a file's content shows; null where it shows none that is known. */
export const typeByContent = async (path: string): Promise<string | null> =>
  (await fileTypeFromFile(path).catch(() => undefined))?.mime ?? null;
