/** 附件文件夹: bytes under their digest, two levels deep so that no folder grows long. */
import { randomUUID } from "node:crypto";
import { constants, createReadStream } from "node:fs";
import { access, copyFile, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { AttachmentPlace } from "../domain/order/attachment.ts";

const there = (path: string) =>
  access(path, constants.R_OK).then(
    () => true,
    () => false,
  );

async function settle(path: string): Promise<void> {
  const file = await open(path, "r");
  await file.sync().finally(() => file.close());
}

/** 附件文件夹 at a path; a file appears under its digest only when it is whole and on the disk. */
export function attachmentFolder(root: string): AttachmentPlace {
  const pathOf = (digest: string) => join(root, digest.slice(0, 2), digest);
  return {
    async put(digest, file) {
      const path = pathOf(digest);
      if (await there(path)) return;
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const making = `${path}.${randomUUID()}.making`;
      try {
        await copyFile(file, making);
        await settle(making);
        await rename(making, path);
      } finally {
        await rm(making, { force: true });
      }
    },
    async get(digest) {
      const path = pathOf(digest);
      return (await there(path)) ? createReadStream(path) : null;
    },
    remove: (digest) => rm(pathOf(digest), { force: true }),
  };
}
