/** 中断: the caller gave up (Ctrl-C, a stop of the service, a closed pipe, a lost connection). */
import { addAbortSignal } from "node:stream";
import type { Io } from "./command.ts";

export class Interrupted extends Error {
  readonly exitCode: number;
  constructor(message: string, exitCode: number) {
    super(message);
    this.exitCode = exitCode;
  }
}

const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** 听取中断: a signal that aborts on the first Ctrl-C or stop; the second one ends the process at once. */
export function interruption(): AbortController {
  const controller = new AbortController();
  for (const [name, exitCode] of Object.entries(signals))
    process.on(name, () => {
      if (controller.signal.aborted) process.exit(exitCode);
      controller.abort(new Interrupted("已中断，没有做完的部分不会留下。", exitCode));
    });
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      // a reader such as `head` that has seen enough is no error
      if (error.code === "EPIPE") controller.abort(new Interrupted("", 141));
      else throw error;
    });
  return controller;
}

/** 中断后不再进行: the same io, whose every call fails once the caller gave up. */
export function interruptible(io: Io, signal: AbortSignal): Io {
  const checked =
    <Given extends unknown[], Answer>(call: (...given: Given) => Answer) =>
    (...given: Given): Answer => {
      signal.throwIfAborted();
      return call(...given);
    };
  return {
    out: checked(io.out),
    err: checked(io.err),
    progress: checked(io.progress),
    size: checked(io.size),
    open: checked(async (path) => addAbortSignal(signal, await io.open(path))),
    write: checked(io.write),
    secret: checked(io.secret),
  };
}
