/** 扣住的短信: messages of a restored backup, until an administrator says whether they still go out. */
import { heldOutcome, heldQuery, heldReason, heldPage as pageSchema } from "../../contract/admin/heldMessage.ts";
import type { Role } from "../../domain/access/role.ts";
import type { Database } from "../../store/database.ts";
import { dropHeld, heldPage, releaseHeld } from "../../store/notice/held.ts";
import { logVisit } from "../access/log.ts";
import { cursorOf, placeOf } from "../cursor.ts";
import { type Operation, operation } from "../operation.ts";
import { iso } from "../time.ts";

const PERMIT: readonly Role[] = ["administrator"];

const listHeld = operation({
  id: "listHeldMessages",
  method: "GET",
  path: "/held-messages",
  summary: "恢复备份后扣住的短信：备份以后可能已经发过",
  tag: "管理",
  permit: PERMIT,
  query: heldQuery,
  answer: pageSchema,
  async handle({ query: { cursor, limit } }, { db, platform }) {
    const { rows, total } = await heldPage(db, platform.platform, placeOf(cursor), limit);
    const last = rows.length === limit ? rows.at(-1)! : null;
    return {
      rows: rows.map((row) => ({ ...row, createdAt: iso(row.createdAt) })),
      next: last && cursorOf({ at: last.createdAt, id: last.id }),
      total,
    };
  },
});

type Settle = (db: Database, platform: string, at: number) => Promise<number>;

/** all of them at once: they are of one backup */
const settling = (id: string, noun: string, summary: string, settle: Settle): Operation =>
  operation({
    id,
    method: "POST",
    path: `/held-messages/${noun}`,
    summary,
    tag: "管理",
    permit: PERMIT,
    body: heldReason,
    answer: heldOutcome,
    writes: true,
    async handle({ body: { reason } }, visit) {
      const messages = await settle(visit.db, visit.platform.platform, visit.at);
      await logVisit(visit, { operation: id, reason });
      return { messages };
    },
  });

/** 扣住的短信的操作 */
export const heldMessageOperations: readonly Operation[] = [
  listHeld,
  settling("releaseHeldMessages", "release", "放行扣住的短信：全部发出", releaseHeld),
  settling("dropHeldMessages", "dropping", "作废扣住的短信：都不再发", dropHeld),
];
