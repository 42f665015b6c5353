import type { Contact, Id } from "../domain/ledger/event.ts";
import { appendEach } from "./appendEach.ts";
import type { Database } from "./database.ts";
import { indexesOf, seal, unseal } from "./seal.ts";

const columns = ["platform", "id", "sealed", "cipher", "key_id", "phone_index", "identity_index", "hash"];

/** 写入个人信息, sealed. */
export const addContacts = (db: Database, platform: string, contacts: readonly Contact[]) =>
  appendEach(db, "contact", columns, contacts, (contact) => {
    const { id, sealed, cipher, key_id, phone_index, identity_index, hash } = seal(db.keys, platform, contact);
    return [platform, id, sealed, cipher, key_id, phone_index, identity_index, hash];
  });

const sealedOf = (db: Database, platform: string, ids: readonly Id[]) =>
  db.kysely.selectFrom("contact").selectAll().where("platform", "=", platform).where("id", "in", ids).execute();

/** 读取个人信息 of these ids; the forgotten are simply not among them. */
export async function contactsOf(db: Database, platform: string, ids: readonly Id[]): Promise<Contact[]> {
  if (ids.length === 0) return [];
  return (await sealedOf(db, platform, ids)).map((row) => unseal(db.keys, platform, row));
}

/** 待启封的个人信息 of these ids, each to be opened by itself: it throws where that one can't be. */
export async function sealedContacts(db: Database, platform: string, ids: readonly Id[]) {
  if (ids.length === 0) return new Map<Id, () => Contact>();
  const rows = await sealedOf(db, platform, ids);
  return new Map(rows.map((row) => [row.id, () => unseal(db.keys, platform, row)]));
}

/** 还打得开的个人信息 of these ids: nor are those among them whose key is no longer at hand. */
export async function contactsAtHand(db: Database, platform: string, ids: readonly Id[]): Promise<Contact[]> {
  if (ids.length === 0) return [];
  const keys = new Set(db.keys.keys.map(({ id }) => id));
  const rows = (await sealedOf(db, platform, ids)).filter(({ key_id }) => keys.has(key_id));
  return rows.map((row) => unseal(db.keys, platform, row));
}

/** Whoever calls every day is not unsealed for years back. */
const MOST = 50;

async function find(db: Database, platform: string, use: "phone" | "identity", number: string): Promise<Contact[]> {
  const rows = await db.kysely
    .selectFrom("contact")
    .selectAll()
    .where("platform", "=", platform)
    .where(`${use}_index`, "in", indexesOf(db.keys, platform, use, number))
    .orderBy("id", "desc")
    .limit(MOST)
    .execute();
  return rows.reverse().map((row) => unseal(db.keys, platform, row));
}

/** 按电话查找: contacts with that phone number, however it was written; the last fifty, the earliest first. */
export const findContactsByPhone = (db: Database, platform: string, phone: string) =>
  find(db, platform, "phone", phone);

/** 按证件号查找; the last fifty, the earliest first. */
export const findContactsByIdentity = (db: Database, platform: string, identityNumber: string) =>
  find(db, platform, "identity", identityNumber);

/** 遗忘: deletes the personal data of one contact; the ledger holds without it. False: there was none. */
export async function forget(db: Database, platform: string, contact: Id): Promise<boolean> {
  const { numDeletedRows } = await db.kysely
    .deleteFrom("contact")
    .where("platform", "=", platform)
    .where("id", "=", contact)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

const BATCH = 1000;

/** One batch of contacts under an old key, sealed again; returns how many there were. */
const rotateBatch = (db: Database, size: number): Promise<number> =>
  db.transaction(async (tx) => {
    const rows = await tx.kysely
      .selectFrom("contact")
      .selectAll()
      .where("key_id", "!=", tx.keys.current)
      .orderBy("platform")
      .orderBy("id")
      .limit(size)
      .forUpdate()
      .execute();
    for (const { platform, ...row } of rows)
      await tx.kysely
        .updateTable("contact")
        .set(seal(tx.keys, platform, unseal(tx.keys, platform, row)))
        .where("platform", "=", platform)
        .where("id", "=", row.id)
        .execute();
    return rows.length;
  });

/**
 * 更换密钥: seals everything under an older key again with the ring's current one, batch by batch; stopped in the middle it
 * goes on where it was. Returns how many contacts it sealed.
 */
export async function rotateKeys(db: Database, progress: (done: number) => void = () => {}, size = BATCH) {
  let done = 0;
  for (let batch = size; batch === size; ) {
    batch = await rotateBatch(db, size);
    progress((done += batch));
  }
  return done;
}
