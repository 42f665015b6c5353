/** 密钥文件: the keys that personal data is sealed with; beside the data folder, readable by its owner only, in no backup. */
import { randomBytes } from "node:crypto";
import {
  closeSync,
  fstatSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  unwatchFile,
  watchFile,
  writeSync,
} from "node:fs";
import { Refusal, refuse } from "../domain/refusal.ts";
import type { KeyRing } from "../store/keys.ts";

const OTHERS = 0o077;

/** 新密钥环: one fresh key. */
export const newKeyRing = (): KeyRing => withNewKey({ current: "", keys: [] });

/** 加一把新密钥, which becomes the current one; the older ones stay, for what they have sealed. */
export function withNewKey(ring: KeyRing): KeyRing {
  const key = { id: randomBytes(6).toString("hex"), secret: new Uint8Array(randomBytes(32)) };
  return { current: key.id, keys: [...ring.keys, key] };
}

/** 读密钥文件: null when there is none; refuses one that others may read, and one that is damaged. */
export function readKeyFile(path: string): KeyRing | null {
  const file = opened(path);
  if (file === null) return null;
  try {
    if (fstatSync(file).mode & OTHERS)
      throw new Refusal(refuse("keyFileOpen", `密钥文件“${path}”别人也能读。`, `请先执行：chmod 600 '${path}'。`));
    return parsed(path, readFileSync(file, "utf8"));
  } finally {
    closeSync(file);
  }
}

function opened(path: string): number | null {
  try {
    return openSync(path, "r");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT") return null;
    throw new Refusal(refuse("keyFileUnreadable", `读不了密钥文件“${path}”（${code}）。`));
  }
}

function parsed(path: string, text: string): KeyRing {
  try {
    const { current, keys } = JSON.parse(text) as { current: string; keys: Record<string, string> };
    const ring = Object.entries(keys).map(([id, secret]) => ({
      id,
      secret: new Uint8Array(Buffer.from(secret, "base64")),
    }));
    if (ring.some(({ id }) => id === current) && ring.every(({ secret }) => secret.length === 32))
      return { current, keys: ring };
  } catch {
    // falls through to the one sentence for every kind of damage
  }
  throw new Refusal(refuse("keyFileDamaged", `密钥文件“${path}”已损坏。`, "请从另行保管的副本恢复。"));
}

/** 新建密钥文件: whole or not at all; refuses when another process was first. */
export function createKeyFile(path: string, ring: KeyRing): void {
  const partial = written(path, ring);
  try {
    linkSync(partial, path);
  } catch {
    throw new Refusal(refuse("keyFileExists", `密钥文件“${path}”已被另一个程序建立。`, "请再试一次。"));
  } finally {
    rmSync(partial);
  }
}

/** 替换密钥文件, whole or not at all. */
export const replaceKeyFile = (path: string, ring: KeyRing): void => renameSync(written(path, ring), path);

/** how often a running server looks whether its key file was replaced */
const LOOKED = 1000;
/** by then every server that runs on this file has read it again */
export const FOLLOWED = 3 * LOOKED;

/**
 * 跟着密钥文件: another process may change the key while this one runs; the ring that it seals and opens with has the new one
 * soon. A file that is gone or damaged changes nothing. Answers how to stop.
 */
export function followKeyFile(path: string, ring: KeyRing): () => void {
  const reread = () => {
    try {
      Object.assign(ring, readKeyFile(path));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  };
  watchFile(path, { interval: LOOKED, persistent: false }, reread);
  return () => unwatchFile(path, reread);
}

function written(path: string, { current, keys }: KeyRing): string {
  const secrets = Object.fromEntries(keys.map(({ id, secret }) => [id, Buffer.from(secret).toString("base64")]));
  const partial = `${path}.${process.pid}.partial`;
  const file = openSync(partial, "w", 0o600);
  writeSync(file, `${JSON.stringify({ current, keys: secrets }, null, 2)}\n`);
  fsyncSync(file);
  closeSync(file);
  return partial;
}
