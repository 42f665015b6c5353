import { join } from "node:path";
import { books } from "../../../rulebook/books.ts";
import { formats, reportName } from "../../report/files.ts";
import { migrate } from "../../store/migrate.ts";
import { platformNamed } from "../../store/platform.ts";
import type { Command, Context } from "../command.ts";
import { demonstrationFile, newDemonstration, refuseRealDatabase } from "../demonstration.ts";
import { hotlineClock } from "../demonstrationClock.ts";
import { refuseTakenPort } from "../liveServer.ts";
import { type Opened, openDatabase } from "../openDatabase.ts";
import { writeReport } from "../writeReport.ts";
import { addressFrom, addressOptions, serveUntilStopped } from "./serve.ts";

/** 启动演示: what `npm start` runs: the demonstration, made once, its report in `out`, then the service. */
export const start: Command = {
  name: "start",
  summary: "装入演示（只在第一次），写出月报，然后启动服务",
  arguments: [],
  options: [{ name: "out", value: "目录", summary: "月报写到哪里", preset: "out" }, ...addressOptions],
  database: "none", // opens it itself, to keep it
  async run({ options }, context) {
    const { io, place, signal } = context;
    const address = addressFrom(options);
    await refuseTakenPort(address);
    const opened = await openDatabase(place, { makes: true, upgrades: true }, newDemonstration(io, signal));
    await prepare(opened, options.out as string, context).catch(async (error) => {
      await opened.db.close();
      throw error;
    });
    return serveUntilStopped(opened, address, context);
  },
};

/** 备好演示: its database brought up to date, its report written where it isn't there yet. */
export async function prepare(
  { db }: Pick<Opened, "db">,
  folder: string,
  { io, now }: Pick<Context, "io" | "now">,
): Promise<void> {
  await refuseRealDatabase(db);
  await migrate(db, books, now());
  const { platform: name, period: month } = demonstrationFile();
  const sizes = await Promise.all(formats.map((format) => io.size(join(folder, reportName(month, name, format)))));
  const platform = await platformNamed(db, name);
  if (platform && sizes.includes(null))
    // dated by the day on which its hotline lives, as on its desks
    await writeReport(
      db,
      { platform, month, folder, formats: [...formats] },
      (await hotlineClock(db, platform, now))(),
      io,
    );
  io.err(`演示的月报（Word、PDF、网页、Excel）在 ${folder} 目录里。\n`);
}
