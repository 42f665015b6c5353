import { Refusal, refuse } from "../domain/refusal.ts";
import type { Held } from "../store/connection/lock.ts";
import type { Database } from "../store/database.ts";
import type { Command, CommandInput, Context, Io } from "./command.ts";
import { newDatabase } from "./installation.ts";
import { interruptible } from "./interruption.ts";
import { type Opened, openDatabase } from "./openDatabase.ts";
import type { Place } from "./place.ts";
import { runToEnd } from "./run.ts";
import { handOver } from "./socket/caller.ts";
import { version } from "./version.ts";

/** 调用: who runs a command, where, and whether he gave up. */
export interface Call {
  io: Io;
  place: Place;
  signal: AbortSignal;
  debug: boolean;
}

type Ready = { command: Command; input: CommandInput };

/** 执行: here, on the database that this process opens, or in the server that holds it. Answers the exit code. */
export async function execute({ command, input }: Ready, argv: string[], call: Call): Promise<number> {
  if (command.database === "none")
    return runToEnd(command, input, { ...call, db: noDatabase, isNew: false, now: Date.now }, call.debug);
  const opened = await openOrHeld({ command, input }, call);
  if ("holder" in opened) return handToHolder(command, opened, argv, call);
  try {
    return await runOn(opened, { command, input }, call);
  } finally {
    await opened.db.close();
  }
}

type On = Pick<Context, "db" | "isNew" | "checked">;

/** 在已打开的数据库上执行: a command whose caller gave up commits nothing more. */
export function runOn({ db, isNew, checked }: On, { command, input }: Ready, call: Call): Promise<number> {
  const context = { ...call, db: commitsUnless(call.signal, db), isNew, checked, now: Date.now };
  return runToEnd(command, input, context, call.debug);
}

async function openOrHeld({ command, input }: Ready, { io, signal, place }: Call): Promise<(Opened & On) | Held> {
  // a dry run leaves nothing behind, not even an empty database
  const makes = command.makesDatabase === true && !input.options["dry-run"];
  let checked: unknown;
  const beforeMaking = async () => {
    checked = await command.check?.(input, interruptible(io, signal), signal);
  };
  try {
    const purpose = { makes, upgrades: command.database === "alone", beforeMaking };
    return { ...(await openDatabase(place, purpose, newDatabase(false))), checked };
  } catch (error) {
    if (error instanceof Refusal && "holder" in error.refused) return error.refused as Held;
    throw error;
  }
}

function handToHolder(command: Command, held: Held, argv: string[], { io, signal, debug }: Call): Promise<number> {
  if (command.database === "alone")
    throw new Refusal(
      refuse("databaseHeld", `${held.sentence}${command.name} 要独占数据库。`, "请先停止那个程序，再运行。"),
    );
  if (!held.holder?.socket) throw new Refusal({ ...held, next: "请等它结束，再试一次。" });
  return handOver(held.holder.socket, { argv, version, debug }, io, signal);
}

function commitsUnless(signal: AbortSignal, db: Database): Database {
  return {
    ...db,
    transaction: (work) =>
      db.transaction(async (tx) => {
        const result = await work(tx);
        signal.throwIfAborted();
        return result;
      }),
  };
}

const noDatabase = new Proxy({} as Database, {
  get() {
    throw new Error("this command declares that it needs no database");
  },
});
