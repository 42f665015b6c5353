/** 单位和规则的导入: rows of the platform's own book; small files, read whole and added at once. */
import { civilDateOf } from "../../domain/calendar/zone.ts";
import type { Mapping } from "../../domain/import/mapping.ts";
import { namesOf } from "../../domain/import/names.ts";
import type { RuleFile } from "../../domain/import/state/rule.ts";
import type { RuleRow } from "../../domain/rule/rulebook.ts";
import { readTable } from "../../file/table/read.ts";
import type { Database } from "../../store/database.ts";
import { operatorRows } from "../../store/import/ownRule.ts";
import { ledgerPosition } from "../../store/platform.ts";
import { holdRules } from "../../store/ruleHistory.ts";
import { addRules, ownBook, rulebookOf } from "../../store/rules.ts";
import type { Io } from "../command.ts";
import type { Filling } from "./platform.ts";
import { rejectsFile } from "./rejects.ts";
import { type ReadRow, readRows } from "./rows.ts";
import { judgeRules, type Verdict } from "./ruleRows.ts";
import { measured, newOutcome, type Outcome, progressOf } from "./run.ts";

export interface RuleTask {
  file: RuleFile;
  path: string;
  filling: Filling;
  mapping: Mapping;
  rejects: string | null;
  dryRun: boolean;
}

const BACKDATED = "行自过去的日期起生效，以前的数字会因此重新算";

async function wholeOf(pages: AsyncIterable<ReadRow[]>): Promise<ReadRow[]> {
  const rows: ReadRow[] = [];
  for await (const page of pages) rows.push(...page);
  return rows;
}

/** where nothing is recorded yet, no number changes with an old rule */
async function backdatedOf(db: Database, { platform: { platform, zone } }: Filling, added: RuleRow[], now: number) {
  if ((await ledgerPosition(db, platform)) === 0) return 0;
  const today = civilDateOf(now, zone);
  return added.filter(({ from }) => from < today).length;
}

function counted(outcome: Outcome, verdicts: Iterable<Verdict>): void {
  for (const verdict of verdicts) {
    outcome.rows += 1;
    if ("faults" in verdict) outcome.rejected += 1;
    else outcome[verdict.add.length > 0 ? "added" : "unchanged"] += 1;
  }
}

/** 导入规则: adds what the platform's rulebook doesn't say already, as the operator's rows; all in one transaction. */
export async function runRules(
  task: RuleTask,
  { db, io, now }: { db: Database; io: Io; now: number },
): Promise<Outcome> {
  const { file, path, filling, dryRun } = task;
  const { platform } = filling.platform;
  const size = (await io.size(path)) ?? 0;
  const progress = progressOf(io, `导入${file.noun}`, size);
  const bytes = measured(await io.open(path), progress.told);
  const names = namesOf(filling.rulebook, filling.platform.zone);
  const { layout, rows } = await readRows(await readTable(bytes), file, task.mapping, names);
  await filling.settle();
  progress.begin();
  const outcome = newOutcome(layout.unknown);
  const rejects = rejectsFile(io, dryRun ? null : task.rejects, layout.headers);
  try {
    const read = await wholeOf(rows);
    await db.transaction(async (tx) => {
      if (!dryRun) await holdRules(tx, platform);
      const rulebook = dryRun ? filling.rulebook : await rulebookOf(tx, platform);
      const verdicts = judgeRules(read, { file, names, rulebook, isTaken: await operatorRows(tx, platform) });
      counted(outcome, verdicts.values());
      const added = [];
      for (const [row, verdict] of verdicts)
        if ("faults" in verdict) await rejects.add({ ...row, faults: verdict.faults });
        else added.push(...verdict.add);
      const backdated = await backdatedOf(tx, filling, added, now);
      if (backdated > 0) outcome.notes.set(BACKDATED, backdated);
      if (!dryRun) await addRules(tx, ownBook(platform), added, "operator", now);
    });
    await rejects.end();
  } catch (error) {
    await rejects.abort(error as Error);
    throw error;
  }
  return outcome;
}
