import type { Socket } from "node:net";
import { Readable } from "node:stream";
import { Refusal } from "../../domain/refusal.ts";
import type { Io } from "../command.ts";
import { type Frame, send } from "./frame.ts";
import type { Answer, Question, Told } from "./protocol.ts";

type Waiting = { resolve(frame: Frame<Answer>): void; reject(error: unknown): void };

/** 远端的 io: a command in the server speaks to its caller through this; every file is opened by the caller. */
export function remoteIo(socket: Socket) {
  const waiting = new Map<number, Waiting>();
  let no = 0;
  let failure: unknown = null;

  function ask(question: Question, body?: Uint8Array): Promise<Frame<Answer>> {
    if (failure) return Promise.reject(failure);
    return new Promise((resolve, reject) => {
      waiting.set((no += 1), { resolve, reject });
      send(socket, { ...question, no }, body).catch(reject);
    });
  }

  function answered(frame: Frame<Answer>): void {
    const { no: to, refused, fault } = frame.head;
    const asked = waiting.get(to);
    waiting.delete(to);
    if (refused) asked?.reject(new Refusal(refused));
    else if (fault !== undefined) asked?.reject(new Error(fault));
    else asked?.resolve(frame);
  }

  /** nobody will answer any more */
  function lost(reason: unknown): void {
    failure = reason;
    for (const asked of waiting.values()) asked.reject(reason);
    waiting.clear();
  }

  const tell = (told: Told, text = "") => void send(socket, told, Buffer.from(text));
  const stream = async (question: Question) => (await ask(question)).head.value as number;

  async function* pulled(from: number): AsyncGenerator<Uint8Array> {
    try {
      for (;;) {
        const { head, body } = await ask({ ask: "pull", stream: from });
        if (head.value === null) return;
        yield body;
      }
    } finally {
      await ask({ ask: "shut", stream: from }).catch(() => {});
    }
  }

  const io: Io = {
    out: (text) => tell({ tell: "out" }, text),
    err: (text) => tell({ tell: "err" }, text),
    progress: thinned((label, done, total) => tell({ tell: "progress", label, done, total })),
    size: async (path) => (await ask({ ask: "size", path })).head.value as number | null,
    open: async (path) => Readable.from(pulled(await stream({ ask: "open", path })), { objectMode: false }),
    secret: async (prompt) => Buffer.from((await ask({ ask: "secret", prompt })).body).toString(),
    async write(path, content, readers = "others") {
      const to = await stream({ ask: "create", path, readers });
      try {
        for await (const chunk of chunks(content)) await ask({ ask: "push", stream: to }, chunk);
      } catch (error) {
        await ask({ ask: "abandon", stream: to }).catch(() => {});
        throw error;
      }
      await ask({ ask: "finish", stream: to });
    },
  };
  return { io, answered, lost };
}

const CHUNK = 1 << 20;

/** content in pieces of at most a megabyte */
async function* chunks(content: Readable | Uint8Array | string): AsyncGenerator<Uint8Array> {
  const pieces = content instanceof Readable ? (content as AsyncIterable<Uint8Array | string>) : [content];
  for await (const piece of pieces) {
    const bytes = typeof piece === "string" ? Buffer.from(piece) : piece;
    for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
  }
}

/** the caller redraws a bar only when its percentage moves: no need to send more */
function thinned(progress: Io["progress"]): Io["progress"] {
  let last = "";
  return (label, done, total) => {
    const next = `${label} ${total > 0 ? Math.floor((done * 100) / total) : 100}`;
    if (next !== last) progress(label, done, total);
    last = next;
  };
}
