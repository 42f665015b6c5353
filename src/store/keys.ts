import { createSecretKey, hkdfSync, type KeyObject } from "node:crypto";

/** 密钥环: the keys that personal data is sealed with; new values use `current`, older ones stay readable. Secrets are 32 bytes. */
export interface KeyRing {
  current: string;
  keys: { id: string; secret: Uint8Array }[];
}

export type KeyUse = "seal" | "index";

const derived = new WeakMap<Uint8Array, Map<KeyUse, KeyObject>>();

/**
 * One secret serves two uses through two derived keys, so that neither tells anything about the other. They are kept as key
 * objects: made from bytes at every use, a seal would take five times as long.
 */
function derive(secret: Uint8Array, use: KeyUse): KeyObject {
  const known = derived.get(secret) ?? new Map<KeyUse, KeyObject>();
  derived.set(secret, known);
  const key = known.get(use) ?? createSecretKey(Buffer.from(hkdfSync("sha256", secret, "", `rexian ${use}`, 32)));
  known.set(use, key);
  return key;
}

/** 取密钥: the key of an id for a use; throws when the ring has no such key. */
export function keyOf(ring: KeyRing, id: string, use: KeyUse): KeyObject {
  const key = ring.keys.find((one) => one.id === id);
  if (!key) throw new Error(`key ${id} is not in the key ring`);
  return derive(key.secret, use);
}
