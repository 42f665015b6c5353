/** 长时间的强杀试验: `npm run torture -- [轮数]`, on both databases; its output belongs into docs/measurements.md. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { dropDatabase, startServer } from "../bench/server.ts";
import { type Tortured, torture } from "./torture.ts";

const rounds = Number(process.argv[2] ?? 50);
const out = (line: string) => process.stdout.write(`${line}\n`);

async function at(name: string, databaseUrl: string | null): Promise<Tortured> {
  const folder = mkdtempSync(join(tmpdir(), "rexian-torture-"));
  const place = { data: join(folder, "data"), keyFile: join(folder, "key"), databaseUrl };
  out(`${name}，${rounds} 轮`);
  const milliseconds = (round: number) => 150 + ((round * 7919) % 2500);
  const done = await torture({ place, rounds, workers: 8, milliseconds, log: out }).finally(() =>
    rmSync(folder, { recursive: true, force: true }),
  );
  out(`${name}：${done.rounds} 轮，确认 ${done.confirmed} 件，重发 ${done.resumed} 件，不对的 ${done.wrong.length} 处`);
  for (const line of done.wrong) out(line);
  return done;
}

const server = await startServer(join(tmpdir(), "rexian-torture-postgres"));
const name = "rexian_torture";
await dropDatabase(server.url, name);
const client = new pg.Client({ connectionString: server.url });
await client.connect();
await client.query(`create database ${name} template template0 encoding 'UTF8'`);
await client.end();
const results = [
  await at("PostgreSQL", Object.assign(new URL(server.url), { pathname: `/${name}` }).href),
  await at("内嵌数据库", null),
];
server.stop();
process.exitCode = results.every(({ wrong }) => wrong.length === 0) ? 0 : 1;
