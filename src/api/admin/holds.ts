/** 法定保留: a matter's people and words are kept beyond their time, for a reason, until somebody lifts it. */
import {
  holdParams,
  holdQuery,
  holdView,
  liftBody,
  newHold,
  holdPage as pageSchema,
} from "../../contract/admin/hold.ts";
import type { Role } from "../../domain/access/role.ts";
import { endOfDay } from "../../domain/calendar/zone.ts";
import { refuse } from "../../domain/refusal.ts";
import { addHold, type Hold, holdOf, holdPage, liftHold } from "../../store/access/hold.ts";
import { requestNamed } from "../../store/desk/requests.ts";
import { logVisit } from "../access/log.ts";
import { cursorOf, placeOf } from "../cursor.ts";
import { type Operation, operation } from "../operation.ts";
import { requestNotFound } from "../request/load.ts";
import { iso, isoOrNull } from "../time.ts";

const PERMIT: readonly Role[] = ["office", "administrator"];

const viewOf = ({ since, until, liftedAt, ...hold }: Hold) => ({
  ...hold,
  since: iso(since),
  until: isoOrNull(until),
  liftedAt: isoOrNull(liftedAt),
});

const listHolds = operation({
  id: "listHolds",
  method: "GET",
  path: "/holds",
  summary: "法定保留清单",
  tag: "管理",
  permit: PERMIT,
  query: holdQuery,
  answer: pageSchema,
  async handle({ query: { cursor, limit, request, active } }, { db, platform, at }) {
    const filter = { request, at: active ? at : undefined };
    const { rows, total } = await holdPage(db, platform.platform, filter, placeOf(cursor), limit);
    const last = rows.length === limit ? rows.at(-1)! : null;
    return { rows: rows.map(viewOf), next: last && cursorOf({ at: last.since, id: last.id }), total };
  },
});

const createHold = operation({
  id: "createHold",
  method: "POST",
  path: "/holds",
  summary: "保留一件诉求的信息，期满也不删",
  tag: "管理",
  permit: PERMIT,
  body: newHold,
  answer: holdView,
  writes: true,
  async handle({ body: { request, reason, until } }, visit) {
    const { db, platform, at, actor } = visit;
    const found = await visit.see((read) => requestNamed(read, platform.platform, request));
    if (!found) return requestNotFound;
    const end = until == null ? null : endOfDay(until, platform.zone);
    if (end !== null && end <= at) return refuse("invalid", "保留的最后一天已经过去。", "请改正日期。");
    const hold = {
      id: visit.newId(),
      request: found.id,
      number: found.number,
      reason,
      by: actor.by,
      since: at,
      until: end,
    };
    await addHold(db, platform.platform, hold);
    await logVisit(visit, { operation: "createHold", subject: ["request", found.id], reason });
    return viewOf({ ...hold, liftedAt: null, liftedBy: null, liftReason: null });
  },
});

const lift = operation({
  id: "liftHold",
  method: "POST",
  path: "/holds/{id}/lifting",
  summary: "解除保留",
  tag: "管理",
  permit: PERMIT,
  params: holdParams,
  body: liftBody,
  answer: holdView,
  writes: true,
  async handle({ params: { id }, body: { reason } }, visit) {
    const { db, platform, at, actor } = visit;
    const hold = await holdOf(db, platform.platform, id);
    if (!hold) return refuse("notFound", "没有这项保留。", "请核对编号。");
    if (!(await liftHold(db, platform.platform, id, { by: actor.by, at, reason })))
      return refuse("holdLifted", "这项保留已经解除。", "不用再解除。");
    await logVisit(visit, { operation: "liftHold", subject: ["request", hold.request], reason });
    return viewOf({ ...hold, liftedAt: at, liftedBy: actor.by, liftReason: reason });
  },
});

/** 法定保留的操作 */
export const holdOperations: readonly Operation[] = [listHolds, createHold, lift];
