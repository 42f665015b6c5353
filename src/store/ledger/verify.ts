import type { Finding, Head } from "../../domain/ledger/finding.ts";
import type { Database } from "../database.ts";
import { articleDiffers } from "../knowledge/editions.ts";
import { checkRows } from "./rows.ts";
import { checkSealed, checkTail } from "./sealed.ts";
import { headOf } from "./sealing.ts";
import { checkSnapshots } from "./snapshots.ts";

/** 查验结果: what was proven, as far as it holds; `finding` is the first place where it doesn't. */
export interface Verified {
  /** up to here everything is sealed */
  head: Head;
  unsealed: number;
  rows: number;
  /** how often events point to a text or a contact that is no longer there */
  gone: number;
  /** of those: of matters that nothing says were forgotten */
  unexplained: number;
  finding: Finding | null;
}

export interface VerifyTask {
  platform: string;
  /** a head that was noted earlier */
  noted: Head | null;
  progress(stage: "seals" | "rows", done: number, total: number): void;
}

/**
 * 查验账本 of a platform: first the sealed events in the order of the chain, then those without a seal, then the rows, then
 * what was kept of months' ends, then the articles. It reads page by page, while writers go on, and stops at the first thing that doesn't hold.
 */
export async function verifyLedger(db: Database, { platform, noted, progress }: VerifyTask): Promise<Verified> {
  const head = await headOf(db, platform);
  const proven: Verified = { head, unsealed: 0, rows: 0, gone: 0, unexplained: 0, finding: null };
  proven.finding = await checkSealed(db, platform, head, noted, (done) => progress("seals", done, head.no));
  if (proven.finding) return proven;
  const tail = await checkTail(db, platform);
  if (tail.finding) return { ...proven, unsealed: tail.length, finding: tail.finding };
  const total = head.no + tail.length;
  const { checked, finding, ...rest } = await checkRows(db, platform, (done) => progress("rows", done, total));
  const known = { head, unsealed: tail.length, rows: checked, ...rest };
  return { ...known, finding: finding ?? (await checkSnapshots(db, platform)) ?? (await checkArticles(db, platform)) };
}

/** What the lists say of an article is what its editions say. */
async function checkArticles(db: Database, platform: string): Promise<Finding | null> {
  const id = await db.snapshot((tx) => articleDiffers(tx, platform));
  return id === null ? null : { fault: "articleDiffers", subject: "article", id };
}
