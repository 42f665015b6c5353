/** 强杀试验: the server is killed in the middle of its work, again and again; what it had confirmed must be there, once. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { newDatabase } from "../../src/main/installation.ts";
import { openDatabase } from "../../src/main/openDatabase.ts";
import type { Place } from "../../src/main/place.ts";
import type { Database } from "../../src/store/database.ts";
import { createPlatform } from "../../src/store/platform.ts";
import { addRules, ownBook } from "../../src/store/rules.ts";
import { cityNamed, rules } from "../world/city.ts";
import { matter } from "../world/matter.ts";
import { freePort } from "../world/postgres.ts";

export interface Torture {
  place: Place;
  rounds: number;
  /** of the load that runs at once */
  workers: number;
  /** between the first request of a round and the kill */
  milliseconds(round: number): number;
  log(line: string): void;
}

export interface Tortured {
  rounds: number;
  /** writes that were confirmed */
  confirmed: number;
  /** writes that were on their way when the server died, sent again afterwards */
  resumed: number;
  /** what was not as it should be; none */
  wrong: string[];
}

const program = resolve("bin/rexian");
const city = cityNamed("云岭市", "yunling");

/** The demonstration's one-click sign-in is what lets the load in. */
export async function prepare(place: Place): Promise<void> {
  const { db } = await openDatabase(place, { makes: true, upgrades: false }, async (made) => {
    await newDatabase(true)(made);
    await createPlatform(made, city, 0);
    await addRules(made, ownBook(city.platform), rules, "operator", 0);
  });
  await db.close();
}

const environment = ({ data, keyFile, databaseUrl }: Place): NodeJS.ProcessEnv => {
  const { DATABASE_URL: _, ...rest } = process.env;
  return { ...rest, REXIAN_DATA: data, REXIAN_KEY: keyFile, ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) };
};

interface Running {
  child: ChildProcess;
  url: string;
  ended: Promise<unknown>;
}

async function serve(place: Place): Promise<Running> {
  const port = await freePort();
  const child = spawn(program, ["serve", "--port", String(port)], {
    env: environment(place),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "close");
  let said = "";
  for await (const chunk of child.stderr) {
    said += chunk;
    if (said.includes("提供服务")) return { child, url: `http://127.0.0.1:${port}/api/v1`, ended };
  }
  throw new Error(`the server didn't start: ${said}`);
}

/** `rexian` to its end: exit code and what it said. */
export async function command(place: Place, ...words: string[]): Promise<{ code: number; said: string }> {
  const child = spawn(program, words, { env: environment(place), stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      said += chunk;
    });
  const [code] = await once(child, "close");
  return { code, said };
}

interface Confirmed {
  request: string;
  number: string;
}

interface Load {
  url: string;
  /** by key: what was confirmed */
  confirmed: Map<string, Confirmed>;
  /** by key: sent, and not answered */
  underWay: Set<string>;
  orders: Map<string, number>;
}

async function post(url: string, path: string, token: string, body: unknown, headers: Record<string, string> = {}) {
  const answer = await fetch(`${url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}`, ...headers },
    body: JSON.stringify(body),
  });
  return {
    status: answer.status,
    etag: answer.headers.get("etag") ?? "",
    body: (await answer.json()) as Record<string, string>,
  };
}

async function signIn(url: string, role: string, unit?: string): Promise<string> {
  const { body } = await post(url, "/session/demonstration", "", { role, unit, bearer: true });
  return body.token!;
}

/** One matter as far as it gets: registered under its key, dispatched, acknowledged. */
async function oneMatter(
  { url, confirmed, underWay, orders }: Load,
  key: string,
  tokens: { desk: string; unit: string },
) {
  underWay.add(key);
  const made = await post(
    url,
    "/requests",
    tokens.desk,
    { ...matter, text: `第 ${key} 件，电梯停运。` },
    { "idempotency-key": key },
  );
  if (made.status !== 200) throw new Error(`${made.status} ${JSON.stringify(made.body)}`);
  confirmed.set(key, { request: made.body.id!, number: made.body.number! });
  underWay.delete(key);
  const order = await post(
    url,
    `/requests/${made.body.id}/dispatch`,
    tokens.desk,
    { unit: "housing" },
    { "if-match": made.etag },
  );
  if (order.status !== 200) return;
  orders.set(order.body.id!, 1);
  const taken = await post(
    url,
    `/orders/${order.body.id}/acknowledgement`,
    tokens.unit,
    {},
    { "if-match": order.etag },
  );
  if (taken.status === 200) orders.set(order.body.id!, 2);
}

/** Until the server dies under it. */
async function worker(load: Load, name: string, tokens: { desk: string; unit: string }): Promise<void> {
  for (let n = 0; ; n += 1) {
    try {
      await oneMatter(load, `${name}-${n}`, tokens);
    } catch (error) {
      if (error instanceof TypeError) return; // fetch: the connection is gone
      throw error;
    }
  }
}

async function round(torture: Torture, at: number, load: Omit<Load, "url">): Promise<number> {
  const { child, url, ended } = await serve(torture.place);
  const tokens = { desk: await signIn(url, "dispatcher"), unit: await signIn(url, "liaison", "housing") };
  const all = { ...load, url };
  const before = [...load.underWay];
  for (const key of before) await oneMatter(all, key, tokens);
  const killed = new Promise<void>((done) =>
    setTimeout(() => {
      child.kill("SIGKILL");
      done();
    }, torture.milliseconds(at)),
  );
  const workers = Array.from({ length: torture.workers }, (_, n) => worker(all, `r${at}w${n}`, tokens));
  await Promise.all([...workers, killed, ended]);
  return before.length;
}

async function wrongIn(db: Database, { confirmed, underWay, orders }: Omit<Load, "url">): Promise<string[]> {
  const wrong: string[] = [];
  const requests = await db.query<{ id: string; number: string }>(
    "select id, number from service_request where platform = $1",
    [city.platform],
  );
  const numbers = new Map(requests.map(({ id, number }) => [id, number]));
  for (const [key, { request, number }] of confirmed)
    if (numbers.get(request) !== number) wrong.push(`confirmed under ${key}, not there: ${request}`);
  const texts = await db.query<{ text: string; n: number }>(
    "select text, count(*)::integer as n from free_text where platform = $1 and text like '第 %' group by text having count(*) > 1",
    [city.platform],
  );
  for (const { text } of texts) wrong.push(`there twice: ${text}`);
  const most = confirmed.size + underWay.size;
  if (requests.length > most) wrong.push(`${requests.length} requests for ${most} sent`);
  const versions = new Map(
    (
      await db.query<{ id: string; version: number }>("select id, version from work_order where platform = $1", [
        city.platform,
      ])
    ).map(({ id, version }) => [id, version]),
  );
  for (const [order, version] of orders)
    if ((versions.get(order) ?? 0) < version)
      wrong.push(`order ${order} confirmed at ${version}, is at ${versions.get(order) ?? 0}`);
  return wrong;
}

/** 强杀若干轮, then look: at what was confirmed, and at the ledger. */
export async function torture(of: Torture): Promise<Tortured> {
  await prepare(of.place);
  const load = { confirmed: new Map(), underWay: new Set<string>(), orders: new Map() };
  let resumed = 0;
  for (let at = 0; at < of.rounds; at += 1) {
    resumed += await round(of, at, load);
    of.log(`第 ${at + 1} 轮：已确认 ${load.confirmed.size} 件，途中 ${load.underWay.size} 件`);
  }
  const { db } = await openDatabase(of.place, { makes: false, upgrades: false }, async () => {});
  const wrong = await wrongIn(db, load).finally(() => db.close());
  const verified = await command(of.place, "verify");
  if (verified.code !== 0) wrong.push(verified.said);
  return { rounds: of.rounds, confirmed: load.confirmed.size, resumed, wrong };
}
