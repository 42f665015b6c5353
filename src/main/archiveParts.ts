import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { BinaryFile, BinaryPart } from "../store/archive/format.ts";
import { filesAfter } from "../store/attachment/attachment.ts";
import type { Database } from "../store/database.ts";
import { attachmentsAt } from "./attachments.ts";
import type { Place } from "./place.ts";

const PAGE = 1000;

/** 附件: bytes under their digest, of which the database only knows. `lost` is told of those whose bytes are gone. */
function attachments(at: ReturnType<typeof attachmentsAt>, lost: (digest: string) => void): BinaryPart {
  async function* page(files: { digest: string; size: number }[]): AsyncGenerator<BinaryFile> {
    for (const { digest, size } of files) {
      const bytes = await at.place.get(digest);
      if (bytes) yield { name: digest, size, open: () => bytes };
      else lost(digest);
    }
  }
  return {
    name: "attachment",
    async *list(db: Database) {
      let files = await filesAfter(db, "", PAGE);
      while (files.length > 0) {
        yield* page(files);
        files = await filesAfter(db, files.at(-1)!.digest, PAGE);
      }
    },
    async put(digest, bytes) {
      if (!/^[0-9a-f]{64}$/.test(digest)) throw new Error(`${digest} is no attachment's name`);
      const received = join(at.folder, `${digest}.restoring`);
      try {
        await pipeline(Readable.from(bytes), createWriteStream(received, { mode: 0o600 }));
        await at.place.put(digest, received, "application/octet-stream");
      } finally {
        await rm(received, { force: true });
      }
    },
  };
}

/** 备份里的二进制部分: files of an installation that lie beside its database and go into every backup. */
export const archiveParts = (place: Place, lost: (digest: string) => void): BinaryPart[] => [
  attachments(attachmentsAt(place), lost),
];
