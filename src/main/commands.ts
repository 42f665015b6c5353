import { type Refused, refuse } from "../domain/refusal.ts";
import type { Command } from "./command.ts";

/** 命令表: a command's first word → the commands behind it, loaded only when asked for. */
const table: Record<string, () => Promise<Command[]>> = {
  start: async () => [(await import("./command/start.ts")).start],
  serve: async () => [(await import("./command/serve.ts")).serve],
  migrate: async () => [(await import("./command/migrate.ts")).migrate],
  doctor: async () => [(await import("./command/doctor.ts")).doctor],
  platform: async () => [(await import("./command/platform.ts")).platformCreate],
  import: async () => (await import("./command/import.ts")).imports,
  export: async () => (await import("./command/export.ts")).exports,
  reconstruct: async () => [(await import("./command/reconstruct.ts")).reconstruct],
  figures: async () => [(await import("./command/figures.ts")).figures],
  report: async () => [(await import("./command/report.ts")).report],
  audit: async () => [(await import("./command/audit.ts")).audit],
  backup: async () => [(await import("./command/backup.ts")).backup],
  restore: async () => [(await import("./command/restore.ts")).restore],
  verify: async () => [(await import("./command/verify.ts")).verify],
  workday: async () => [(await import("./command/workday.ts")).workday],
  account: async () => (await import("./command/account.ts")).accounts,
  key: async () => [(await import("./command/key.ts")).keyRotate],
};

export interface Chosen {
  command: Command;
  /** what follows the command's name */
  rest: string[];
}

/** 全部命令, in the order of the help. */
export const allCommands = async (): Promise<Command[]> =>
  (await Promise.all(Object.values(table).map((load) => load()))).flat();

/** 名下的命令: those whose name begins with this word; none for an unknown word. */
export const commandsUnder = async (word: string): Promise<Command[]> =>
  Object.hasOwn(table, word) ? table[word]!() : [];

/** 选命令: the command that the words name; refuses an unknown name. */
export async function chooseCommand(words: string[]): Promise<Chosen | Refused> {
  const [first = ""] = words;
  const under = await commandsUnder(first);
  for (const command of under) {
    const name = command.name.split(" ");
    if (name.every((word, at) => word === words[at])) return { command, rest: words.slice(name.length) };
  }
  const names = under.map((command) => command.name).join("、");
  return under.length === 0
    ? refuse("usageUnknownCommand", `没有命令“${first}”。`, "全部命令见 rexian --help。")
    : refuse("usageUnknownCommand", `“${words.slice(0, 2).join(" ")}”不是完整的命令。`, `可用的有：${names}。`);
}
