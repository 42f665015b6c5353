/** 运行中的服务: web pages for readers and a socket for commands, over the database that this process holds. */
import { once } from "node:events";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { Refusal, refuse } from "../domain/refusal.ts";
import { startBackOffice } from "./backOffice.ts";
import { type Call, runOn } from "./execute.ts";
import { httpServer } from "./httpServer.ts";
import { openInterface } from "./interface.ts";
import { followKeyFile } from "./keyFile.ts";
import { readLine } from "./line.ts";
import type { Opened } from "./openDatabase.ts";
import { proxyFrom } from "./proxy.ts";
import { reportDesk } from "./reportDesk.ts";
import { reportFailure } from "./run.ts";
import type { Order } from "./socket/protocol.ts";
import { listenForCommands } from "./socket/server.ts";
import { version } from "./version.ts";

export interface Address {
  host: string;
  port: number;
}

/** 监听地址: options, then HOST and PORT, then 127.0.0.1:12345; refuses what is no port. */
export function addressOf(host: string | undefined, port: string | undefined, environment: NodeJS.ProcessEnv): Address {
  const number = port ?? (environment.PORT || "12345");
  if (!/^\d{1,5}$/.test(number) || Number(number) > 65_535)
    throw new Refusal(refuse("invalidPort", `“${number}”不是端口号。`, "请用 0 到 65535 之间的整数。"));
  return { host: host ?? (environment.HOST || "127.0.0.1"), port: Number(number) };
}

const listening: Record<string, (address: Address) => Refusal> = {
  EADDRINUSE: ({ port }) =>
    new Refusal(
      refuse("portTaken", `端口 ${port} 已被别的程序占用。`, `请换一个端口，如 PORT=${(port + 1) % 65_536}。`),
    ),
  EACCES: ({ port }) =>
    new Refusal(refuse("portForbidden", `没有权限监听端口 ${port}。`, "请换一个 1024 以上的端口。")),
  EADDRNOTAVAIL: ({ host }) => new Refusal(refuse("hostUnknown", `本机没有地址 ${host}。`)),
  ENOTFOUND: ({ host }) => new Refusal(refuse("hostUnknown", `本机没有地址 ${host}。`)),
};

/** 端口被占就拒绝, before anything long is begun. */
export async function refuseTakenPort(address: Address): Promise<void> {
  const probe = createServer().listen(address.port, address.host);
  await once(probe, "listening").catch((error) => {
    throw listening[error.code]?.(address) ?? error;
  });
  await new Promise((closed) => probe.close(closed));
}

type Served = Pick<Opened, "db" | "lock">;

/** 开始服务; resolves once readers and commands are welcome. Refuses a port that is taken. `close` leaves the database closed. */
export async function startServer({ db, lock }: Served, address: Address, call: Call) {
  const offered = await openInterface(db, call);
  const standing = { host: address.host, proxy: proxyFrom(process.env) };
  const app = await httpServer(await reportDesk(db, call), standing, offered);
  const url = await app.listen(address).catch((error) => {
    throw listening[error.code]?.(address) ?? error;
  });
  const commands =
    lock === null
      ? null
      : await listenForCommands(call.place.data, tmpdir(), (order, io, signal) =>
          serveOrder(order, { ...call, io, signal }, { db, lock }),
        );
  if (commands) lock?.announce(commands.path);
  const jobs = offered && startBackOffice(offered, url);
  const leaveKeys = followKeyFile(call.place.keyFile, db.keys);
  return {
    url,
    async close() {
      leaveKeys();
      await commands?.close();
      await jobs?.stop();
      await app.close();
      await db.close();
    },
  };
}

/** one handed-over command, from its line to its exit code */
async function serveOrder(order: Order, call: Call, { db }: Served): Promise<number> {
  try {
    if (order.version !== version)
      throw new Refusal(
        refuse("versionDiffers", `运行中的服务是 ${version} 版，命令是 ${order.version} 版。`, "请先重启服务。"),
      );
    const line = await readLine(order.argv);
    if (!("command" in line) || line.command.database !== "shared") throw new Error("no command to hand over");
    return await runOn({ db, isNew: false }, line, { ...call, debug: order.debug });
  } catch (error) {
    return reportFailure(error, call.io, call.signal, order.debug);
  }
}

/** 直到停止: waits until the service is told to stop. */
export const untilStopped = async (signal: AbortSignal): Promise<void> => {
  if (!signal.aborted) await once(signal, "abort");
};
