import type { Command, CommandInput, CommandOption, Context } from "../command.ts";
import { newDatabase } from "../installation.ts";
import { type Address, addressOf, startServer, untilStopped } from "../liveServer.ts";
import { type Opened, openDatabase } from "../openDatabase.ts";

export const addressOptions: CommandOption[] = [
  { name: "host", value: "地址", summary: "监听地址，默认取环境变量 HOST，再默认 127.0.0.1（只有本机能访问）" },
  { name: "port", value: "端口", summary: "监听端口，默认取环境变量 PORT，再默认 12345" },
];

/** 监听地址 of a command line and its environment */
export const addressFrom = ({ host, port }: CommandInput["options"]): Address =>
  addressOf(host as string | undefined, port as string | undefined, process.env);

/** 服务到停止: serves until the process is told to stop, and leaves the database closed. */
export async function serveUntilStopped(
  opened: Opened,
  address: Address,
  context: Omit<Context, "db">,
): Promise<number> {
  const { io, place, signal } = context;
  const call = { io, place, signal, debug: Boolean(process.env.REXIAN_DEBUG) };
  const server = await startServer(opened, address, call).catch(async (error) => {
    await opened.db.close();
    throw error;
  });
  io.err(`热线已在 ${server.url} 提供服务，按 Ctrl-C 停止。\n`);
  await untilStopped(signal);
  await server.close();
  return 0;
}

/** 启动服务: opens the database and holds it. */
export const serve: Command = {
  name: "serve",
  summary: "启动网页服务，并替其他 rexian 命令使用数据库",
  arguments: [],
  options: addressOptions,
  database: "none", // opens it itself, to keep it
  async run({ options }, context) {
    const address = addressFrom(options);
    const opened = await openDatabase(context.place, { makes: true, upgrades: false }, newDatabase(false));
    return serveUntilStopped(opened, address, context);
  },
};
