/** tar 包: the plainest container that every system can list and unpack. Only plain files, named in ASCII, below 8 GB each. */
const BLOCK = 512;

const octal = (value: number, width: number) => `${value.toString(8).padStart(width - 1, "0")}\0`;

function checksum(header: Buffer): number {
  let sum = 8 * 32; // the checksum's own place counts as blanks
  for (let at = 0; at < BLOCK; at += 1) if (at < 148 || at >= 156) sum += header[at]!;
  return sum;
}

/** 文件头 of a file in the package; `at`: its time. */
export function tarHeader(name: string, size: number, at: number): Buffer {
  const header = Buffer.alloc(BLOCK);
  const put = (text: string, offset: number) => header.write(text, offset, "latin1");
  put(name, 0);
  put(octal(0o600, 8), 100);
  put(octal(0, 8), 108);
  put(octal(0, 8), 116);
  put(octal(size, 12), 124);
  put(octal(Math.floor(at / 1000), 12), 136);
  put("0", 156);
  put("ustar\x0000", 257);
  put(octal(checksum(header), 7), 148);
  return header;
}

/** 补齐 after a file of that size */
export const tarPadding = (size: number): Buffer => Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);

/** 包尾 */
export const tarEnd = (): Buffer => Buffer.alloc(2 * BLOCK);

/** 包中的文件: its bytes must be read to the end before the next file is asked for. */
export interface TarEntry {
  name: string;
  size: number;
  bytes: AsyncIterable<Buffer>;
}

/** 包坏了 */
export class BadTar extends Error {}

/** Hands out a stream of bytes by exact numbers. */
function portions(source: AsyncIterable<Uint8Array>) {
  const chunks = source[Symbol.asyncIterator]();
  let left: Buffer = Buffer.alloc(0);
  async function more(): Promise<boolean> {
    const next = await chunks.next();
    if (next.done) return false;
    left = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
    return true;
  }
  async function* take(size: number): AsyncGenerator<Buffer> {
    for (let missing = size; missing > 0; ) {
      if (left.length === 0 && !(await more())) throw new BadTar("文件不完整，后面缺了一截");
      const portion = left.subarray(0, missing);
      left = left.subarray(portion.length);
      missing -= portion.length;
      yield portion;
    }
  }
  const whole = async (size: number) => {
    const parts: Buffer[] = [];
    for await (const part of take(size)) parts.push(part);
    return Buffer.concat(parts);
  };
  const rest = async () => {
    while (await more());
  };
  return { take, whole, rest, stop: async () => void (await chunks.return?.()) };
}

const field = (header: Buffer, from: number, until: number) =>
  header.toString("latin1", from, until).replace(/\0.*$/s, "").trim();

function parsed(header: Buffer): { name: string; size: number } {
  if (Number.parseInt(field(header, 148, 156), 8) !== checksum(header)) throw new BadTar("文件头的校验和不对");
  if (field(header, 156, 157) !== "0") throw new BadTar("里面有不认识的东西");
  return { name: field(header, 0, 100), size: Number.parseInt(field(header, 124, 136), 8) };
}

/** 逐个读出 the files of a package, in their order. Throws `BadTar` where it is cut off or damaged. */
export async function* tarEntries(source: AsyncIterable<Uint8Array>): AsyncGenerator<TarEntry> {
  const { take, whole, rest, stop } = portions(source);
  try {
    for (;;) {
      const header = await whole(BLOCK);
      // what unpacks the package checks itself at its very end
      if (header.every((byte) => byte === 0)) return await rest();
      const { name, size } = parsed(header);
      yield { name, size, bytes: take(size) };
      await whole(tarPadding(size).length);
    }
  } finally {
    await stop();
  }
}
