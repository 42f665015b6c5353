import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { Io } from "../../src/main/command.ts";

export interface MemoryIo extends Io {
  files: Map<string, Buffer>;
  printed: { out: string; err: string };
}

/** Files and screen in memory. A file given as a function streams what that yields. */
export function memoryIo(
  given: Record<string, string | Uint8Array | (() => AsyncIterable<Uint8Array>)> = {},
  secret = "",
): MemoryIo {
  const files = new Map<string, Buffer>();
  const printed = { out: "", err: "" };
  return {
    files,
    printed,
    out: (text) => void (printed.out += text),
    err: (text) => void (printed.err += text),
    progress: () => {},
    secret: async () => secret,
    open: async (path) => {
      const content = given[path] ?? files.get(path);
      if (content === undefined) throw new Error(`no file ${path}`);
      return Readable.from(typeof content === "function" ? content() : [Buffer.from(content as Uint8Array)]);
    },
    size: async (path) => {
      const content = files.get(path) ?? given[path];
      return content === undefined || typeof content === "function" ? null : Buffer.byteLength(content);
    },
    write: async (path, content) => {
      files.set(path, content instanceof Readable ? await buffer(content) : Buffer.from(content as Uint8Array));
    },
  };
}
