import { pointersOf } from "../../domain/calendar/period.ts";
import type { Block } from "../block.ts";
import type { FollowedCase } from "../caseFacts.ts";
import type { ReportFacts } from "../facts.ts";
import { several } from "../phrase/number.ts";
import { reach } from "../phrase/reach.ts";
import { say } from "../phrase/say.ts";
import { isSettled, standing } from "../phrase/standing.ts";
import { trail } from "../phrase/trail.ts";
import { heading, paragraph, type Section } from "./section.ts";

/** 上月疑难事项跟踪: the difficult cases of the last report, what happened to each since, and where it stands at the period's end. */
export const difficultBefore: Section = {
  name: "difficultBefore",
  extra: true,
  path: ({ month }) => ["办理情况分析", "案例分析", `${pointersOf(month).last}疑难事项跟踪`],
  write: (facts) =>
    facts.difficultBefore.length === 0
      ? []
      : [paragraph("standing", ...summary(facts)), ...facts.difficultBefore.flatMap((one) => told(facts, one))],
};

function summary(facts: ReportFacts) {
  const all = facts.difficultBefore;
  const settled = all.filter(isSettled).length;
  const open = all.length - settled;
  const parts = [settled > 0 ? `${several(settled)}件已经了结` : "", open > 0 ? `${several(open)}件尚未了结` : ""];
  return say`${pointersOf(facts.month).last}报告所列疑难事项共${several(all.length)}件，截至${reach(facts)}，${parts.filter((part) => part !== "").join("，")}。`;
}

function told(facts: ReportFacts, one: FollowedCase): Block[] {
  const steps = trail(one, facts.month);
  const since = steps.length > 0 ? steps : say`${pointersOf(facts.month).this}没有新的办理记录。`;
  return [
    heading(`case ${one.id} title`, 4, one.title),
    paragraph(`case ${one.id}`, ...say`${since}截至${reach(facts)}，${standing(one)}。`),
  ];
}
