import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, inject, it, onTestFinished } from "vitest";
import { keyRotate } from "../../src/main/command/key.ts";
import { createKeyFile, readKeyFile } from "../../src/main/keyFile.ts";
import { startServer } from "../../src/main/liveServer.ts";
import { findContactsByPhone } from "../../src/store/contact.ts";
import type { Database } from "../../src/store/database.ts";
import type { KeyRing } from "../../src/store/keys.ts";
import { openPostgres } from "../../src/store/open.ts";
import { createPlatform } from "../../src/store/platform.ts";
import { record } from "../../src/store/record.ts";
import { eachDatabase, migratedAt, testKeys } from "../world/databases.ts";
import { ledger } from "../world/ledger.ts";
import { memoryIo } from "../world/memoryIo.ts";
import { at } from "../world/templates.ts";

const person = (phone: string) => ({
  id: ledger(Number(phone)).id(),
  name: "张某",
  phone,
  address: null,
  identityNumber: null,
});
const [before, after] = [person("13900000001"), person("13900000002")];

/** the same database, as another program opens it */
async function another(db: Database, keys: KeyRing): Promise<Database> {
  const server = inject("postgres");
  if ("problem" in server) throw new Error(server.problem);
  const [found] = await db.query<{ name: string }>("select current_database() as name");
  const opened = await openPostgres(at(server.url, found!.name), keys);
  onTestFinished(() => opened.close());
  return opened;
}

eachDatabase((name, open) => {
  it("服务运行时更换密钥：不用重启，以前的人查得到，新来的用新密钥", async () => {
    const folder = mkdtempSync(join(tmpdir(), "key-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const place = { data: folder, keyFile: join(folder, "data.key"), databaseUrl: null };
    createKeyFile(place.keyFile, testKeys);
    const db = await open();
    // the embedded database is changed by the server that holds it, PostgreSQL by a program with keys of its own
    const ofCommand = name === "PostgreSQL" ? await another(db, readKeyFile(place.keyFile)!) : db;
    await createPlatform(
      db,
      { platform: "p", name: "甲市", level: "city", zone: "Asia/Shanghai", origin: "live", books: [] },
      migratedAt,
    );
    await record(db, "p", { events: [], contacts: [before], texts: [] }, migratedAt);
    const io = memoryIo();
    const call = { io, place, signal: new AbortController().signal, debug: false };
    const server = await startServer(
      { db: { ...db, close: async () => {} }, lock: null },
      { host: "127.0.0.1", port: 0 },
      call,
    );
    try {
      expect(
        await keyRotate.run({ arguments: {}, options: {} }, { ...call, db: ofCommand, isNew: false, now: Date.now }),
      ).toBe(0);
      expect(await findContactsByPhone(db, "p", before.phone)).toEqual([before]);
      await record(db, "p", { events: [], contacts: [after], texts: [] }, migratedAt);
      const { current } = readKeyFile(place.keyFile)!;
      expect(await db.query("select distinct key_id from contact")).toEqual([{ key_id: current }]);
      expect(io.printed.out.includes("不用重启")).toBe(name === "PostgreSQL");
    } finally {
      await server.close();
    }
  });
});
