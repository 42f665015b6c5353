/** 会议备忘录: what a 会商 decides becomes a dated row of the dispatch directory. */
import { directoryKey } from "../../domain/directory/lookup.ts";
import type { OrderState } from "../../domain/order/order.ts";
import { type Refused, refuse } from "../../domain/refusal.ts";
import { ruleFault } from "../../domain/rule/fault.ts";
import { holdRules } from "../../store/ruleHistory.ts";
import { addRules, ownBook } from "../../store/rules.ts";
import type { Visit } from "../visit.ts";

type Body = Record<string, unknown>;

/** The row that the conclusion asks for; null: none. */
export function memorandumOf({ directory }: Body, { category }: OrderState) {
  const asked = directory as { from: string; place?: string | null } | null | undefined;
  return asked ? { key: directoryKey(category, asked.place ?? null), from: asked.from } : null;
}

/** 写入派单目录, with the order as its source. */
export async function enterMemorandum(body: Body, order: OrderState, visit: Visit): Promise<Refused | null> {
  const row = memorandumOf(body, order);
  if (!row) return null;
  const { rulebook, dateOf } = await visit.rules();
  if (row.from < dateOf(visit.at))
    return refuse("ruleBackdated", `${row.from} 已经过去，以前的派单会因此改变。`, "请写今天或以后的日期。");
  const value = { unit: body.unit as string, basis: "会议备忘录" };
  const source = `会议备忘录（工单 ${order.number}）`;
  const rule = {
    kind: "directory" as const,
    key: row.key,
    from: row.from,
    until: null,
    value,
    source,
    assumption: false,
  };
  const fault = ruleFault(rule, rulebook);
  if (fault) return fault;
  await holdRules(visit.db, visit.platform.platform);
  await addRules(visit.db, ownBook(visit.platform.platform), [rule], "operator", visit.at);
  return null;
}
