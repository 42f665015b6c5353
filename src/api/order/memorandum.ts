/** 会议备忘录: what a 会商 decides becomes a dated row of the dispatch directory. */
import { directoryKey } from "../../domain/directory/lookup.ts";
import type { OrderState } from "../../domain/order/order.ts";
import { addRules, ownBook } from "../../store/rules.ts";
import type { Visit } from "../visit.ts";

type Body = Record<string, unknown>;

/** The row that the conclusion asks for; null: none. */
export function memorandumOf({ directory }: Body, { category }: OrderState, _visit: Visit) {
  const asked = directory as { from: string; place?: string | null } | null | undefined;
  return asked ? { key: directoryKey(category, asked.place ?? null), from: asked.from } : null;
}

/** 写入派单目录, with the order as its source. */
export async function enterMemorandum(body: Body, order: OrderState, visit: Visit): Promise<void> {
  const row = memorandumOf(body, order, visit);
  if (!row) return;
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
  await addRules(visit.db, ownBook(visit.platform.platform), [rule], "operator", visit.at);
}
