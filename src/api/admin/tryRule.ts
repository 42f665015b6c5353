import type { z } from "zod";
import { newRule, ruleTrial } from "../../contract/admin/rule.ts";
import { startOfDay } from "../../domain/calendar/zone.ts";
import type { Rules } from "../../domain/order/rules.ts";
import { type Trial, trialOf, trialWords } from "../../domain/order/ruleTrial.ts";
import type { RuleKind } from "../../domain/rule/rulebook.ts";
import { type RequestRow, requestPage } from "../../store/desk/requests.ts";
import { operation } from "../operation.ts";
import { proposedFor } from "../request/proposed.ts";
import type { Visit } from "../visit.ts";
import { checkedRow } from "./addRule.ts";

type Pending = z.input<typeof ruleTrial>["pending"];

/** so many waiting requests are looked at, the newest */
const MOST = 200;
const NAMED = 5;

/** what a proposal is made from */
const PROPOSES: ReadonlySet<RuleKind> = new Set(["directory", "unit", "place"]);

/** 建议的单位, as it would be on the row's first day */
async function proposals(rows: RequestRow[], { row, present }: Trial, rules: Rules, visit: Visit) {
  const at = Math.max(visit.at, startOfDay(row.from, present.zone));
  return proposedFor(rows, { ...visit, at, rules: async () => rules });
}

/** 待派诉求 whose proposal would be another, gathered by what it would become. */
async function changed(trial: Trial, visit: Visit): Promise<{ looked: number; pending: Pending }> {
  if (!PROPOSES.has(trial.row.kind)) return { looked: 0, pending: [] };
  const asked = { outcome: ["pending"] };
  const { rows } = await visit.see((db) => requestPage(db, visit.platform.platform, asked, null, MOST));
  const before = await proposals(rows, trial, trial.present, visit);
  const after = await proposals(rows, trial, trial.proposed, visit);
  const gathered = new Map<string, Pending[number]>();
  rows.forEach(({ number }, no) => {
    const [fromName, toName] = [before[no]!.unitName, after[no]!.unitName];
    if (before[no]!.unit === after[no]!.unit) return;
    const known = gathered.get(`${fromName} ${toName}`) ?? { fromName, toName, numbers: [], count: 0 };
    const numbers = [...known.numbers, number].slice(0, NAMED);
    gathered.set(`${fromName} ${toName}`, { ...known, numbers, count: known.count + 1 });
  });
  return { looked: rows.length, pending: [...gathered.values()].sort((a, b) => b.count - a.count) };
}

function pendingSays({ row }: Trial, looked: number, pending: Pending): string[] {
  if (!PROPOSES.has(row.kind)) return [];
  if (looked === 0) return ["现在没有待派的诉求。"];
  const of = looked === MOST ? `最近 ${MOST} 件待派的诉求` : `${looked} 件待派的诉求`;
  const changing = pending.reduce((sum, { count }) => sum + count, 0);
  return [changing === 0 ? `${of}，建议的单位都不变。` : `${of}里，有 ${changing} 件建议的单位会变。`];
}

/** 试算: what a row would change, with the same refusals as when it is written; nothing is written. */
export const tryRule = operation({
  id: "tryRule",
  method: "POST",
  path: "/rules/trials",
  summary: "试算一行规则：写下以前先看会改变什么；什么也不写",
  tag: "管理",
  permit: ["administrator", "office"],
  body: newRule,
  answer: ruleTrial,
  async handle({ body }, visit) {
    const rules = await visit.rules();
    const row = checkedRow(body, rules, visit.at);
    if ("refused" in row) return row;
    const trial = trialOf(row, rules);
    const { looked, pending } = await changed(trial, visit);
    return { sentences: [...trialWords(trial, visit.at), ...pendingSays(trial, looked, pending)], pending };
  },
});
