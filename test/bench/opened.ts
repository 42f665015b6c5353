/** 基准世界开门营业: what a running hotline has and a world written month by month lacks. Done once, kept with the world. */
import { existsSync } from "node:fs";
import { assumed } from "../../rulebook/row.ts";
import { type Rules, rulesOf } from "../../src/domain/order/rules.ts";
import { createKeyFile } from "../../src/main/keyFile.ts";
import type { Database } from "../../src/store/database.ts";
import { sealEvents } from "../../src/store/ledger/sealing.ts";
import { isDemonstration, markInstallation, type Platform } from "../../src/store/platform.ts";
import { addRules, ownBook, rulebookOf } from "../../src/store/rules.ts";
import { fillNext } from "../../src/store/search/fill.ts";
import { UNITS } from "./plan.ts";
import { benchKeys } from "./server.ts";

const BATCH = 5000;

const unitRows = UNITS.map((unit, at) => {
  const value = { name: `基准${unit.slice(4)}局`, group: "department", order: at + 1, shortNames: [] };
  return assumed("unit", unit, { ...value, listedWhenIdle: false }, "基准世界");
});

async function searchable(db: Database, platform: string): Promise<void> {
  while (await fillNext(db, platform, BATCH));
}

async function sealed(db: Database, platform: string): Promise<void> {
  while ((await sealEvents(db, platform, Date.now(), BATCH)) === BATCH);
}

const passes: Record<string, (db: Database, platform: string) => Promise<void>> = {
  补登全文: searchable,
  封印: sealed,
  统计信息: (db) => db.script("vacuum analyze"),
};

/** 开门: one-click sign-in, the units as rules, words that are found, the ledger sealed; says how long each took. */
export async function openWorld(
  db: Database,
  { platform, zone }: Platform,
  keyFile: string,
  say: (text: string) => void,
): Promise<Rules> {
  if (!existsSync(keyFile)) createKeyFile(keyFile, benchKeys);
  if ((await isDemonstration(db)) === null) {
    await markInstallation(db, true, Date.now());
    await addRules(db, ownBook(platform), unitRows, "operator", Date.now());
  }
  for (const [what, pass] of Object.entries(passes)) {
    const from = performance.now();
    await pass(db, platform);
    say(`${what}：${((performance.now() - from) / 1000).toFixed(1)} 秒`);
  }
  return rulesOf(await rulebookOf(db, platform), zone);
}
