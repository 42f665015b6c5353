import { createCipheriv, createDecipheriv, createHmac, type KeyObject, randomBytes } from "node:crypto";
import type { Contact } from "../domain/ledger/event.ts";
import { type KeyRing, keyOf } from "./keys.ts";

interface Cipher {
  seal(key: KeyObject, plain: Buffer, bound: Buffer): Buffer;
  open(key: KeyObject, sealed: Buffer, bound: Buffer): Buffer;
}

const NONCE = 12;
const TAG = 16;

const FEW = 1024;
let drawn = Buffer.alloc(0);

/** A fresh nonce; many are drawn at once, which costs a tenth of drawing each. */
function nonceOf(): Buffer {
  if (drawn.length === 0) drawn = randomBytes(NONCE * FEW);
  const nonce = drawn.subarray(0, NONCE);
  drawn = drawn.subarray(NONCE);
  return nonce;
}

const aes256gcm: Cipher = {
  seal(key, plain, bound) {
    const nonce = nonceOf();
    const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(bound);
    const body = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]);
  },
  open(key, sealed, bound) {
    const cipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, NONCE), { authTagLength: TAG })
      .setAAD(bound)
      .setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
    return Buffer.concat([cipher.update(sealed.subarray(NONCE + TAG)), cipher.final()]);
  },
};

/** 算法表: every value names its own, so that 国密 SM4 and SM3 become another line here and old values stay readable. */
const ciphers: Record<string, Cipher> = { "aes-256-gcm": aes256gcm };
const hashes: Record<string, (key: KeyObject, text: string) => Buffer> = {
  "hmac-sha-256": (key, text) => createHmac("sha256", key).update(text).digest(),
};
const CIPHER = "aes-256-gcm";
const HASH = "hmac-sha-256";

/** 密封的个人信息: as the table `contact` keeps it. */
export interface SealedContact {
  id: string;
  sealed: Uint8Array;
  cipher: string;
  key_id: string;
  phone_index: Uint8Array | null;
  identity_index: Uint8Array | null;
  hash: string;
}

type Personal = Omit<Contact, "id">;

/** A sealed value copied to another person or platform doesn't open. */
const bound = (platform: string, id: string) => Buffer.from(JSON.stringify([platform, id]));

/** 规范号码: full-width digits narrowed, blanks, dashes and the country's prefix dropped, letters upper case. */
export const normalNumber = (number: string): string =>
  number
    .normalize("NFKC")
    .replace(/[\s()-]/g, "")
    .replace(/^(\+|00)86/, "")
    .toUpperCase();

const indexOf = (ring: KeyRing, keyId: string, hash: string, platform: string, use: string, number: string | null) =>
  number === null
    ? null
    : hashes[hash]!(keyOf(ring, keyId, "index"), JSON.stringify([platform, use, normalNumber(number)]));

/** 密封: one contact under the ring's current key. */
export function seal(
  ring: KeyRing,
  platform: string,
  { id, name, phone, address, identityNumber }: Contact,
): SealedContact {
  const plain = Buffer.from(JSON.stringify({ name, phone, address, identityNumber } satisfies Personal));
  return {
    id,
    sealed: ciphers[CIPHER]!.seal(keyOf(ring, ring.current, "seal"), plain, bound(platform, id)),
    cipher: CIPHER,
    key_id: ring.current,
    phone_index: indexOf(ring, ring.current, HASH, platform, "phone", phone),
    identity_index: indexOf(ring, ring.current, HASH, platform, "identity", identityNumber),
    hash: HASH,
  };
}

/** 启封. Throws when the value was altered or moved, or its key is not in the ring. */
export function unseal(ring: KeyRing, platform: string, { id, sealed, cipher, key_id }: SealedContact): Contact {
  const suite = ciphers[cipher];
  if (!suite) throw new Error(`unknown cipher ${cipher}`);
  const plain = suite.open(keyOf(ring, key_id, "seal"), Buffer.from(sealed), bound(platform, id));
  return { id, ...(JSON.parse(plain.toString("utf8")) as Personal) };
}

/** 查找索引: every blind index that a number can have been stored under, for each key of the ring. */
export const indexesOf = (ring: KeyRing, platform: string, use: "phone" | "identity", number: string): Buffer[] =>
  ring.keys.flatMap(({ id }) => Object.keys(hashes).map((hash) => indexOf(ring, id, hash, platform, use, number)!));
