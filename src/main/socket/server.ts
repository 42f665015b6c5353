/** 服务一方: runs other processes' commands on the database that this one holds. */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { dirname, join } from "node:path";
import type { Io } from "../command.ts";
import { Interrupted } from "../interruption.ts";
import { frames, send } from "./frame.ts";
import type { Answer, Order } from "./protocol.ts";
import { remoteIo } from "./remoteIo.ts";

/** the kernel's limit is 108 bytes, less on other systems */
const LONGEST_PATH = 100;

/** Runs one command for a caller; answers its exit code. */
export type Serve = (order: Order, io: Io, signal: AbortSignal) => Promise<number>;

/**
 * 接受移交: listens on a socket that only this user can open: in the data folder, or, where that path is too long for a
 * socket, in a private temporary folder. A caller that goes away aborts its command.
 */
export async function listenForCommands(data: string, temporary: string, serve: Serve) {
  const usual = join(data, "rexian.sock");
  const short = Buffer.byteLength(usual) <= LONGEST_PATH;
  const path = short ? usual : join(mkdtempSync(join(temporary, "rexian-")), "rexian.sock");
  rmSync(path, { force: true });
  const open = new Set<Socket>();
  const running = new Set<Promise<void>>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on("close", () => open.delete(socket));
    const attended = attend(socket, serve).finally(() => running.delete(attended));
    running.add(attended);
  });
  await listenPrivately(server, path);
  return {
    path,
    /** hangs up on every caller and waits until their commands have taken back what they began */
    async close() {
      server.close();
      for (const socket of open) socket.destroy();
      await Promise.all(running);
      rmSync(short ? path : dirname(path), { recursive: true, force: true });
    },
  };
}

/** The socket is made under a umask, not changed afterwards: there is no moment in which others could connect. */
function listenPrivately(server: Server, path: string): Promise<void> {
  const before = process.umask(0o177);
  try {
    return new Promise((resolve, reject) => server.once("error", reject).listen(path, resolve));
  } finally {
    process.umask(before);
  }
}

async function attend(socket: Socket, serve: Serve): Promise<void> {
  const controller = new AbortController();
  const { io, answered, lost } = remoteIo(socket);
  const hangUp = () => {
    controller.abort(new Interrupted("", 129));
    lost(controller.signal.reason);
  };
  socket.on("error", hangUp).on("close", hangUp);
  let served: Promise<void> = Promise.resolve();
  try {
    const incoming = frames<Order & Answer>(socket);
    const first = await incoming.next();
    if (first.done) return;
    served = serve(first.value.head, io, controller.signal)
      .then((code) => send(socket, { tell: "exit", code }))
      .finally(() => socket.end());
    for await (const frame of incoming) answered(frame);
  } catch {
    // whatever was sent, it was no frame of ours, or the caller is gone
  } finally {
    hangUp();
    await served;
    socket.destroy();
  }
}
