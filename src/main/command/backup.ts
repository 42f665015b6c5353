import { writeBackup } from "../../store/archive/backup.ts";
import { archiveParts } from "../archiveParts.ts";
import type { Command } from "../command.ts";
import { version } from "../version.ts";

/** 备份: everything but the key file, into one file that either database can be restored from. */
export const backup: Command = {
  name: "backup",
  summary: "把全部数据备份到一个文件（服务运行时也可以）；密钥不在其中，群众和单位写的文字是明文，只有属主能读",
  arguments: [{ name: "文件", summary: "写到哪里，如 热线-2022-12-01.tar.gz；用 restore 恢复到任一种数据库" }],
  options: [],
  database: "shared",
  async run({ arguments: given }, { db, io, now, place }) {
    const path = given.文件!;
    const progress = (done: number, total: number) => io.progress("备份", done, total);
    const lost = (digest: string) => io.err(`附件 ${digest} 的文件不见了，没有备份。\n`);
    const about = { program: version, now: now(), parts: archiveParts(place, lost), progress };
    await writeBackup(db, about, (bytes) => io.write(path, bytes, "owner"));
    const size = (await io.size(path)) ?? 0;
    io.out(`已备份到 ${path}（${(size / 2 ** 20).toFixed(1)} MB）。\n`);
    io.err(`密钥不在备份里，请另行保管：${place.keyFile}\n`);
    io.err("群众和单位写的文字在备份里是明文（姓名、电话、地址是加密的），文件只有属主能读，请照此保管。\n");
    return 0;
  },
};
