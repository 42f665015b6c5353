import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { archiveParts } from "../../src/main/archiveParts.ts";
import { attachmentsAt } from "../../src/main/attachments.ts";
import { placeOf } from "../../src/main/place.ts";
import { addAttachment } from "../../src/store/attachment/attachment.ts";
import type { Database } from "../../src/store/database.ts";
import { archived, restored } from "../world/archives.ts";
import { eachDatabase, emptyDatabases } from "../world/databases.ts";

const empties = emptyDatabases();
const at = Date.parse("2022-11-03T00:00:00Z");

eachDatabase((_, open) => {
  let db: Database;
  let folder: string;
  const digests: string[] = [];
  const lost: string[] = [];
  const placeAt = (name: string) => placeOf(name, {}, folder);
  const parts = (name: string) => archiveParts(placeAt(name), (digest) => lost.push(digest));

  async function attached(id: number, content: Buffer, kept = true): Promise<void> {
    const digest = createHash("sha256").update(content).digest("hex");
    const uuid = `01840000-0000-7000-8000-${id.toString().padStart(12, "0")}`;
    const file = {
      id: uuid,
      about: uuid,
      at,
      by: "agent:1",
      name: "照片.png",
      type: "image/png",
      size: content.length,
      digest,
    };
    await addAttachment(db, "p", file);
    digests.push(digest);
    writeFileSync(join(folder, "received"), content);
    if (kept) await attachmentsAt(placeAt("老家")).place.put(digest, join(folder, "received"), "image/png");
  }

  beforeAll(async () => {
    db = await open();
    folder = mkdtempSync(join(tmpdir(), "attachments-"));
    await attached(1, Buffer.alloc(200_000, "像"));
    await attached(2, Buffer.alloc(0));
    await attached(3, Buffer.alloc(0)); // the same content twice lies there once
    await attached(4, Buffer.from("丢了"), false);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  describe.each([...empties])("附件随备份恢复到%s", (_kind, empty) => {
    it("字节一样，同样的内容只存一份；丢失的说出来，其余照常备份", async () => {
      lost.length = 0;
      const bytes = await archived(db, parts("老家"));
      expect(lost).toEqual([digests[3]]);
      const home = `新家${_kind}`;
      await restored(await empty(), bytes, { parts: parts(home) });
      for (const [no, digest] of digests.slice(0, 3).entries()) {
        const found = await attachmentsAt(placeAt(home)).place.get(digest);
        const hash = createHash("sha256");
        for await (const chunk of found!) hash.update(chunk);
        expect([no, hash.digest("hex")]).toEqual([no, digest]);
      }
    });
  });
});
