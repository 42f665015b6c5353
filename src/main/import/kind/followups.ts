import { followUpColumns } from "../../../domain/import/columns/followups.ts";
import { withFollowUp } from "../../../domain/import/state/order.ts";
import type { OrderState } from "../../../domain/order/order.ts";
import { idsByNumber } from "../../../store/import/lookup.ts";
import { type FreshRow, faultOf, happened, type Kind, nothingTaken, numberOf, type Taken, type Work } from "./kind.ts";

function reasonAgainst({ values }: FreshRow, order: OrderState): string | null {
  const at = values.followedUpAt as number;
  if (at < order.dispatchedAt) return "“回访时间”早于工单的“派发时间”";
  if (order.resolvedAt !== null && at < order.resolvedAt) return "“回访时间”早于工单的“办结时间”";
  return null;
}

async function take(rows: FreshRow[], work: Work): Promise<Taken> {
  const taken = nothingTaken();
  const ids = await idsByNumber(
    work.db,
    work.platform,
    "order",
    rows.map((row) => row.number),
  );
  const orders = await work.statesOf("order", [...ids.values()]);
  for (const row of rows) {
    const order = orders.get(ids.get(row.number) ?? "");
    const against = order && reasonAgainst(row, order);
    if (!order) faultOf(taken, row, followUpColumns, "number", `工单“${row.number}”不在平台中：请先导入工单`);
    if (against) faultOf(taken, row, followUpColumns, "followedUpAt", against);
    if (!order || against) continue;
    const changed = withFollowUp(order, row.values);
    const { id, version } = changed;
    happened(taken, { subject: "order", id, version, at: work.now }, "imported", { order: changed });
    taken.ids.set(row, id);
  }
  return taken;
}

/** 回访文件 */
export const followups: Kind = {
  name: "followups",
  noun: "回访",
  columns: followUpColumns,
  numberOf,
  faults: () => [],
  take,
};
