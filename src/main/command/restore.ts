import { books } from "../../../rulebook/books.ts";
import { Refusal, refuse } from "../../domain/refusal.ts";
import type { Manifest } from "../../store/archive/format.ts";
import { type ArchiveFile, checkArchive } from "../../store/archive/read.ts";
import { restoreBackup } from "../../store/archive/restore.ts";
import type { Database } from "../../store/database.ts";
import { archiveParts } from "../archiveParts.ts";
import type { Command, Context, Io } from "../command.ts";
import { openDatabase } from "../openDatabase.ts";

const notNew = (url: string | null) =>
  new Refusal(
    url === null
      ? refuse("placeNotEmpty", "这个数据目录里已有数据库，不能恢复到这里。", "请用 --data 指定一个空的数据目录。")
      : refuse("placeNotEmpty", "DATABASE_URL 所指的地方已有数据库，不能恢复到那里。", "请建一个空的数据库。"),
  );

function sayMissingKeys(io: Io, db: Database, { keys }: Manifest, keyFile: string): void {
  const missing = keys.filter((id) => !db.keys.keys.some((key) => key.id === id));
  if (missing.length === 0) return;
  io.err(
    `备份里的个人信息是用密钥 ${missing.join("、")} 加密的，密钥文件“${keyFile}”里没有它：姓名、电话、地址读不出来。` +
      "请在启动服务之前，用原来的密钥文件换下它。\n",
  );
}

/** Made whole or not at all: the archive is read to its end before anything is made of it. */
async function restored(file: ArchiveFile, { io, now, place }: Omit<Context, "db">) {
  let manifest: Manifest | null = null;
  let made = { rows: 0, held: 0 };
  const fill = async (db: Database) => {
    const progress = (done: number, total: number) => io.progress("恢复", done, total);
    const task = { file, manifest: manifest!, parts: archiveParts(place, () => {}), books, now: now(), progress };
    made = await restoreBackup(db, task);
  };
  const beforeMaking = async () => {
    manifest = await checkArchive(file);
  };
  const opened = await openDatabase(place, { makes: true, beforeMaking, upgrades: true }, fill);
  try {
    if (!opened.isNew) throw notNew(place.databaseUrl);
    sayMissingKeys(io, opened.db, manifest!, place.keyFile);
    return { manifest: manifest as unknown as Manifest, ...made };
  } finally {
    await opened.db.close();
  }
}

/** 恢复: makes a database from a backup, of either kind, in a place that has none. */
export const restore: Command = {
  name: "restore",
  summary: "由备份文件恢复到空的地方：内嵌数据库，或 DATABASE_URL 所指的空库",
  arguments: [{ name: "文件", summary: "backup 写出的文件；先从头到尾查验，再恢复" }],
  options: [],
  database: "none", // makes it itself
  async run({ arguments: given }, context) {
    const path = given.文件!;
    const { manifest, rows, held } = await restored({ path, open: () => context.io.open(path) }, context);
    const tables = manifest.tables.length;
    context.io.out(`已由 ${path}（${manifest.madeAt} 的备份）恢复 ${tables} 张表 ${rows} 行。\n`);
    if (held > 0)
      context.io.err(
        `备份时有 ${held} 条短信还没发出，后来可能已经发过：先扣住，由管理员放行或作废（接口 /held-messages）。\n`,
      );
    context.io.err("请用 rexian verify 查验账本，并与当时抄下的链头核对。\n");
    return 0;
  },
};
