/** 命令行入口: `bin/rexian` runs this file. */
import { execute } from "./execute.ts";
import { interruption } from "./interruption.ts";
import { readLine } from "./line.ts";
import { placeOf } from "./place.ts";
import { exitCodes, reportFailure } from "./run.ts";
import { flushed, terminal } from "./terminal.ts";

const io = terminal(process.cwd());
const { signal } = interruption();
const debug = Boolean(process.env.REXIAN_DEBUG);

async function main(argv: string[]): Promise<number> {
  const line = await readLine(argv);
  if ("command" in line)
    return execute(line, argv, { io, place: placeOf(line.data, process.env, process.cwd()), signal, debug });
  if (line.asked) io.out(line.text);
  else io.err(line.text);
  return line.asked ? 0 : exitCodes.usage;
}

const code = await main(process.argv.slice(2)).catch((error) => reportFailure(error, io, signal, debug));
await flushed();
process.exit(code);
