import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Refusal, type Refused, refuse } from "../../domain/refusal.ts";

/** 持有者: which process has the database open, and the socket on which it takes commands (null: none yet). */
export interface Holder {
  pid: number;
  socket: string | null;
}

export interface Held extends Refused {
  holder: Holder | null;
}

export interface Lock {
  /** tells others where commands can be handed over */
  announce(socket: string): void;
  release(): void;
}

const holderFile = (dir: string) => join(dir, "holder.json");

function writeHolder(dir: string, holder: Holder): void {
  writeFileSync(`${holderFile(dir)}.new`, JSON.stringify(holder), { mode: 0o600 });
  renameSync(`${holderFile(dir)}.new`, holderFile(dir));
}

function readHolder(dir: string): Holder | null {
  try {
    return JSON.parse(readFileSync(holderFile(dir), "utf8"));
  } catch {
    return null;
  }
}

const held = (dir: string): Refusal => {
  const holder = readHolder(dir);
  const by = holder ? `（进程 ${holder.pid}）` : "";
  const refused: Held = { ...refuse("databaseHeld", `数据文件夹正由另一个程序使用${by}。`), holder };
  return new Refusal(refused);
};

/**
 * 独占: the one owner of a data folder. SQLite's exclusive lock is the kernel's own and ends with its process, so that a
 * killed owner, a reboot or a reused pid leaves nothing to clean up; Node has no other way to such a lock.
 */
export function takeLock(dir: string): Lock {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const file = new DatabaseSync(join(dir, "database.lock"));
  try {
    file.exec("begin exclusive");
  } catch (error) {
    file.close();
    if ((error as { errcode?: number }).errcode === 5) throw held(dir);
    throw error;
  }
  writeHolder(dir, { pid: process.pid, socket: null });
  return {
    announce: (socket) => writeHolder(dir, { pid: process.pid, socket }),
    release: () => {
      if (!file.isOpen) return;
      rmSync(holderFile(dir), { force: true });
      file.close();
    },
  };
}
