/** 案例: matters that a month's report tells, proposed from the ledger, written by a person, chosen for the month. */
import { anonymous } from "../access/anonymise.ts";
import type { Instant } from "../calendar/civil.ts";
import type { Id } from "../ledger/event.ts";
import type { MonthKey } from "../measure/counts.ts";
import { type Refused, refuse } from "../refusal.ts";

/** 案例的种类 */
export const caseKinds = { typical: "典型案例", difficult: "疑难问题" } as const;
export type CaseKind = keyof typeof caseKinds;

/** 凭什么提出来 */
export const caseGrounds = {
  praised: { name: "满意并有表扬的话", kind: "typical" },
  quickest: { name: "办得最快", kind: "typical" },
  lateReturns: { name: "超期退单", kind: "difficult" },
  mostReturned: { name: "退单最多", kind: "difficult" },
  longest: { name: "办得最久", kind: "difficult" },
} as const satisfies Record<string, { name: string; kind: CaseKind }>;
export type CaseGround = keyof typeof caseGrounds;

/** 一个案例 as it is written now */
export interface ReportCase {
  id: Id;
  month: MonthKey;
  kind: CaseKind;
  request: Id;
  workOrder: Id;
  /** told in the month's report */
  chosen: boolean;
  /** one more with each wording and each choice */
  version: number;
  title: string;
  text: string;
}

/** 一稿 */
export interface CaseWording {
  no: number;
  title: string;
  text: string;
  at: Instant;
  by: string;
}

/** 可以给人看的一稿: an older one may have been kept by a rule that hid less. */
export const wordingTold = <W extends Pick<CaseWording, "title" | "text">>(one: W): W => ({
  ...one,
  title: anonymous(one.title),
  text: anonymous(one.text),
});

/** 一个月同一种案例里，一件只写一次 */
export const caseTaken = (kind: CaseKind): Refused =>
  refuse("caseTaken", `这一件已经写成${caseKinds[kind]}。`, "请在已写的案例里打开。");
