import type { CaseKind } from "../../domain/report/case.ts";
import type { Block } from "../block.ts";
import type { CaseFacts, WrittenCase } from "../caseFacts.ts";
import type { ReportFacts } from "../facts.ts";
import { office, plain, say } from "../phrase/say.ts";
import { complaint, trail, turns } from "../phrase/trail.ts";
import { heading, paragraph, type Section } from "./section.ts";
import { wording } from "./wording.ts";

/** 典型案例: matters that ended well. */
export const typicalCases: Section = {
  name: "typicalCases",
  listedAs: "cases",
  path: ["办理情况分析", "案例分析", "典型案例"],
  write: (facts) => [...tell(facts, "typical"), ...wording(facts, "typicalCases")],
};

/** 疑难问题: matters that went round, with their trail of dispatches and returns. */
export const difficultCases: Section = {
  name: "difficultCases",
  listedAs: "cases",
  path: ["办理情况分析", "案例分析", "疑难问题"],
  write: (facts) => [...tell(facts, "difficult"), ...wording(facts, "difficultCases")],
};

const headlines: Record<CaseKind, (facts: CaseFacts) => string> = {
  typical: (facts) => good(facts),
  difficult: (facts) => hard(facts),
};

/** 写成的案例: headline and text as the ledger gives them. */
export const writtenCase = (facts: CaseFacts, kind: CaseKind, month: string): WrittenCase => ({
  id: facts.id,
  title: facts.title ?? headlines[kind](facts),
  written: plain(say`${complaint(facts, month)}${trail(facts, month)}${turns(facts.trail)}`),
});

function told(one: CaseFacts | WrittenCase, kind: CaseKind, month: string): Block[] {
  const paragraphs =
    "written" in one
      ? one.written.split("\n").map((line) => say`${office(line)}`)
      : [say`${complaint(one, month)}${trail(one, month)}${turns(one.trail)}`];
  const title = "written" in one ? one.title : (one.title ?? headlines[kind](one));
  const named = (at: number) => (at === 0 ? `case ${one.id}` : `case ${one.id} ${at + 1}`);
  return [heading(`case ${one.id} title`, 4, title), ...paragraphs.map((spans, at) => paragraph(named(at), ...spans))];
}

const tell = ({ cases, month }: ReportFacts, kind: CaseKind): Block[] =>
  cases[kind].flatMap((one) => told(one, kind, month));

const lastUnit = ({ trail: steps }: CaseFacts) => steps.findLast((step) => step.what === "dispatched")?.unit ?? "";
const good = (facts: CaseFacts) => `${lastUnit(facts)}办理${facts.topic}诉求获市民认可`;

/** who returned it: 甲区、乙局超期退单，影响办理 */
function hard(facts: CaseFacts): string {
  const returned = facts.trail.filter((step) => step.what === "returnRequested");
  const units = [...new Set(returned.flatMap((step) => step.unit ?? []))];
  if (units.length === 0) return `${facts.topic}诉求办理不畅`;
  const how = returned.some((step) => step.late) ? "超期退单" : returned.length > 1 ? "多次退单" : "退单";
  return `${units.join("、")}${how}，${facts.topic}诉求办理迟缓`;
}
