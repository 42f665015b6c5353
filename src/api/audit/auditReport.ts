import type { Readable } from "node:stream";
import { reportAudit } from "../../contract/audit/audit.ts";
import type { Refused } from "../../domain/refusal.ts";
import { faults } from "../../file/document/fault.ts";
import { whole } from "../../file/document/read.ts";
import { atMost } from "../often.ts";
import { operation } from "../operation.ts";
import { REPORTING } from "../report/view.ts";
import type { Visit } from "../visit.ts";
import { type Audited, auditAside } from "./aside.ts";
import { findingsOf, linesOf } from "./view.ts";

/** larger is no report that goes over the wire */
const LARGEST = 20 * 2 ** 20;

/** more than anybody reads */
const tooOften = atMost(30);

/** 收下来审核: what comes is counted before it is looked at, and looked at aside; what says that it is too large isn't read. */
export async function auditReceived(body: unknown, visit: Visit): Promise<Audited | Refused> {
  const { platform, viewer, at, headers } = visit;
  if (Number(headers["content-length"]) > LARGEST) return faults.tooLarge;
  return tooOften(platform, viewer.account, at) ?? auditAside(await whole(body as Readable, LARGEST));
}

export const auditReport = operation({
  id: "auditReport",
  method: "POST",
  path: "/report-audits",
  summary: "审核一份已发布的报告：正文就是文件（.docx、带文字的 .pdf、.html、.txt）；什么也不保存",
  tag: "审核",
  permit: REPORTING,
  answer: reportAudit,
  uploads: true,
  async handle({ body }, visit) {
    const audited = await auditReceived(body, visit);
    if ("refused" in audited) return audited;
    return { ...findingsOf(audited), lines: linesOf(audited.document) };
  },
});
