import type { Command } from "../command.ts";
import { examine, type Finding } from "../doctor.ts";

const marks: Record<Finding["state"], string> = { good: "✓", poor: "!", bad: "✗" };

/** 体检: prints one line per thing tried; exit 1 when something needed is missing. */
export const doctor: Command = {
  name: "doctor",
  summary: "检查数据库功能、字体、工具、磁盘和密钥，指出缺什么",
  arguments: [],
  options: [],
  database: "none", // tries a scratch database: the real one may be in use
  async run(_input, { io, place }) {
    let missing = 0;
    for await (const { state, words } of examine(place)) {
      io.out(`${marks[state]} ${words}\n`);
      if (state === "bad") missing += 1;
    }
    if (missing > 0) io.err(`缺少 ${missing} 项必需的东西。\n`);
    return missing > 0 ? 1 : 0;
  },
};
