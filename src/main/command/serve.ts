import type { Command } from "../command.ts";
import { newDatabase } from "../installation.ts";
import { addressOf, startServer, untilStopped } from "../liveServer.ts";
import { openDatabase } from "../openDatabase.ts";

/** 启动服务: opens the database and holds it until the process is told to stop. */
export const serve: Command = {
  name: "serve",
  summary: "启动网页服务，并替其他 rexian 命令使用数据库",
  arguments: [],
  options: [
    { name: "host", value: "地址", summary: "监听地址，默认取环境变量 HOST，再默认 127.0.0.1（只有本机能访问）" },
    { name: "port", value: "端口", summary: "监听端口，默认取环境变量 PORT，再默认 12345" },
  ],
  database: "none", // opens it itself, to keep it
  async run({ options }, { io, place, signal }) {
    const address = addressOf(options.host as string, options.port as string, process.env);
    const opened = await openDatabase(place, { makes: true, upgrades: false }, newDatabase(false));
    const server = await startServer(opened, address, {
      io,
      place,
      signal,
      debug: Boolean(process.env.REXIAN_DEBUG),
    }).catch(async (error) => {
      await opened.db.close();
      throw error;
    });
    io.err(`热线已在 ${server.url} 提供服务，按 Ctrl-C 停止。\n`);
    await untilStopped(signal);
    await server.close();
    return 0;
  },
};
