/**
 * `npm run bench:desk`: how long people at the desks wait for a page of their lists and for what they search, in the bench
 * world: through the interface of a server process, asked by another process, beside the bare SQL. `-- --short` does the same
 * in a small world, without targets; `-- --built` in the bench world as far as it is built.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import type { Rules } from "../../src/domain/order/rules.ts";
import type { Database } from "../../src/store/database.ts";
import type { Platform } from "../../src/store/platform.ts";
import { platformNamed } from "../../src/store/platform.ts";
import { reconstructedMonths } from "../../src/store/reconstructed.ts";
import { bareTimes } from "./bareLists.ts";
import type { BrowsePlan, BrowseResult } from "./browse.ts";
import { openWorld } from "./opened.ts";
import {
  listQuestions,
  type Question,
  searchQuestions,
  textsOfMonth,
  unitOf,
  wordsOf,
  worldFacts,
} from "./questions.ts";
import { ask, beside, percentile, type Running, serveAt, signIn } from "./running.ts";
import { dropDatabase, namedDatabase, startServer } from "./server.ts";
import { buildWorld, fullWorld, smallWorld, WORLD, type WorldSize } from "./world.ts";

interface Scale {
  /** null: as far as it is built */
  world: WorldSize | null;
  database: string;
  kept: boolean;
  /** questions a second */
  rate: number;
  /** how often each list and each search is asked and counted */
  rounds: { lists: number; searches: number };
  /** every so many-th question only */
  step: number;
  targets: boolean;
}

const full: Scale = {
  ...{ world: fullWorld, database: "rexian_bench", kept: true, targets: true },
  ...{ rate: 20, rounds: { lists: 10, searches: 5 }, step: 1 },
};
const short: Scale = {
  ...{ world: smallWorld, database: "rexian_desk_short", kept: false, targets: false },
  ...{ rate: 50, rounds: { lists: 1, searches: 1 }, step: 16 },
};
const scale = process.argv.includes("--short")
  ? short
  : process.argv.includes("--built")
    ? { ...full, world: null }
    : full;

/** milliseconds: of a page of a list the ninety-ninth of a hundred, of a search the ninety-fifth */
const LIST = { share: 0.99, name: "p99", most: 20 };
const SEARCH = { share: 0.95, name: "p95", most: 50 };
const LATER = [2, 10];

const say = (text: string) => void process.stderr.write(`${text}\n`);
const out = (text: string) => void process.stdout.write(`${text}\n`);

interface Asked extends Question {
  token: string;
  /** of the platform's units; null: the city */
  units: readonly string[] | null;
}

async function signedIn(port: number): Promise<Record<Question["who"], Pick<Asked, "token" | "units">>> {
  const unit = async (code: string) => ({ token: await signIn(port, "liaison", code), units: [code] });
  return {
    desk: { token: await signIn(port, "dispatcher"), units: null },
    supervisor: { token: await signIn(port, "supervisor"), units: null },
    large: await unit(unitOf.large),
    middle: await unit(unitOf.middle),
    small: await unit(unitOf.small),
  };
}

/** The same question's later pages, by the cursors that the pages before gave. */
async function withLaterPages(port: number, one: Asked): Promise<Asked[]> {
  const all = [one];
  let path = one.path;
  for (let page = 1; page <= Math.max(...LATER); page += 1) {
    if (LATER.includes(page)) all.push({ ...one, path, group: `${one.group}，后面的页` });
    const { status, body } = await ask({ port, token: one.token }, "GET", path);
    if (status !== 200) throw new Error(`${path} ${JSON.stringify(body)}`);
    if (body.next === null) break;
    path = `${one.path}&cursor=${encodeURIComponent(body.next)}`;
  }
  return all;
}

const sortedTimes = (times: number[][]) => times.flat().toSorted((a, b) => a - b);
const shown = (sorted: number[]) => [0.5, 0.95, 0.99].map((share) => percentile(sorted, share).toFixed(1));

function row(name: string, ours: number[][], bare: number[][], target: typeof LIST): string {
  const [our, their] = [sortedTimes(ours), sortedTimes(bare)];
  const ratio = (percentile(our, 0.5) / percentile(their, 0.5)).toFixed(2);
  const verdict = percentile(our, target.share) <= target.most ? "达标" : "**未达标**";
  const cells = [name, String(ours.length), String(our.length), ...shown(our), shown(their).join(" / "), `${ratio} 倍`];
  const aimed = scale.targets ? [`${target.name} ≤ ${target.most} ms`, verdict] : [];
  return `| ${[...cells, ...aimed].join(" | ")} |`;
}

/** 最慢的问题, by the percentile that counts. */
function slowest(questions: readonly Asked[], times: number[][], share: number): void {
  const each = questions.map(({ group, path }, at) => ({
    ...{ group, path: decodeURIComponent(path.replace(/&cursor=.*/, "&cursor")) },
    ms: percentile(
      times[at]!.toSorted((a, b) => a - b),
      share,
    ),
  }));
  for (const { group, path, ms } of each.toSorted((a, b) => b.ms - a.ms).slice(0, 12))
    say(`${ms.toFixed(1).padStart(8)} ms  ${group}  ${path}`);
}

interface Round {
  port: number;
  rules: Rules;
  platform: Platform;
  db: Database;
  url: string;
}

async function measured(of: Round, questions: Asked[], rounds: number, target: typeof LIST): Promise<void> {
  const plan: BrowsePlan = { port: of.port, rate: scale.rate, warmUp: 1, rounds, questions };
  const { times, failures } = await beside<BrowseResult>("browse.ts", plan);
  if (failures.length > 0) throw new Error(failures[0]);
  const bare = await bareTimes(of, questions, rounds);
  const groups = new Map<string, number[]>();
  for (const [at, { group }] of questions.entries()) groups.set(group, [...(groups.get(group) ?? []), at]);
  for (const [group, members] of groups)
    out(
      row(
        group,
        members.map((at) => times[at]!),
        members.map((at) => bare[at]!),
        target,
      ),
    );
  out(row("合计", times, bare, target));
  slowest(questions, times, target.share);
}

async function asked({ port }: Running, of: Omit<Round, "port">, months: readonly string[]): Promise<void> {
  const people = await signedIn(port);
  const some = (questions: Question[]): Asked[] =>
    questions.filter((_, at) => at % scale.step === 0).map((one) => ({ ...one, ...people[one.who] }));
  const facts = await worldFacts(of.db, of.platform.platform, months);
  const lists: Asked[] = [];
  for (const one of some(listQuestions(facts))) lists.push(...(await withLaterPages(port, one)));
  const words = wordsOf(await textsOfMonth(of.db, of.platform.platform, months.at(-1)!));
  const head = ["项目", "问题", "次数", "p50 ms", "p95 ms", "p99 ms", "裸 SQL p50 / p95 / p99 ms", "比率（p50）"];
  const columns = scale.targets ? [...head, "目标", "结果"] : head;
  out(`| ${columns.join(" | ")} |\n| ${columns.map(() => "---").join(" | ")} |`);
  await measured(
    { ...of, port },
    lists.toSorted((a, b) => (a.group < b.group ? -1 : 1)),
    scale.rounds.lists,
    LIST,
  );
  await measured({ ...of, port }, some(searchQuestions(words)), scale.rounds.searches, SEARCH);
}

async function worldIn(db: Database): Promise<{ platform: Platform; months: string[] }> {
  if (scale.world) return buildWorld(db, scale.world, Date.now, (done) => say(`基准世界：${done} 个月`));
  const platform = (await platformNamed(db, WORLD))!;
  return { platform, months: await reconstructedMonths(db, platform.platform) };
}

async function bench(server: string, folder: string): Promise<void> {
  const db = await namedDatabase(server, scale.database, Date.now());
  const url = Object.assign(new URL(server), { pathname: `/${scale.database}` }).href;
  try {
    const { platform, months } = await worldIn(db);
    const keyFile = join(folder, "key");
    const rules = await openWorld(db, platform, keyFile, say);
    const running = await serveAt({ data: join(folder, "data"), keyFile, databaseUrl: url });
    out(`基准世界 ${months[0]} 到 ${months.at(-1)}\n`);
    await asked(running, { rules, platform, db, url }, months).finally(() => running.stop());
    for (const line of running.complaints) say(line);
  } finally {
    await db.close();
  }
  if (!scale.kept) await dropDatabase(server, scale.database);
}

const commit = execFileSync("git", ["log", "-1", "--format=%h"], { encoding: "utf8" }).trim();
out(
  `${new Date().toISOString()}，版本 ${commit}，${cpus().length} 核，开始时负载 ${loadavg()[0]!.toFixed(1)}，每秒 ${scale.rate} 问`,
);
const given = process.env.DATABASE_URL;
const server = given ? { url: given, stop: () => {} } : await startServer(join(tmpdir(), "rexian-bench"));
const folder = mkdtempSync(join(tmpdir(), "rexian-desk-"));
try {
  await bench(server.url, folder);
} finally {
  server.stop();
  rmSync(folder, { recursive: true, force: true });
}
