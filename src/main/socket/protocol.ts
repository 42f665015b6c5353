import type { Refused } from "../../domain/refusal.ts";
import type { Readers } from "../files.ts";

/** 命令: the first frame, from the caller: the line as typed. */
export interface Order {
  argv: string[];
  /** version of the caller's program: both must be of one release */
  version: string;
  debug: boolean;
}

/** 只说不问: what the server tells the caller; `exit` is the last. */
export type Told =
  | { tell: "out" | "err" }
  | { tell: "progress"; label: string; done: number; total: number }
  | { tell: "exit"; code: number };

/**
 * 请求: what the server asks of the caller, who alone touches files. A stream is read by `pull` and written by `push`, one
 * chunk per question, so that neither side ever holds more than a chunk.
 */
export type Question =
  | { ask: "size" | "open"; path: string }
  | { ask: "create"; path: string; readers: Readers }
  | { ask: "secret"; prompt: string }
  | { ask: "pull" | "shut" | "push" | "finish" | "abandon"; stream: number };

export type Asked = Question & { no: number };

/** 回答; a pulled chunk travels in the frame's body. */
export interface Answer {
  no: number;
  value?: number | null;
  refused?: Refused;
  fault?: string;
}

export type FromServer = Told | Asked;
