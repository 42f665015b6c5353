import type { z } from "zod";
import { newRule, ruleRow } from "../../contract/admin/rule.ts";
import { ruleValues } from "../../contract/admin/rules.ts";
import { checked } from "../../contract/fieldFaults.ts";
import { dateWords, type Instant } from "../../domain/calendar/civil.ts";
import type { Rules } from "../../domain/order/rules.ts";
import { type Refused, refuse } from "../../domain/refusal.ts";
import { ruleFault } from "../../domain/rule/fault.ts";
import type { RuleKind, RuleKinds, RuleRow } from "../../domain/rule/rulebook.ts";
import { ruleTitle } from "../../domain/rule/title.ts";
import { holdRules } from "../../store/ruleHistory.ts";
import { addRules, ownBook } from "../../store/rules.ts";
import { logVisit } from "../access/log.ts";
import { operation } from "../operation.ts";

type NewRule = typeof newRule._output;

/** 内容合不合种类: the content as read, or what is wrong with it. */
export function ruleContent({ kind, value }: { kind: RuleKind; value: unknown }): RuleKinds[RuleKind] | Refused {
  const read = checked<z.ZodType<RuleKinds[typeof kind]>>(ruleValues[kind], value);
  if ("value" in read) return read.value;
  const { path, message } = read.faults[0]!;
  const place = path.slice(1).replaceAll("/", ".") || "整体";
  return refuse("ruleNonsense", `规则内容不对：“${place}”${message}。`, "请看接口文档。");
}

function backdated({ from, correction }: NewRule, today: string): Refused | null {
  if (from >= today || correction) return null;
  const how = "要更正过去，请注明是更正。";
  return refuse("ruleBackdated", `${dateWords(from)}已经过去，以前的数字会因此改变。`, `请写今天或以后的日期；${how}`);
}

/** 要写的一行; refuses what a row may not say, given all that is in force. */
export function checkedRow(given: NewRule, { rulebook, dateOf }: Rules, at: Instant): RuleRow | Refused {
  const value = ruleContent(given);
  if ("refused" in value) return value;
  const { kind, key, from, until, source, assumption } = given;
  const row = { kind, key, from, until, value, source, assumption } as RuleRow;
  return backdated(given, dateOf(at)) ?? ruleFault(row, rulebook) ?? row;
}

/** 添加规则: an operator's row in the platform's own book; nothing that was said before is touched. */
export const addRule = operation({
  id: "addRule",
  method: "POST",
  path: "/rules",
  summary: "添加一行规则（以前的保留）",
  tag: "管理",
  permit: ["administrator", "office"],
  body: newRule,
  answer: ruleRow,
  writes: true,
  async handle({ body }, visit) {
    const { db, platform, at } = visit;
    await holdRules(db, platform.platform);
    const rules = await visit.rules();
    const row = checkedRow(body, rules, at);
    if ("refused" in row) return row;
    const { kind, key, source, value } = row;
    await addRules(db, ownBook(platform.platform), [row], "operator", at);
    await logVisit(visit, { operation: "addRule", subject: [kind, key], reason: source });
    return { ...row, title: ruleTitle(row, rules.rulebook), value: value as unknown as Record<string, unknown> };
  },
});
