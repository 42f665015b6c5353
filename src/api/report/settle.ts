import { discarding, editionParams, editionView } from "../../contract/report/edition.ts";
import type { Refused } from "../../domain/refusal.ts";
import { type EditionState, settleRefusal } from "../../domain/report/edition.ts";
import { reportEdition, settleReportEdition } from "../../store/report/editions.ts";
import { operation } from "../operation.ts";
import { staleVersion } from "../version.ts";
import type { Visit } from "../visit.ts";
import { editionNotFound, editionViewOf, REPORTING } from "./view.ts";

async function settle(id: string, state: Exclude<EditionState, "frozen">, reason: string | null, visit: Visit) {
  const { db, actor, at } = visit;
  const { platform } = visit.platform;
  const edition = await reportEdition(db, platform, id);
  if (edition === null) return editionNotFound;
  const refused: Refused | null = staleVersion(edition, visit) ?? settleRefusal(edition);
  if (refused) return refused;
  const done = await settleReportEdition(db, platform, { ...edition, state }, { at, by: actor.by, reason });
  const now = (await reportEdition(db, platform, id))!;
  return done ? { version: now.version, answer: await editionViewOf(now, visit) } : settleRefusal(now)!;
}

export const issueReport = operation({
  id: "issueReport",
  method: "POST",
  path: "/report-editions/{id}/issue",
  summary: "签发：这一版从此不再变",
  tag: "月报",
  permit: ["office"],
  params: editionParams,
  answer: editionView,
  changes: true,
  writes: true,
  handle: ({ params: { id } }, visit) => settle(id, "issued", null, visit),
});

export const discardReport = operation({
  id: "discardReport",
  method: "POST",
  path: "/report-editions/{id}/discarding",
  summary: "作废没有签发的一版，写明为什么；可以重新定稿",
  tag: "月报",
  permit: REPORTING,
  params: editionParams,
  body: discarding,
  answer: editionView,
  changes: true,
  writes: true,
  handle: ({ params: { id }, body: { reason } }, visit) => settle(id, "discarded", reason, visit),
});
