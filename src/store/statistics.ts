import type { Subject } from "../domain/ledger/event.ts";
import type { Database } from "./database.ts";

const LEDGER = "event (platform, subject_id, version, at)";
/** Of the ledger nothing is chosen by what is frequent: a third of the usual sample tells as much in a third of the time. */
const OF_THE_LEDGER = 30;

/** What questions choose by; sampling the wide columns beside it takes longer than all the rest. */
const CHOSEN_BY: Record<Subject, string[]> = {
  call: ["call (platform, id, offered_at, leader_day)"],
  request: ["service_request (platform, id, accepted_at, settled_at, outcome, merged_into, leader_day, work_order)"],
  order: [
    "work_order (platform, id, request, dispatched_at, resolved_at, followed_up_at, rating, category)",
    "assignment (platform, work_order, no, role, unit, dispatched_at)",
    "return_request (platform, work_order, no, requested_at, bulk)",
  ],
  leaderDay: ["leader_day"],
  countyMonth: ["county_month"],
  mysteryCall: ["mystery_call"],
};

const ALL = Object.keys(CHOSEN_BY) as Subject[];

/**
 * 更新统计信息: after many records came in at once, before anybody counts them: without it a question may take hours. The
 * embedded database never does it by itself, a server only after a while. `written`: what they were records of.
 */
export const refreshStatistics = (db: Database, written: Iterable<Subject> = ALL): Promise<void> =>
  db.transaction(async (tx) => {
    for (const table of [...written].flatMap((subject) => CHOSEN_BY[subject])) await tx.script(`analyze ${table}`);
    await tx.script(`set local default_statistics_target = ${OF_THE_LEDGER}`);
    await tx.script(`analyze ${LEDGER}`);
  });
