/** 缩小照片 of a citizen: where and with what it was taken isn't sent along. null: it is no picture. */
import { asJpeg, redrawn } from "../../ui/photo.ts";

export async function shrunk(file: File): Promise<File | null> {
  const small = await redrawn(file);
  return small === null ? null : asJpeg([small], file);
}
