/** 期满遗忘: what people told leaves when the rulebook says; the ledger holds without it. */
import { expiredBefore } from "../../domain/access/retention.ts";
import type { Instant } from "../../domain/calendar/civil.ts";
import type { Rules } from "../../domain/order/rules.ts";
import { timestamp } from "../connection/value.ts";
import type { Database } from "../database.ts";
import { platformOf } from "../platform.ts";
import { enterAlone } from "../search/alone.ts";
import { forgetInspections, forgetQuestions } from "./forgetInspections.ts";
import {
  expiredMatters,
  forgetAttachments,
  forgetContacts,
  forgetTexts,
  type Matter,
  markForgotten,
} from "./forgetMatter.ts";
import { forgetNotices } from "./forgetNotices.ts";
import { logAccess } from "./log.ts";

/** 忘了多少 */
export interface Forgotten {
  contacts: number;
  texts: number;
  attachments: number;
  notices: number;
  messages: number;
  accesses: number;
  questions: number;
  inspections: number;
  sessions: number;
}

/** A batch holds up whoever else writes: it is over in a blink. */
const BATCH = 100;

async function forgetBatch(
  tx: Database,
  platform: string,
  matters: Matter[],
  { of, now, told }: { of: "contact" | "text"; now: Instant; told: Forgotten },
): Promise<void> {
  await enterAlone(tx, platform);
  await markForgotten(tx, platform, matters, of, now);
  if (of === "contact") told.contacts += await forgetContacts(tx, platform, matters);
  else {
    told.texts += await forgetTexts(tx, platform, matters);
    told.attachments += await forgetAttachments(tx, platform, matters, now);
  }
}

/** Batch by batch, each whole in a transaction of its own: stopped in the middle it goes on where it was. */
async function forgetClass(
  db: Database,
  platform: string,
  of: "contact" | "text",
  { before, now, told }: { before: Instant | null; now: Instant; told: Forgotten },
): Promise<void> {
  if (before === null) return;
  const asked = { platform, before, of, now, limit: BATCH };
  let last: Matter | undefined;
  do {
    last = await db.transaction(async (tx) => {
      const matters = await expiredMatters(tx, asked, last);
      if (matters.length > 0) await forgetBatch(tx, platform, matters, { of, now, told });
      return matters.length === BATCH ? matters.at(-1) : undefined;
    });
  } while (last);
}

/**
 * Callers whose call came to no request; one that belongs to a request goes with it. Such a call is noted in `forgotten` in
 * the request's stead.
 */
const forgetCallers = async (db: Database, platform: string, before: Instant, now: Instant): Promise<number> =>
  (
    await db.query(
      `with gone as (
         delete from contact c using call k
         where c.platform = $1 and k.platform = $1 and k.contact = c.id and k.ended_at < $2::timestamptz
           and not exists (select from service_request r
             where r.platform = $1 and (r.contact = c.id or r.call = k.id) and (select true from forgotten f
               where f.platform = $1 and f.request = r.id and f.class = 'contact') is null)
         returning k.id
       )
       insert into forgotten (platform, request, class, at)
       select $1, id, 'contact', $3::timestamptz from gone on conflict do nothing returning request`,
      [platform, timestamp(before), timestamp(now)],
    )
  ).length;

/** What was done about a matter under hold stays with it: who looked at it, at its call, at who called. */
const forgetAccesses = async (db: Database, platform: string, before: Instant, now: Instant): Promise<number> =>
  (
    await db.query(
      `with held as materialized (
         select h.request, r.call, r.contact, k.contact as caller from hold h
         left join service_request r on r.platform = h.platform and r.id = h.request
         left join call k on k.platform = r.platform and k.id = r.call
         where h.platform = $1 and h.lifted_at is null and (h.until is null or h.until > $3::timestamptz)
       )
       delete from access_log a where a.platform = $1 and a.at < $2::timestamptz and not exists (
         select from held
         where a.subject_id in (held.request::text, held.call::text, held.contact::text, held.caller::text))
       returning a.no`,
      [platform, timestamp(before), timestamp(now)],
    )
  ).length;

const DAY = 86_400_000;

async function forgetSessions(db: Database, platform: string, now: Instant): Promise<number> {
  const yesterday = timestamp(now - DAY);
  await db.query("delete from sign_in_attempt where platform = $1 and at < $2::timestamptz", [platform, yesterday]);
  const gone = await db.query("delete from session where platform = $1 and expires_at < $2::timestamptz returning id", [
    platform,
    yesterday,
  ]);
  return gone.length;
}

const note = ({ contacts, texts, attachments, notices, messages, accesses, questions, inspections }: Forgotten) =>
  `个人信息 ${contacts} 条，文字 ${texts} 条，附件 ${attachments} 件，通知 ${notices} 条，短信 ${messages} 条，访问日志 ${accesses} 条，没有答案的问题 ${questions} 条，质检样本 ${inspections} 件`;

/**
 * 期满遗忘 on a platform, by the rules in force now; matters under hold stay. Of a reconstructed platform nothing is
 * forgotten but sessions: its people were invented, and its published month must stay as printed.
 */
export async function forgetExpired(db: Database, platform: string, rules: Rules, now: Instant): Promise<Forgotten> {
  const told: Forgotten = {
    ...{
      contacts: 0,
      texts: 0,
      attachments: 0,
      notices: 0,
      messages: 0,
      accesses: 0,
      questions: 0,
      inspections: 0,
      sessions: 0,
    },
  };
  told.sessions = await forgetSessions(db, platform, now);
  if ((await platformOf(db, platform))?.origin !== "live") return told;
  const contactsBefore = expiredBefore(rules, "contact", now);
  await forgetClass(db, platform, "contact", { before: contactsBefore, now, told });
  if (contactsBefore !== null) told.contacts += await forgetCallers(db, platform, contactsBefore, now);
  await forgetClass(db, platform, "text", { before: expiredBefore(rules, "text", now), now, told });
  const noticesBefore = expiredBefore(rules, "notice", now);
  if (noticesBefore !== null) Object.assign(told, await forgetNotices(db, platform, noticesBefore, now));
  const logBefore = expiredBefore(rules, "accessLog", now);
  if (logBefore !== null) told.accesses = await forgetAccesses(db, platform, logBefore, now);
  const questionsBefore = expiredBefore(rules, "question", now);
  if (questionsBefore !== null) told.questions = await forgetQuestions(db, platform, questionsBefore);
  const inspectionsBefore = expiredBefore(rules, "inspection", now);
  if (inspectionsBefore !== null) told.inspections = await forgetInspections(db, platform, inspectionsBefore, now);
  const { sessions: _, ...noted } = told;
  if (Object.values(noted).some((count) => count > 0)) await logAccess(db, platform, systemAccess(note(told)), now);
  return told;
}

const systemAccess = (reason: string) => ({
  ...{ account: null, number: "", role: "system" as const, operation: "forgetExpired", reason },
  ...{ subjectKind: null, subjectId: null, address: "" },
});
