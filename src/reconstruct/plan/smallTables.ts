import type { FiguresFile } from "../../domain/measure/figures.ts";
import { ANSWERED } from "./calls.ts";
import { countIs } from "./leaves.ts";
import { atLeast, type Model, sumOf, total, variable } from "./model.ts";
import type { World } from "./world.ts";

export const OVERDUE = "超期未反馈";
export const overdueAt = (at: number) => `超期未反馈 第${at + 1}个单位`;
export const LEADER_CALLS = "领导接听日来电";
export const BULK_ORDERS = "批量退单件数";
/** As many orders as one act returns where the file doesn't say. */
const USUAL_BULK = 12;

/** 超期未反馈、领导接听日、批量退单: counts that stand by themselves. */
export function smallTableRows(model: Model, world: World, file: FiguresFile) {
  const byUnit = file.openOverdue?.byUnit ?? [];
  const parts = byUnit.map((_, at) => variable(model, overdueAt(at)));
  variable(model, OVERDUE);
  if (parts.length > 0) total(model, OVERDUE, parts, "超期未反馈总量等于各单位之和");
  countIs(model, "openOverdue.total", sumOf([OVERDUE]), file.openOverdue?.total);
  const places = byUnit.map((row) => world.unitOf(row.unit as string).order);
  model.hints.set(OVERDUE, byUnit.length === 0 ? 0 : 3 * byUnit.length);
  byUnit.forEach((row, at) => {
    const topics = row.topics?.length ?? 0;
    model.hints.set(overdueAt(at), Math.max(1, (topics * (topics + 1)) / 2));
    atLeast(model, null, sumOf([overdueAt(at)]), [], 1, "只列有超期工单的单位");
    if (at > 0) {
      const margin = (places[at - 1] as number) > (places[at] as number) ? 1 : 0;
      atLeast(model, null, sumOf([overdueAt(at - 1)]), sumOf([overdueAt(at)]), margin, "超期单位按件数从多到少排列");
    }
    countIs(model, `openOverdue.byUnit[${at}].count`, sumOf([overdueAt(at)]), row.count);
    (row.topics ?? []).forEach((_, index) => {
      atLeast(
        model,
        `openOverdue.byUnit[${at}].topics[${index}]`,
        sumOf([overdueAt(at)]),
        [],
        index + 1,
        "每个事项至少一件",
      );
    });
  });
  countIs(model, "leaderDay.calls", sumOf([variable(model, LEADER_CALLS)]), file.leaderDay?.calls);
  const answered = sumOf([variable(model, ANSWERED)]);
  atLeast(model, null, answered, sumOf([LEADER_CALLS]), 0, "领导接听的来电在接通的来电之中");
  const orders = sumOf([variable(model, BULK_ORDERS)]);
  countIs(model, "bulkReturn.orders", orders, file.bulkReturn?.orders);
  if (file.bulkReturn) atLeast(model, null, orders, [], 1, "批量退单至少一件");
  model.hints.set(BULK_ORDERS, file.bulkReturn ? USUAL_BULK : 0);
}
