import { Refusal } from "../domain/refusal.ts";
import type { Command, CommandInput, Context, Io } from "./command.ts";
import { type Interrupted, interruptible } from "./interruption.ts";

/** 退出码 (after BSD's sysexits): 2 = the line was wrong, 1 = an expected "no", 70 = a fault of the program. */
export const exitCodes = { refused: 1, usage: 2, fault: 70 } as const;

/** 执行到底: runs a command and says in one sentence on stderr what went wrong, if anything; answers the exit code. */
export async function runToEnd(command: Command, input: CommandInput, context: Context, debug: boolean) {
  try {
    const io = interruptible(context.io, context.signal);
    return await command.run(input, { ...context, io });
  } catch (error) {
    return reportFailure(error, context.io, context.signal, debug);
  }
}

/** 说明失败: the sentence for an error, and its exit code. */
export function reportFailure(error: unknown, io: Io, signal: AbortSignal, debug: boolean): number {
  if (signal.aborted) {
    const reason = signal.reason as Interrupted;
    if (reason.message) io.err(`rexian：${reason.message}\n`);
    return reason.exitCode;
  }
  if (error instanceof Refusal) {
    io.err(`rexian：${error.message}\n`);
    return error.refused.refused.startsWith("usage") ? exitCodes.usage : exitCodes.refused;
  }
  sayFault(error, io, debug);
  return exitCodes.fault;
}

/** 程序出错: one sentence for a fault of the program; where it happened only on demand. */
export function sayFault(error: unknown, io: Io, debug: boolean): void {
  const message = error instanceof Error ? error.message : String(error);
  io.err(`rexian：程序出错：${message.split("\n")[0]}（设环境变量 REXIAN_DEBUG=1 可看详情）\n`);
  if (debug && error instanceof Error) io.err(`${error.stack}\n`);
}
