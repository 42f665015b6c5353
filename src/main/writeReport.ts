import { join } from "node:path";
import { computeReport } from "../api/report/compute.ts";
import { assembleReport } from "../report/assemble.ts";
import { type Format, reportFile } from "../report/files.ts";
import { findFonts } from "../report/render/fonts.ts";
import { missingFromReportNotes } from "../report/render/missing.ts";
import type { Database } from "../store/database.ts";
import type { Platform } from "../store/platform.ts";
import type { Io } from "./command.ts";

/**
 * 写出月报: one file per format into a folder of the caller's; says which prescribed fonts and which characters no font at
 * hand has; answers the paths.
 */
export async function writeReport(
  db: Database,
  { platform, month, folder, formats }: { platform: Platform; month: string; folder: string; formats: Format[] },
  now: number,
  io: Io,
): Promise<string[]> {
  const report = assembleReport(await computeReport(db, platform, month, now));
  const fonts = findFonts();
  const paths: string[] = [];
  for (const [done, format] of formats.entries()) {
    io.progress("写出月报", done, formats.length);
    const { name, content } = await reportFile(report, format, () => fonts);
    paths.push(join(folder, name));
    await io.write(paths.at(-1)!, content);
  }
  io.progress("写出月报", formats.length, formats.length);
  const lacking = fonts.notes.filter((note) => note.startsWith("没有"));
  for (const note of [...lacking, ...missingFromReportNotes(report, fonts)]) io.err(`${note}\n`);
  return paths;
}
