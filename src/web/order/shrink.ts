/** 缩小照片 of a unit: where and when it was taken goes along, since it proves what was done. */
import { asJpeg, redrawn } from "../ui/photo.ts";
import { exifOf, withExif } from "./exif.ts";

const isPhoto = ({ type }: File) => ["image/jpeg", "image/png", "image/webp"].includes(type);

/** The photograph as it is sent; whatever can't be made smaller goes as it is. */
export async function shrunk(file: File): Promise<File> {
  const small = isPhoto(file) ? await redrawn(file) : null;
  if (small === null || small.size >= file.size) return file;
  const exif = exifOf(new Uint8Array(await file.arrayBuffer()));
  return asJpeg(exif === null ? [small] : withExif(new Uint8Array(await small.arrayBuffer()), exif), file);
}
