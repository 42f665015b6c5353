/**
 * 命令: what `bin/rexian` can do. A command never opens a file, a socket or the clock itself: it gets them from its
 * context, so that the same command runs in the caller's own process or inside the server that holds the database.
 */
import type { Readable } from "node:stream";
import type { Instant } from "../domain/calendar/civil.ts";
import type { Database } from "../store/database.ts";
import type { Readers } from "./files.ts";
import type { Place } from "./place.ts";

export interface Io {
  /** results, to stdout */
  out(text: string): void;
  /** progress and errors, to stderr */
  err(text: string): void;
  /** draws a progress bar on stderr when that is a terminal; otherwise a line now and then */
  progress(label: string, done: number, total: number): void;
  /** reads a file of the caller's */
  open(path: string): Promise<Readable>;
  /** size of a file of the caller's in bytes; null when there is none */
  size(path: string): Promise<number | null>;
  /** writes a file of the caller's whole or not at all: it appears under its name only when `content` ended well */
  write(path: string, content: Readable | Uint8Array | string, readers?: Readers): Promise<void>;
  /** asks the caller for what nobody may read over his shoulder or in a list of processes */
  secret(prompt: string): Promise<string>;
}

export interface Context {
  io: Io;
  /** only for a command that says it works on the database */
  db: Database;
  /** whether that database was made for this very command */
  isNew: boolean;
  /** what `check` read; undefined where it was not asked */
  checked?: unknown;
  now: () => Instant;
  /** the installation: data folder, key file */
  place: Place;
  /** aborted when the caller gives up; every later call of `io` and every commit then fails by itself */
  signal: AbortSignal;
}

/** Option or argument of a command, for parsing and for --help. */
export interface CommandOption {
  name: string;
  /** null: a flag without a value */
  value: string | null;
  summary: string;
  required?: boolean;
  /** used when the option is absent */
  preset?: string;
}

export interface Command {
  name: string; // 'figures', 'import calls'
  summary: string; // one Chinese line
  arguments: { name: string; summary: string; optional?: boolean }[];
  options: CommandOption[];
  /** whether it works on the database; 'alone' refuses while a server holds it */
  database: "none" | "shared" | "alone";
  /** makes the database where there is none yet; without it such a place is refused */
  makesDatabase?: true;
  /**
   * reads what it is given and finds out whether it can be done, prints nothing but its progress; asked before a database is
   * made for it, so that a refusal leaves none behind
   */
  check?(input: CommandInput, io: Pick<Io, "open" | "size" | "progress">, signal: AbortSignal): Promise<unknown>;
  /** exit code; expected refusals are printed by throwing a Refusal */
  run(input: CommandInput, context: Context): Promise<number>;
}

export interface CommandInput {
  arguments: Record<string, string>;
  options: Record<string, string | true | undefined>;
}
