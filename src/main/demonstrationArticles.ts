/** 演示的知识条目: a few invented ones, so that there is something to look for; marked as invented where they come from. */
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { addDays, type Instant } from "../domain/calendar/civil.ts";
import type { Writing } from "../domain/knowledge/article.ts";
import { idFrom } from "../domain/ledger/id.ts";
import { type Rules, rulesOf } from "../domain/order/rules.ts";
import { allInForce } from "../domain/rule/inForce.ts";
import type { Database } from "../store/database.ts";
import { addEdition, refreshArticle } from "../store/knowledge/editions.ts";
import type { Platform } from "../store/platform.ts";
import { rulebookOf } from "../store/rules.ts";

const path = fileURLToPath(new URL("../../demo/articles.json", import.meta.url));

interface Invented extends Pick<Writing, "title" | "answer" | "text" | "materials"> {
  /** the unit's name; null: the hotline office */
  unit: string | null;
  /** days until it expires, counted from the day it is loaded; null: it doesn't */
  lasts: number | null;
}

/** so long ago each was written */
const YEAR = 365;

function writingOf({ unit, lasts, ...said }: Invented, { rulebook, dateOf }: Rules, now: Instant): Writing {
  const today = dateOf(now);
  const code = allInForce(rulebook, "unit", today).find(({ value }) => value.name === unit)?.key ?? null;
  return {
    ...said,
    unit: code,
    source: "演示用，虚构",
    from: addDays(today, -YEAR),
    until: lasts === null ? null : addDays(today, lasts),
  };
}

/** 装入演示的知识条目 */
export async function addDemonstrationArticles(db: Database, platform: Platform, now: Instant): Promise<void> {
  const rules = rulesOf(await rulebookOf(db, platform.platform), platform.zone);
  const said = { no: 1, reason: "演示", by: "office:demo-office", at: now, proposed: false, ruling: null };
  for (const one of JSON.parse(readFileSync(path, "utf8")) as Invented[]) {
    const id = idFrom(randomBytes(10), now);
    await addEdition(db, platform.platform, id, { ...writingOf(one, rules, now), ...said });
    await refreshArticle(db, platform.platform, id);
  }
}
