import { computeMonth, computeReport } from "../api/report/compute.ts";
import type { Instant } from "../domain/calendar/civil.ts";
import { toFile } from "../domain/measure/toFile.ts";
import { assembleReport } from "../report/assemble.ts";
import { reportFile } from "../report/files.ts";
import { type FontReport, findFonts } from "../report/render/fonts.ts";
import type { Database } from "../store/database.ts";
import { isDemonstration, ledgerPosition, type Platform, platforms } from "../store/platform.ts";
import { monthsWithRecords } from "../store/question/months.ts";
import { reconstructedMonths } from "../store/reconstructed.ts";
import { ruleEdition } from "../store/rules.ts";
import { choosePlatform } from "./choosePlatform.ts";
import type { Call } from "./execute.ts";
import type { ReportDesk } from "./page/reportDesk.ts";
import { sayFault } from "./run.ts";

/** 可出月报的月份, the latest first; what a reconstructed month needs of earlier months makes no month of its own */
const monthsToReport = async (db: Database, { platform, origin }: Platform): Promise<string[]> =>
  origin === "reconstructed" ? (await reconstructedMonths(db, platform)).toReversed() : monthsWithRecords(db, platform);

/** enough for a few readers of a few months */
const KEPT = 24;
/** however busy the desks are, a month is computed once in this while; its report says at which ledger position */
const FRESH = 60_000;

interface Computed {
  position: number;
  /** when it was ready; null: it isn't yet */
  readyAt: Instant | null;
  value: Promise<unknown>;
}

/**
 * 报告台 over an open database: what was computed under the rules as they are is kept until the ledger has moved on, and a
 * minute longer.
 */
export async function reportDesk(
  db: Database,
  { io, debug, now = Date.now }: Pick<Call, "io" | "debug"> & { now?: () => Instant },
): Promise<ReportDesk> {
  const demonstration = (await isDemonstration(db)) ?? false;
  const kept = new Map<string, Computed>();
  let fonts: FontReport | null = null;

  const serves = ({ position, readyAt }: Computed, present: number): boolean =>
    position === present || readyAt === null || now() - readyAt < FRESH;

  function computing(key: string, position: number, value: Promise<unknown>): Computed {
    const computed: Computed = { position, readyAt: null, value };
    value.then(
      () => {
        computed.readyAt = now();
      },
      () => kept.get(key) === computed && kept.delete(key),
    );
    return computed;
  }

  async function keep<Value>(
    what: string,
    month: string,
    name: string | undefined,
    make: () => Promise<Value>,
  ): Promise<Value> {
    const { platform, books } = await choosePlatform(db, name);
    const key = `${what} ${month} ${platform} ${await ruleEdition(db, platform, books)}`;
    const position = await ledgerPosition(db, platform);
    const before = kept.get(key);
    const known = before && serves(before, position) ? before : computing(key, position, make());
    kept.delete(key);
    kept.set(key, known);
    for (const old of [...kept.keys()].slice(0, -KEPT)) kept.delete(old);
    return known.value as Promise<Value>;
  }

  const compute = (month: string, name: string | undefined) =>
    keep("figures", month, name, async () => computeMonth(db, await choosePlatform(db, name), month, { now: now() }));
  const report = (month: string, name: string | undefined) =>
    keep("report", month, name, async () =>
      assembleReport(await computeReport(db, await choosePlatform(db, name), month, now())),
    );

  return {
    demonstration,
    platforms: async () => {
      const all = await platforms(db);
      return Promise.all(all.map(async (platform) => ({ platform, months: await monthsToReport(db, platform) })));
    },
    figures: compute,
    figuresFile: async (month, name) => toFile((await compute(month, name)).figures),
    reportFile: (month, name, format) =>
      keep(format, month, name, async () =>
        reportFile(await report(month, name), format, () => (fonts ??= findFonts())),
      ),
    failed: (error) => sayFault(error, io, debug),
  };
}
