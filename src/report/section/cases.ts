import type { Block } from "../block.ts";
import type { CaseFacts } from "../caseFacts.ts";
import type { ReportFacts } from "../facts.ts";
import { say } from "../phrase/say.ts";
import { complaint, trail, turns } from "../phrase/trail.ts";
import { paragraph, type Section } from "./section.ts";
import { wording } from "./wording.ts";

/** 典型案例: matters that ended well. */
export const typicalCases: Section = {
  name: "typicalCases",
  listedAs: "cases",
  path: ["办理情况分析", "案例分析", "典型案例"],
  write: (facts) => [...told(facts.cases.typical, facts, good), ...wording(facts, "typicalCases")],
};

/** 疑难问题: matters that went round, with their trail of dispatches and returns. */
export const difficultCases: Section = {
  name: "difficultCases",
  listedAs: "cases",
  path: ["办理情况分析", "案例分析", "疑难问题"],
  write: (facts) => [...told(facts.cases.difficult, facts, hard), ...wording(facts, "difficultCases")],
};

const told = (cases: CaseFacts[], { month }: ReportFacts, headline: (facts: CaseFacts) => string): Block[] =>
  cases.flatMap((facts) => [
    { kind: "heading", level: 4, text: facts.title ?? headline(facts) } satisfies Block,
    paragraph(`case ${facts.id}`, ...say`${complaint(facts, month)}${trail(facts, month)}${turns(facts.trail)}`),
  ]);

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
