/** 缩小照片 before it is sent: a street's network is slow, and nobody needs forty megapixels. */
import { exifOf, withExif } from "./exif.ts";

const LONGEST = 2_048;
const QUALITY = 0.85;

const isPhoto = ({ type }: File) => ["image/jpeg", "image/png", "image/webp"].includes(type);

async function drawn(photo: ImageBitmap): Promise<Blob | null> {
  const scale = Math.min(1, LONGEST / Math.max(photo.width, photo.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(photo.width * scale);
  canvas.height = Math.round(photo.height * scale);
  canvas.getContext("2d")!.drawImage(photo, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
}

/** The photograph as it is sent; whatever can't be made smaller goes as it is. */
export async function shrunk(file: File): Promise<File> {
  if (!isPhoto(file)) return file;
  const photo = await createImageBitmap(file).catch(() => null);
  if (photo === null) return file;
  const small = await drawn(photo);
  photo.close();
  if (small === null || small.size >= file.size) return file;
  const exif = exifOf(new Uint8Array(await file.arrayBuffer()));
  const parts = exif === null ? [small] : withExif(new Uint8Array(await small.arrayBuffer()), exif);
  return new File(parts, file.name.replace(/\.\w+$/, ".jpg"), { type: "image/jpeg" });
}
