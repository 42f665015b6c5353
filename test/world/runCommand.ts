import type { Command, CommandInput, Context } from "../../src/main/command.ts";
import type { Database } from "../../src/store/database.ts";
import type { MemoryIo } from "./memoryIo.ts";

/** Runs one command of a table by its name, with its presets, as the command line would. */
export function runCommand(
  table: Command[],
  name: string,
  given: { file?: string; options?: CommandInput["options"] },
  { db, io, now }: { db: Database; io: MemoryIo; now: number },
): Promise<number> {
  const command = table.find((one) => one.name === name);
  if (!command) throw new Error(`no command ${name}`);
  const presets = Object.fromEntries(command.options.flatMap((one) => (one.preset ? [[one.name, one.preset]] : [])));
  const context = { db, io, now: () => now, signal: new AbortController().signal } as unknown as Context;
  const named = Object.fromEntries(command.arguments.map(({ name: argument }) => [argument, given.file ?? ""]));
  return command.run({ arguments: named, options: { ...presets, ...given.options } }, context);
}
