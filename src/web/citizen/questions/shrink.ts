/** 缩小照片 of a citizen: where and with what it was taken isn't sent along. */
import { asJpeg, redrawn } from "../../ui/photo.ts";

export async function shrunk(file: File): Promise<File> {
  const small = await redrawn(file);
  return small === null ? file : asJpeg([small], file);
}
