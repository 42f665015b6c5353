/** 缩小照片 before it is sent: a street's network is slow, and nobody needs forty megapixels. */
const LONGEST = 2_048;
const QUALITY = 0.85;

/** 重画: smaller, as JPEG, and without what the camera wrote into it; null: it is no picture that this browser can read. */
export async function redrawn(file: File): Promise<Blob | null> {
  const picture = await createImageBitmap(file).catch(() => null);
  if (picture === null) return null;
  const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
}

/** under the name that it had */
export const asJpeg = (parts: BlobPart[], { name }: File): File =>
  new File(parts, `${name.replace(/\.\w+$/, "")}.jpg`, { type: "image/jpeg" });
