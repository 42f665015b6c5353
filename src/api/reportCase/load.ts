/** 取案例 and what may become one. */
import type { z } from "zod";
import type { caseRow, caseView } from "../../contract/report/case.ts";
import { refuse } from "../../domain/refusal.ts";
import { type CaseKind, caseKinds, type ReportCase } from "../../domain/report/case.ts";
import { caseFacts, type WrittenCase } from "../../report/caseFacts.ts";
import { writtenCase } from "../../report/section/cases.ts";
import type { Database } from "../../store/database.ts";
import { type CaseRecord, caseRecord, type Matter } from "../../store/question/cases.ts";
import { monthOf } from "../../store/question/month.ts";
import { wordingsOf } from "../../store/report/cases.ts";
import { caseNames } from "../report/cases.ts";
import { iso } from "../time.ts";
import type { Visit } from "../visit.ts";

export const caseNotFound = refuse("notFound", "没有这个案例。", "请从案例清单打开。");

export async function recordOf(db: Database, month: string, matter: Matter, visit: Visit): Promise<CaseRecord> {
  const { rulebook } = await visit.rules();
  // the whole name goes no further than the text it is taken out of
  return caseRecord(db, monthOf(visit.platform, month, rulebook), matter);
}

/** 由账本写成; null: a matter without an acceptance. */
export async function writtenOf(
  db: Database,
  of: Matter & { month: string; kind: CaseKind },
  visit: Visit,
): Promise<WrittenCase | null> {
  const { rulebook } = await visit.rules();
  const facts = caseFacts(await recordOf(db, of.month, of, visit), caseNames(visit.platform, of.month, rulebook));
  return facts && writtenCase(facts, of.kind, of.month);
}

export const caseRowOf = ({ request: _, workOrder, ...one }: ReportCase): z.input<typeof caseRow> => ({
  ...one,
  order: workOrder,
  kindName: caseKinds[one.kind],
});

/** 一个案例, with all its wordings */
export async function caseAnswer(one: ReportCase, { db, platform }: Visit) {
  const wordings = await wordingsOf(db, platform.platform, one.id);
  const answer: z.input<typeof caseView> = {
    ...caseRowOf(one),
    wordings: wordings.map(({ at, ...wording }) => ({ ...wording, at: iso(at) })),
  };
  return { version: one.version, answer };
}
