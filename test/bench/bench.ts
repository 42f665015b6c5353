/**
 * `npm run bench`: a table of medians, each beside the bare SQL or library call it stands on, with the targets that were
 * set. `npm run bench:short` measures the same in a small world, once, without targets; `npm run bench -- --month` only what
 * concerns the published month, once.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { computeReport } from "../../src/api/report/compute.ts";
import type { Database } from "../../src/store/database.ts";
import { platforms } from "../../src/store/platform.ts";
import { allFigures, figuresMeasured, otherFormulas, otherScorecard } from "./figures.ts";
import { formatsMeasured } from "./formats.ts";
import { importMeasured } from "./importing.ts";
import { figuresFile, onEmbedded, onPostgres } from "./seed.ts";
import { dropDatabase, namedDatabase, type Server, startServer } from "./server.ts";
import { type Measurement, table } from "./table.ts";
import { buildWorld, fullWorld, smallWorld, type WorldSize } from "./world.ts";

interface Scale {
  /** the month that is reconstructed, imported and reported */
  seed: string;
  /** null: not measured */
  world: WorldSize | null;
  /** the world's database; a kept one is used again */
  database: string;
  kept: boolean;
  rounds: number;
  targets: boolean;
}

const full: Scale = {
  ...{ seed: "demo/2022-11.figures.json", world: fullWorld, database: "rexian_bench" },
  ...{ kept: true, rounds: 3, targets: true },
};
const short: Scale = {
  ...{ seed: "test/bench/small.figures.json", world: smallWorld, database: "rexian_bench_short" },
  ...{ kept: false, rounds: 1, targets: false },
};

const month: Scale = { ...full, world: null, rounds: 1 };

const SEED = "rexian_bench_seed";
const QUICK = 7;
const say = (text: string) => void process.stderr.write(`${text}\n`);

function machine(): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  const commit = execFileSync("git", ["log", "-1", "--format=%h"], { encoding: "utf8" }).trim();
  const day = new Date().toISOString().slice(0, 10);
  return `${day}，版本 ${commit}，${cpus().length} 核，内存 ${memory} GB，Node ${process.version}，开始时负载 ${loadavg()[0]!.toFixed(1)}\n`;
}

async function ofSeed({ url }: Server, { seed, rounds }: Scale): Promise<Measurement[]> {
  const file = figuresFile(seed);
  const of = { rounds: QUICK, target: 1 };
  say("重建种子月份");
  const { measured, rows } = await onPostgres(url, SEED, file, rounds, 30);
  const measurements = [measured, await onEmbedded(file, rows, rounds, 60)];
  const db = await namedDatabase(url, SEED, Date.now());
  try {
    const [platform] = await platforms(db);
    say("导入");
    const importing = { month: file.period, platform: platform!.name, rounds, target: 20_000 };
    measurements.push(await importMeasured(url, db, importing));
    say("数字与月报");
    const computed: [string, (on: Database) => Promise<unknown>][] = [
      ["一个月的全部数字", allFigures(platform!, file.period)],
      ["另算：换成先前的口径", otherFormulas(platform!, file.period)],
      ["另算：换一张评分表", otherScorecard(platform!, file.period)],
    ];
    for (const [what, work] of computed)
      measurements.push(await figuresMeasured({ url, name: SEED }, db, { ...of, what, work }));
    const facts = await computeReport(db, platform!, file.period, Date.now());
    measurements.push(...(await formatsMeasured(facts, rounds)));
  } finally {
    await db.close();
  }
  await dropDatabase(url, SEED);
  return measurements;
}

async function ofWorld({ url }: Server, { world, database }: Scale): Promise<Measurement[]> {
  if (world === null) return [];
  const db: Database = await namedDatabase(url, database, Date.now());
  try {
    const from = performance.now();
    const { platform, months } = await buildWorld(db, world, Date.now, (done) =>
      say(`基准世界：${done} / ${world.months} 个月，${Math.round((performance.now() - from) / 1000)} 秒`),
    );
    const measured: Measurement[] = [];
    for (const month of [months[Math.floor(months.length / 2)]!, months.at(-1)!]) {
      const of = { what: `基准世界 ${month} 的全部数字`, target: 1.5, rounds: QUICK };
      measured.push(await figuresMeasured({ url, name: database }, db, { ...of, work: allFigures(platform, month) }));
    }
    return measured;
  } finally {
    await db.close();
  }
}

async function bench(server: Server, scale: Scale): Promise<void> {
  const about = machine();
  const measurements = [...(await ofSeed(server, scale)), ...(await ofWorld(server, scale))];
  process.stdout.write(`${about}\n${table(measurements, scale.targets)}`);
  if (!scale.kept) await dropDatabase(server.url, scale.database);
}

const scale = process.argv.includes("--short") ? short : process.argv.includes("--month") ? month : full;
const given = process.env.DATABASE_URL;
const folder = scale.kept ? join(tmpdir(), "rexian-bench") : mkdtempSync(join(tmpdir(), "rexian-bench-"));
const server = given ? { url: given, stop: () => {} } : await startServer(folder);
try {
  await bench(server, scale);
} finally {
  server.stop();
  if (!scale.kept) rmSync(folder, { recursive: true, force: true });
}
