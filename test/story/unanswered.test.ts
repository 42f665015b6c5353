import { connect, createServer, type Socket } from "node:net";
import { afterEach, expect, inject, it } from "vitest";
import { joining } from "../../src/api/confluence.ts";
import type { Visit } from "../../src/api/visit.ts";
import { isRefused } from "../../src/domain/refusal.ts";
import { overEmbedded, startEmbedded } from "../../src/store/connection/embedded.ts";
import type { Database } from "../../src/store/database.ts";
import { openPostgres } from "../../src/store/open.ts";
import { cityNamed } from "../world/city.ts";
import { emptyDatabases, testKeys } from "../world/databases.ts";

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** 断线的网: a way to the database on which the answer to the next commit can be lost. */
async function wayTo(url: string) {
  const { hostname, port, pathname, username } = new URL(url);
  const sockets = new Set<Socket>();
  let losing = false;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    let isLost = false;
    for (const one of [near, far]) {
      sockets.add(one);
      one.on("error", () => {}).on("close", () => sockets.delete(one));
    }
    near.on("data", (asked) => {
      if (losing && asked.includes("commit")) [isLost, losing] = [true, false];
      far.write(asked);
    });
    // the database has answered: what it was asked for is done
    far.on("data", (told) => (isLost ? near.destroy() : near.write(told)));
    far.on("close", () => near.destroy());
    near.on("close", () => far.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  ends.push(async () => {
    for (const one of sockets) one.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const here = (server.address() as { port: number }).port;
  return {
    url: `postgresql://${username}@127.0.0.1:${here}${pathname}`,
    lose: () => {
      losing = true;
    },
  };
}

const current = async (db: Database) =>
  (await db.query<{ name: string }>("select current_database() as name"))[0]!.name;

interface Losing {
  db: Database;
  /** from now on the answer to the next commit is lost */
  lose(): void;
  /** the same, undisturbed */
  plain: Database;
}

const empties = emptyDatabases();

const losing: Record<string, () => Promise<Losing>> = {
  async PostgreSQL() {
    const plain = await empties.get("PostgreSQL")!();
    const server = inject("postgres") as { url: string };
    const way = await wayTo(Object.assign(new URL(server.url), { pathname: `/${await current(plain)}` }).href);
    const db = await openPostgres(way.url, testKeys);
    ends.push(() => db.close());
    return { db, plain, lose: way.lose };
  },
  async 内嵌数据库() {
    const lite = await startEmbedded();
    let isLosing = false;
    const whole = lite.transaction.bind(lite);
    lite.transaction = async (work) => {
      const answer = await whole(work);
      if (!isLosing) return answer;
      isLosing = false;
      throw new Error("no answer");
    };
    const lose = () => {
      isLosing = true;
    };
    ends.push(() => lite.close());
    const db = overEmbedded(lite, testKeys);
    return { db, plain: db, lose };
  },
};

interface Entry {
  n: number;
}

it.each(Object.keys(losing))(
  "%s：提交的回音丢了，一起办的都答不知道，谁也不自动再做一遍；之后的照办，一件也不重",
  async (name) => {
    const { db, plain, lose } = await losing[name]!();
    await plain.script("create table entered (n integer not null)");
    const enter = joining<number, Entry, { answer: Entry }>({
      most: 50,
      about: () => null,
      decide: async (batch) => batch.map(({ asked }) => ({ answer: { n: asked } })),
      write: async (all, visit) => {
        for (const { answer } of all) await visit.db.query("insert into entered values ($1)", [answer.n]);
      },
    });
    const visit = { db, platform: cityNamed("云岭市", "yunling"), headers: {} } as Visit;
    visit.within = (tx) => ({ ...visit, db: tx });
    // the first goes alone; those who come meanwhile go together
    const first = enter(0, visit).then((answer) => {
      lose();
      return answer;
    });
    const answers = await Promise.all([first, ...[1, 2, 3].map((n) => enter(n, visit))]);
    const told = answers.map((answer) => (isRefused(answer) ? answer.refused : answer));
    expect(told).toEqual([{ n: 0 }, ...Array(3).fill("commitUnanswered")]);
    expect(await enter(4, visit)).toEqual({ n: 4 });
    const entered = await plain.query<Entry>("select n from entered order by n");
    expect(entered.map(({ n }) => n)).toEqual([0, 1, 2, 3, 4]);
  },
);
