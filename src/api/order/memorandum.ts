/** 会议备忘录: what a 会商 decides becomes a dated row of the dispatch directory. */
import { dateWords } from "../../domain/calendar/civil.ts";
import { directoryKey } from "../../domain/directory/lookup.ts";
import type { OrderState } from "../../domain/order/order.ts";
import { type Refused, refuse } from "../../domain/refusal.ts";
import { ruleFault } from "../../domain/rule/fault.ts";
import type { RuleRow } from "../../domain/rule/rulebook.ts";
import { holdRules } from "../../store/ruleHistory.ts";
import { addRules, ownBook } from "../../store/rules.ts";
import type { Visit } from "../visit.ts";

type Row = RuleRow<"directory">;
type Body = Record<string, unknown>;

/** The row that the conclusion asks for; null: none. */
export function memorandumOf({ directory }: Body, { category }: OrderState) {
  const asked = directory as { from: string; place?: string | null } | null | undefined;
  return asked ? { key: directoryKey(category, asked.place ?? null), from: asked.from } : null;
}

/** 派单目录的新行, with the order as its source; null: none is asked for. */
export async function memorandumRule(body: Body, order: OrderState, visit: Visit): Promise<Row | Refused | null> {
  const row = memorandumOf(body, order);
  if (!row) return null;
  const { rulebook, dateOf } = await visit.rules();
  if (row.from < dateOf(visit.at))
    return refuse("ruleBackdated", `${dateWords(row.from)}已经过去，以前的派单会因此改变。`, "请写今天或以后的日期。");
  const value = { unit: body.unit as string, basis: "会议备忘录" };
  const source = `会议备忘录（工单 ${order.number}）`;
  const rule: Row = { kind: "directory", ...row, until: null, value, source, assumption: false };
  return ruleFault(rule, rulebook) ?? rule;
}

/** 写入派单目录. Who adds a rule meanwhile is told apart by the database: this is then decided anew. */
export async function enterMemorandum(rule: Row, { db, platform: { platform }, at }: Visit): Promise<void> {
  await holdRules(db, platform);
  await addRules(db, ownBook(platform), [rule], "operator", at);
}
