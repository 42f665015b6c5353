/**
 * 照片的时间和地点: what a camera wrote into a JPEG, taken out of it and put into a smaller one, so that a photograph shrunk on the
 * phone still says when and where it was taken. Only the way it was held is told anew: the smaller one stands upright.
 */
const MARK = 0xff;
const START_OF_SCAN = 0xda;
const EXIF = 0xe1;
const ORIENTATION = 0x0112;

const isExif = (segment: Uint8Array) => String.fromCharCode(...segment.subarray(4, 8)) === "Exif";

/** 拍摄信息 as its whole segment; null: there is none, or it is no JPEG. */
export function exifOf(jpeg: Uint8Array): Uint8Array<ArrayBuffer> | null {
  if (jpeg[0] !== MARK || jpeg[1] !== 0xd8) return null;
  for (let at = 2; at + 4 <= jpeg.length && jpeg[at] === MARK && jpeg[at + 1] !== START_OF_SCAN; ) {
    const end = at + 2 + (jpeg[at + 2]! << 8) + jpeg[at + 3]!;
    const segment = jpeg.slice(at, end);
    if (jpeg[at + 1] === EXIF && segment.length === end - at && isExif(segment)) return segment;
    at = end;
  }
  return null;
}

/** Says in a copy of the segment that the picture stands upright. */
function upright(exif: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const own = exif.slice();
  const view = new DataView(own.buffer);
  const START = 10;
  if (own.length < START + 8) return own;
  const little = own[START] === 0x49;
  const table = START + view.getUint32(START + 4, little);
  const entries = table + 2 <= own.length ? view.getUint16(table, little) : 0;
  for (let at = table + 2; at < table + 2 + entries * 12 && at + 12 <= own.length; at += 12)
    if (view.getUint16(at, little) === ORIENTATION) view.setUint16(at + 8, 1, little);
  return own;
}

/** 写入拍摄信息: right behind the start of a JPEG that has none. */
export const withExif = (jpeg: Uint8Array<ArrayBuffer>, exif: Uint8Array<ArrayBuffer>): BlobPart[] => [
  jpeg.slice(0, 2),
  upright(exif),
  jpeg.slice(2),
];
