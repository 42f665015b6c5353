/** 裸 SQL: what a list or a search asks the database for its viewer, put by the driver alone, as the database's own role. */

import { countedOf } from "../../src/api/cursor.ts";
import { filterOf as orderFilter } from "../../src/api/order/list.ts";
import { filterOf as requestFilter } from "../../src/api/request/list.ts";
import type { Visit } from "../../src/api/visit.ts";
import { orderQuery } from "../../src/contract/order/order.ts";
import { requestQuery } from "../../src/contract/request/request.ts";
import type { Rules } from "../../src/domain/order/rules.ts";
import { readAs } from "../../src/store/access/door.ts";
import type { Database } from "../../src/store/database.ts";
import { orderList, orderPage } from "../../src/store/desk/orders.ts";
import { requestList, requestPage } from "../../src/store/desk/requests.ts";
import type { Platform } from "../../src/store/platform.ts";
import { session } from "./bareCopy.ts";

interface Asking {
  path: string;
  units: readonly string[] | null;
}

interface Of {
  db: Database;
  url: string;
  platform: Platform;
  rules: Rules;
}

type Statement = [sql: string, parameters: readonly unknown[]];

const listening = (to: Database, heard: (statement: Statement) => void): Database => ({
  ...to,
  query: (sql, parameters = []) => {
    heard([sql, parameters]);
    return to.query(sql, parameters);
  },
  prepared: (sql, parameters = []) => {
    heard([sql, parameters]);
    return to.prepared(sql, parameters);
  },
  snapshot: (read) => to.snapshot((tx) => read(listening(tx, heard))),
});

async function list(db: Database, { platform, rules }: Of, { path, units }: Asking): Promise<void> {
  const [noun, text] = path.split("?") as [string, string];
  const visit = { rules: async () => rules, at: Date.now(), viewer: { units } } as unknown as Visit;
  const given = Object.fromEntries(new URLSearchParams(text));
  const page = { platform: platform.platform, units };
  if (noun === "/orders") {
    const { cursor, limit, ...query } = orderQuery.parse(given);
    const filter = await orderFilter(query, visit);
    const after = countedOf(cursor);
    await readAs(db, page, async (tx) => {
      if (after) await orderPage(tx, platform.platform, filter, after, limit);
      else await orderList(tx, platform.platform, filter, limit);
    });
  } else {
    const { cursor, limit, ...query } = requestQuery.parse(given);
    const filter = await requestFilter(query, visit);
    const after = countedOf(cursor);
    await readAs(db, page, async (tx) => {
      if (after) await requestPage(tx, platform.platform, filter, after, limit);
      else await requestList(tx, platform.platform, filter, limit);
    });
  }
}

/** 每个问题的裸 SQL, so many times each after one that isn't counted; milliseconds. */
export async function bareTimes(of: Of, questions: readonly Asking[], rounds: number): Promise<number[][]> {
  const statements: Statement[][] = [];
  for (const question of questions) {
    const heard: Statement[] = [];
    await list(
      listening(of.db, (statement) => heard.push(statement)),
      of,
      question,
    );
    statements.push(heard);
  }
  const name = new URL(of.url).pathname.slice(1);
  return session(of.url, name, async (client) => {
    const times: number[][] = questions.map(() => []);
    for (let round = 0; round < rounds; round += 1)
      for (const [at, heard] of statements.entries()) {
        const from = performance.now();
        await client.query("begin isolation level repeatable read read only");
        for (const [sql, parameters] of heard) await client.query(sql, [...parameters]);
        await client.query("commit");
        times[at]!.push(performance.now() - from);
      }
    return times;
  });
}
