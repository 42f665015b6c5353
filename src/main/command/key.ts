import { Refusal, refuse } from "../../domain/refusal.ts";
import { rotateKeys } from "../../store/contact.ts";
import type { Command } from "../command.ts";
import { readKeyFile, replaceKeyFile, withNewKey } from "../keyFile.ts";

/** 更换密钥: a new key becomes current and all personal data is sealed with it; the old ones stay in the file, for backups. */
export const keyRotate: Command = {
  name: "key rotate",
  summary: "生成新密钥，把全部个人信息改用它加密（中断后再运行一次即可接着做）",
  arguments: [],
  options: [],
  database: "shared",
  async run(_input, { db, io, place }) {
    const known = readKeyFile(place.keyFile);
    if (known === null) throw new Refusal(refuse("keyFileMissing", `找不到密钥文件“${place.keyFile}”。`));
    const next = withNewKey(known);
    // saved before anything is sealed with it: what was sealed can always be read
    replaceKeyFile(place.keyFile, next);
    Object.assign(db.keys, next);
    await rotateKeys(db, (done) => io.err(`已更换 ${done} 条\n`));
    io.out(`新密钥 ${next.current} 已启用。请把 ${place.keyFile} 的新副本保管好。\n`);
    return 0;
  },
};
