/** 单位和规则的导入: rows of the platform's own book; small files, read whole and added at once. */
import { dateWords } from "../../domain/calendar/civil.ts";
import type { Mapping } from "../../domain/import/mapping.ts";
import { namesOf } from "../../domain/import/names.ts";
import { isSaid, type RuleFile } from "../../domain/import/state/rule.ts";
import type { Rulebook, RuleRow } from "../../domain/rule/rulebook.ts";
import { readTable } from "../../file/table/read.ts";
import type { Database } from "../../store/database.ts";
import { operatorRows } from "../../store/import/ownRule.ts";
import { addRules, ownBook } from "../../store/rules.ts";
import type { Io } from "../command.ts";
import type { Filling } from "./platform.ts";
import { rejectsFile } from "./rejects.ts";
import { readRows } from "./rows.ts";
import { measured, newOutcome, type Outcome, progressOf } from "./run.ts";

export interface RuleTask {
  file: RuleFile;
  path: string;
  filling: Filling;
  mapping: Mapping;
  rejects: string | null;
  dryRun: boolean;
}

type Verdict = { add: RuleRow[] } | { reject: string };

/** What of a row's rules is new; a row is only ever added, so an operator's own of the same day stands. */
function judge(rows: RuleRow[], rulebook: Rulebook, isTaken: (row: RuleRow) => boolean): Verdict {
  const add = rows.filter((row) => !isSaid(rulebook, row));
  const taken = add.find(isTaken);
  return taken
    ? { reject: `“${taken.key}”自${dateWords(taken.from)}起已另有规定；规则只增不改，请换一个生效日期` }
    : { add };
}

/** Later rows of the same file see what earlier ones brought. */
const learn = (rulebook: Rulebook, rows: RuleRow[]): void => {
  for (const row of rows) ((rulebook.rows[row.kind] ??= []) as RuleRow[]).push(row);
};

async function* eachOf<T>(pages: AsyncIterable<T[]>): AsyncGenerator<T> {
  for await (const rows of pages) yield* rows;
}

/** 导入规则: adds what the platform's rulebook doesn't say already, as the operator's rows; all in one transaction. */
export async function runRules(
  task: RuleTask,
  { db, io, now }: { db: Database; io: Io; now: number },
): Promise<Outcome> {
  const { file, path } = task;
  const { platform, rulebook } = task.filling;
  const size = (await io.size(path)) ?? 0;
  const progress = progressOf(io, `导入${file.noun}`, size);
  const bytes = measured(await io.open(path), progress.told);
  const names = namesOf(rulebook, platform.zone);
  const { layout, rows } = await readRows(await readTable(bytes), file, task.mapping, names);
  await task.filling.settle();
  progress.begin();
  const outcome = newOutcome(layout.unknown);
  const rejects = rejectsFile(io, task.dryRun ? null : task.rejects, layout.headers);
  const stored = await operatorRows(db, platform.platform);
  const added: RuleRow[] = [];
  const isTaken = (row: RuleRow) =>
    stored(row) || added.some((one) => one.kind === row.kind && one.key === row.key && one.from === row.from);
  try {
    for await (const row of eachOf(rows)) {
      outcome.rows += 1;
      const said = row.faults.length > 0 ? row.faults : file.rows(row.values, names);
      const isFault = said.some((one) => "reason" in one);
      const verdict = isFault ? null : judge(said as RuleRow[], rulebook, isTaken);
      if (verdict === null || "reject" in verdict) {
        outcome.rejected += 1;
        const faults = verdict === null ? said : [{ column: "", reason: verdict.reject }];
        await rejects.add({ ...row, faults: faults as { column: string; reason: string }[] });
        continue;
      }
      outcome[verdict.add.length > 0 ? "added" : "unchanged"] += 1;
      added.push(...verdict.add);
      learn(rulebook, verdict.add);
    }
    if (!task.dryRun) await db.transaction((tx) => addRules(tx, ownBook(platform.platform), added, "operator", now));
    await rejects.end();
  } catch (error) {
    await rejects.abort(error as Error);
    throw error;
  }
  return outcome;
}
