/** 演示: the figures file that comes with the program, made into records once, in a database that says so for good. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Refusal, refuse } from "../domain/refusal.ts";
import { type ReadFigures, readFigures } from "../reconstruct/file/read.ts";
import type { Database } from "../store/database.ts";
import { isDemonstration, platformNamed, platforms } from "../store/platform.ts";
import type { Io } from "./command.ts";
import { addDemonstrationArticles } from "./demonstrationArticles.ts";
import { hotlineClock } from "./demonstrationClock.ts";
import { newDatabase } from "./installation.ts";
import { reconstructMonth } from "./reconstruct/run.ts";

const path = fileURLToPath(new URL("../../demo/2022-11.figures.json", import.meta.url));

/** 演示的数字文件 */
export function demonstrationFile(): ReadFigures["file"] {
  const read = readFigures(JSON.parse(readFileSync(path, "utf8")));
  if ("refused" in read) throw new Error(read.sentence);
  return read.file;
}

/** 装入演示: into a database that is being made: whatever happens on the way, there is no half demonstration. */
export const newDemonstration =
  (io: Io, signal: AbortSignal) =>
  async (db: Database): Promise<void> => {
    await newDatabase(true)(db);
    const wanted = { file: demonstrationFile(), seed: 1, zone: "Asia/Shanghai", replace: false };
    const now = Date.now();
    await reconstructMonth(db, wanted, now, { progress: io.progress, signal });
    const platform = await platformNamed(db, wanted.file.platform);
    // written by the day on which its hotline opens
    if (platform) await addDemonstrationArticles(db, platform, (await hotlineClock(db, platform, Date.now))());
  };

/** Refuses a database that is somebody's own: the demonstration never goes beside real records. */
export async function refuseRealDatabase(db: Database): Promise<void> {
  if ((await isDemonstration(db)) === true) return;
  const names = (await platforms(db)).map((platform) => platform.name).join("、");
  const whose = names ? `已有${names}的数据` : "是正式的数据库";
  throw new Refusal(
    refuse("notDemonstration", `数据库${whose}，不装入演示。`, "请用 bin/rexian serve 启动服务，或换一个数据目录。"),
  );
}
