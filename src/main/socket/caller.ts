/** 调用一方: hands a command over to the server that holds the database, and does for it what only the caller may. */
import { once } from "node:events";
import { createConnection, type Socket } from "node:net";
import { PassThrough, type Readable } from "node:stream";
import { Refusal, refuse } from "../../domain/refusal.ts";
import type { Io } from "../command.ts";
import { frames, room, send } from "./frame.ts";
import type { Answer, Asked, FromServer, Order } from "./protocol.ts";

const gone = () =>
  new Refusal(refuse("serverGone", "持有数据库的服务中断了连接，命令没有做完。", "请看看服务是否还在运行，再试一次。"));

/** 移交命令: runs the line in the server behind `socketPath`; answers its exit code. Refuses when the server goes away. */
export async function handOver(socketPath: string, order: Order, io: Io, signal: AbortSignal): Promise<number> {
  const socket = createConnection(socketPath);
  await once(socket, "connect", { signal }).catch((error) => {
    throw signal.aborted ? error : gone();
  });
  const giveUp = () => socket.destroy();
  signal.addEventListener("abort", giveUp);
  const files = callersFiles(io);
  try {
    await send(socket, order);
    return await attend(socket, io, files.answer);
  } finally {
    signal.removeEventListener("abort", giveUp);
    socket.destroy();
    await files.abandonAll();
    signal.throwIfAborted();
  }
}

async function attend(socket: Socket, io: Io, answer: ReturnType<typeof callersFiles>["answer"]): Promise<number> {
  try {
    for await (const { head, body } of frames<FromServer>(socket)) {
      if ("ask" in head)
        void answer(head, body).then(([value, bytes]) => send(socket, { no: head.no, ...value }, bytes));
      else if (head.tell === "exit") return head.code;
      else if (head.tell === "progress") io.progress(head.label, head.done, head.total);
      else io[head.tell](Buffer.from(body).toString());
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ECONNRESET") throw error;
  }
  throw gone();
}

type Reply = [Omit<Answer, "no">, Uint8Array?];

/** the caller's open files, by the number under which the server knows them */
function callersFiles(io: Io) {
  const read = new Map<number, { stream: Readable; chunks: AsyncIterator<Uint8Array> }>();
  const written = new Map<number, { stream: PassThrough; done: Promise<void> }>();
  let last = 0;

  const deeds: {
    [Ask in Asked["ask"]]: (asked: Extract<Asked, { ask: Ask }> & Asked, body: Uint8Array) => Promise<Reply>;
  } = {
    size: async (asked) => [{ value: await io.size(path(asked)) }],
    secret: async (asked) => [{}, Buffer.from(await io.secret(asked.prompt))],
    async open(asked) {
      const stream = await io.open(path(asked));
      read.set((last += 1), { stream, chunks: stream[Symbol.asyncIterator]() });
      return [{ value: last }];
    },
    async pull(asked) {
      const { done, value } = await read.get(no(asked))!.chunks.next();
      return done ? [{ value: null }] : [{ value: 0 }, value];
    },
    async shut(asked) {
      read.get(no(asked))?.stream.destroy();
      read.delete(no(asked));
      return [{}];
    },
    async create(asked) {
      const stream = new PassThrough();
      const done = io.write(path(asked), stream, asked.readers);
      done.catch(() => stream.destroy());
      written.set((last += 1), { stream, done });
      return [{ value: last }];
    },
    async push(asked, body) {
      const { stream, done } = written.get(no(asked))!;
      if (stream.destroyed) await done;
      else if (!stream.write(body)) await room(stream);
      return [{}];
    },
    async finish(asked) {
      const { stream, done } = written.get(no(asked))!;
      stream.end();
      await done;
      written.delete(no(asked));
      return [{}];
    },
    async abandon(asked) {
      const abandoned = written.get(no(asked));
      abandoned?.stream.destroy();
      await abandoned?.done.catch(() => {});
      written.delete(no(asked));
      return [{}];
    },
  };

  return {
    answer: (asked: Asked, body: Uint8Array): Promise<Reply> =>
      deeds[asked.ask](asked as never, body).catch(
        (error): Reply => [
          error instanceof Refusal ? { refused: error.refused } : { fault: String((error as Error).message) },
        ],
      ),
    /** closes what is open; a file half written disappears */
    async abandonAll() {
      for (const { stream } of [...read.values(), ...written.values()]) stream.destroy();
      await Promise.allSettled([...written.values()].map(({ done }) => done));
    },
  };
}

const path = (asked: Asked) => (asked as { path: string }).path;
const no = (asked: Asked) => (asked as { stream: number }).stream;
