import type { Database } from "./database.ts";

/** What questions choose by; sampling the wide columns beside it takes longer than all the rest. */
const CHOSEN_BY = [
  "event (platform, subject_id, version, at)",
  "call (platform, id, offered_at, leader_day)",
  "service_request (platform, id, accepted_at, settled_at, outcome, merged_into, leader_day, work_order)",
  "work_order (platform, id, request, dispatched_at, resolved_at, followed_up_at, rating, category)",
  "assignment (platform, work_order, no, role, unit, dispatched_at)",
  "return_request (platform, work_order, no, requested_at, bulk)",
  "leader_day",
  "county_month",
  "mystery_call",
];

/**
 * 更新统计信息: after many records came in at once, before anybody counts them: without it a question may take hours. The
 * embedded database never does it by itself, a server only after a while.
 */
export const refreshStatistics = (db: Database): Promise<void> => db.script(`analyze ${CHOSEN_BY.join(", ")}`);
