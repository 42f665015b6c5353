/** 改案例: a further wording, or whether the report tells it; whoever saw an older one is told, and loses nothing. */
import { caseChoice, caseParams, caseView, caseWording } from "../../contract/report/case.ts";
import { type Refused, refuse } from "../../domain/refusal.ts";
import type { ReportCase } from "../../domain/report/case.ts";
import { withoutPerson } from "../../report/caseFacts.ts";
import { caseOf, chooseCase, reviseCase } from "../../store/report/cases.ts";
import { operation } from "../operation.ts";
import { REPORTING } from "../report/view.ts";
import { staleVersion } from "../version.ts";
import type { Visit } from "../visit.ts";
import { caseAnswer, caseNotFound, recordOf } from "./load.ts";

const overtaken = refuse("versionConflict", "这个案例刚被别人改过。", "请看最新的一稿，您写的还在。");

async function change(id: string, visit: Visit, done: (one: ReportCase) => Promise<boolean>) {
  const { platform } = visit.platform;
  const one = await caseOf(visit.db, platform, id);
  if (one === null) return caseNotFound;
  const refused: Refused | null = staleVersion(one, visit);
  if (refused) return overtaken;
  if (!(await done(one))) return overtaken;
  return caseAnswer((await caseOf(visit.db, platform, id))!, visit);
}

const changing = {
  method: "POST",
  tag: "月报",
  permit: REPORTING,
  params: caseParams,
  answer: caseView,
  changes: true,
  writes: true,
} as const;

export const reviseReportCase = operation({
  ...changing,
  id: "reviseReportCase",
  path: "/report-cases/{id}/revision",
  summary: "改写案例：多一稿，以前的各稿都在；号码、门牌、住址、单位和来电人自己的姓名存下时隐去",
  body: caseWording,
  handle: ({ params: { id }, body: { title, text } }, visit) =>
    change(id, visit, async (one) => {
      const { db, platform, at, actor } = visit;
      const record = await recordOf(db, one.month, { id: one.workOrder, request: one.request }, visit);
      const told = (words: string) => withoutPerson(words, record.contactName);
      return reviseCase(db, platform.platform, one, { title: told(title), text: told(text), at, by: actor.by });
    }),
});

export const chooseReportCase = operation({
  ...changing,
  id: "chooseReportCase",
  path: "/report-cases/{id}/choice",
  summary: "选入或不选入这个月的月报",
  body: caseChoice,
  handle: ({ params: { id }, body: { chosen } }, visit) =>
    change(id, visit, (one) => chooseCase(visit.db, visit.platform.platform, { ...one, chosen })),
});
