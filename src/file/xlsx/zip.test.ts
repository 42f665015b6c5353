import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { archiveOf } from "../../../test/world/documentFiles.ts";
import { unzipped, zipEntries } from "./zip.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rexian-zip-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("压缩包里的文件读了一点就不要了，也停得下来", async () => {
  const path = join(folder, "大.zip");
  const content = Buffer.alloc(70 * 2 ** 20, "x");
  const packed = deflateRawSync(content);
  // the whole of it is read from the disk in two pieces, long before what the first holds is unpacked
  expect(packed.length).toBeGreaterThan(2 ** 16);
  writeFileSync(path, archiveOf("大.xml", packed, content.length));
  const file = await open(path);
  const [entry] = (await zipEntries(file))!;
  await file.close();
  let read = 0;
  for await (const piece of unzipped(path, entry!)) {
    read += piece.length;
    if (read > 2 ** 16) break;
  }
  expect(read).toBeLessThan(content.length);
});
