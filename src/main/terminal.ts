import type { Io } from "./command.ts";
import { openFile, sizeOf, writeFile } from "./files.ts";
import { progressBar } from "./progress.ts";
import { askSecret } from "./secret.ts";

/** 终端: a command's io on this process's own output and files; relative paths start at `folder`. */
export function terminal(folder: string): Io {
  const bar = progressBar({
    write: (text) => process.stderr.write(text),
    columns: process.stderr.isTTY ? process.stderr.columns : null,
  });
  return {
    out(text) {
      bar.clear();
      process.stdout.write(text);
    },
    err(text) {
      bar.clear();
      process.stderr.write(text);
    },
    progress: bar.show,
    open: (path) => openFile(folder, path),
    size: (path) => sizeOf(folder, path),
    write: (path, content, readers) => writeFile(folder, path, content, readers),
    secret: (prompt) => askSecret(process.stdin, process.stderr, prompt),
  };
}

/** 等输出写完: everything said so far has left this process. */
export const flushed = (): Promise<unknown> =>
  Promise.all(
    [process.stdout, process.stderr].map((stream) => new Promise<void>((done) => stream.write("", () => done()))),
  );
