/** 盘: how long the disk takes to keep what is written, with nothing else: beneath every answer that waits for a commit. */
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { percentile } from "./running.ts";

/** as much as a batch of registrations writes of the log, in bytes */
const WRITTEN = 128 * 1024;
/** written over and over, as the log's files are */
const FILE = 128;

/** 写盘的毫秒 in the folder, sorted: as many writes one after the other as fit into these seconds. */
function diskTimes(folder: string, seconds: number): number[] {
  const made = mkdtempSync(join(folder, "disk-"));
  const file = openSync(join(made, "written"), "w");
  const bytes = Buffer.alloc(WRITTEN, 1);
  const times: number[] = [];
  const until = performance.now() + seconds * 1000;
  for (let n = 0; performance.now() < until; n += 1) {
    const started = performance.now();
    writeSync(file, bytes, 0, WRITTEN, (n % FILE) * WRITTEN);
    fdatasyncSync(file);
    times.push(performance.now() - started);
  }
  closeSync(file);
  rmSync(made, { recursive: true });
  return times.sort((a, b) => a - b);
}

/** 盘的一行 */
export function diskSaid(folder: string, seconds: number): string {
  const times = diskTimes(folder, seconds);
  const ms = (value: number) => `${value.toFixed(1)} 毫秒`;
  return `盘：${seconds} 秒里每次写 ${WRITTEN / 1024} kB 并落盘，p50 ${ms(percentile(times, 0.5))}，p99 ${ms(percentile(times, 0.99))}，最长 ${ms(times.at(-1)!)}`;
}
