/**
 * 帧: what travels over the hand-over socket: a head (JSON) and a body (bytes), each led by its length. Either side may be
 * killed at any byte: a frame that ends early ends the stream of frames.
 */
import { once } from "node:events";
import type { Socket } from "node:net";
import type { Writable } from "node:stream";

export interface Frame<Head = unknown> {
  head: Head;
  body: Uint8Array;
}

const LENGTHS = 8;
/** longer is no frame of ours */
const LIMIT = 64 << 20;
const nothing = new Uint8Array();

/** 发一帧: resolves when the other side has room for the next. */
export async function send(socket: Socket, head: object, body: Uint8Array = nothing): Promise<void> {
  if (socket.destroyed) return;
  const text = Buffer.from(JSON.stringify(head));
  const lengths = Buffer.alloc(LENGTHS);
  lengths.writeUInt32BE(text.length, 0);
  lengths.writeUInt32BE(body.length, 4);
  if (!socket.write(Buffer.concat([lengths, text, body]))) await room(socket);
}

/** 等有空位: until the stream takes more, or takes nothing any more. */
export async function room(stream: Writable): Promise<void> {
  const over = new AbortController();
  const events = ["drain", "close"].map((event) => once(stream, event, { signal: over.signal }));
  await Promise.race(events).catch(() => {});
  over.abort();
}

/** 收帧: every whole frame that arrives, until the other side ends; throws on bytes that are no frames. */
export async function* frames<Head>(socket: Socket): AsyncGenerator<Frame<Head>> {
  let waiting: Buffer[] = [];
  let size = 0;
  let wanted = LENGTHS;
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    waiting.push(chunk);
    size += chunk.length;
    while (size >= wanted) {
      const bytes = waiting.length === 1 ? waiting[0]! : Buffer.concat(waiting);
      const [text, body] = [bytes.readUInt32BE(0), bytes.readUInt32BE(4)];
      if (text > LIMIT || body > LIMIT) throw new Error("not a frame");
      wanted = LENGTHS + text + body;
      waiting = [bytes];
      if (size < wanted) break;
      yield {
        head: JSON.parse(bytes.toString("utf8", LENGTHS, LENGTHS + text)),
        body: bytes.subarray(LENGTHS + text, wanted),
      };
      waiting = [bytes.subarray(wanted)];
      size -= wanted;
      wanted = LENGTHS;
    }
  }
}
