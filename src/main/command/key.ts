import { setTimeout as pause } from "node:timers/promises";
import { Refusal, refuse } from "../../domain/refusal.ts";
import { rotateKeys } from "../../store/contact.ts";
import type { Command } from "../command.ts";
import { FOLLOWED, readKeyFile, replaceKeyFile, withNewKey } from "../keyFile.ts";

const ELSEWHERE = "用这个密钥文件的服务已换用新密钥，不用重启；别的机器上的服务用的是它的副本，请把新副本也放过去。\n";

/** 更换密钥: a new key becomes current and all personal data is sealed with it; the old ones stay in the file, for backups. */
export const keyRotate: Command = {
  name: "key rotate",
  summary: "生成新密钥，把全部个人信息改用它加密（中断后再运行一次即可接着做）",
  arguments: [],
  options: [],
  database: "shared",
  async run(_input, { db, io, place, signal }) {
    const known = readKeyFile(place.keyFile);
    if (known === null) throw new Refusal(refuse("keyFileMissing", `找不到密钥文件“${place.keyFile}”。`));
    const next = withNewKey(known);
    // saved before anything is sealed with it: what was sealed can always be read
    replaceKeyFile(place.keyFile, next);
    Object.assign(db.keys, next);
    // servers of their own share a PostgreSQL: nothing is sealed with a key that they don't have yet
    if (db.kind === "postgres") await pause(FOLLOWED, undefined, { signal });
    await rotateKeys(db, (done) => io.err(`已更换 ${done} 条\n`));
    io.out(`新密钥 ${next.current} 已启用。请把 ${place.keyFile} 的新副本保管好。\n`);
    if (db.kind === "postgres") io.out(ELSEWHERE);
    return 0;
  },
};
