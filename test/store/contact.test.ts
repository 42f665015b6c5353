import { expect, it } from "vitest";
import {
  contactsOf,
  findContactsByIdentity,
  findContactsByPhone,
  forget,
  rotateKeys,
} from "../../src/store/contact.ts";
import type { Database } from "../../src/store/database.ts";
import type { KeyRing } from "../../src/store/keys.ts";
import { createPlatform } from "../../src/store/platform.ts";
import { record } from "../../src/store/record.ts";
import { eachDatabase, migratedAt, testKeys } from "../world/databases.ts";
import { ledger } from "../world/ledger.ts";

const book = ledger();
const people = ["13800000001", "13800000002", "13800000001"].map((phone, at) => {
  const identityNumber = at === 0 ? "11010119900101001X" : null;
  return { id: book.id(), name: `市民${at}`, phone, address: null, identityNumber };
});
const newer: KeyRing = { current: "k2", keys: [...testKeys.keys, { id: "k2", secret: new Uint8Array(32).fill(9) }] };

eachDatabase((_, open) => {
  async function withPeople(): Promise<Database> {
    const db = await open();
    await createPlatform(
      db,
      { platform: "p", name: "甲市", level: "city", zone: "Asia/Shanghai", origin: "live", books: [] },
      migratedAt,
    );
    await record(db, "p", { events: [], contacts: people, texts: [] }, 1);
    return db;
  }

  /** As the program would have it after the key file gained a key. */
  const with2 = (db: Database): Database => ({
    ...db,
    keys: newer,
    transaction: (work) => db.transaction((tx) => work({ ...tx, keys: newer })),
  });

  it("按电话、证件号查到人，不论写法；遗忘后查不到", async () => {
    const db = await withPeople();
    expect(await findContactsByPhone(db, "p", "+86 138-0000-0001")).toEqual([people[0], people[2]]);
    expect(await findContactsByIdentity(db, "p", "11010119900101001x")).toEqual([people[0]]);
    expect(await findContactsByPhone(db, "q", "13800000001")).toEqual([]);
    expect(await forget(db, "p", people[0]!.id)).toBe(true);
    expect(await forget(db, "p", people[0]!.id)).toBe(false);
    expect(
      await contactsOf(
        db,
        "p",
        people.map(({ id }) => id),
      ),
    ).toHaveLength(2);
  });

  it("表里只有密文", async () => {
    const db = await withPeople();
    const rows = await db.kysely.selectFrom("contact").select(["sealed", "phone_index"]).execute();
    for (const { sealed, phone_index } of rows)
      for (const bytes of [sealed, phone_index!]) expect(Buffer.from(bytes).includes("1380000")).toBe(false);
    expect(rows).toHaveLength(people.length);
  });

  it("换密钥中断后可以继续，完成后旧密钥不再需要", async () => {
    const db = with2(await withPeople());
    const stop = (done: number) => {
      if (done === 2) throw new Error("stopped");
    };
    await expect(rotateKeys(db, stop, 2)).rejects.toThrow("stopped");
    expect(await findContactsByPhone(db, "p", "13800000001")).toEqual([people[0], people[2]]);
    expect(await rotateKeys(db, () => {}, 2)).toBe(1);
    expect(await rotateKeys(db)).toBe(0);
    const only = { ...db, keys: { current: "k2", keys: newer.keys.slice(1) } };
    expect(await findContactsByPhone(only, "p", "13800000001")).toEqual([people[0], people[2]]);
  });
});
