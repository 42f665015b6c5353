import type { FiguresFile } from "../../domain/measure/figures.ts";
import { ANSWERED } from "./calls.ts";
import { countIs } from "./leaves.ts";
import { atLeast, type Model, sumOf, total, variable } from "./model.ts";

export const OVERDUE = "超期未反馈";
export const overdueAt = (at: number) => `超期未反馈 第${at + 1}个单位`;
export const LEADER_CALLS = "领导接听日来电";
export const BULK_ORDERS = "批量退单件数";

/** 超期未反馈、领导接听日、批量退单: counts that stand by themselves. */
export function smallTableRows(model: Model, file: FiguresFile) {
  const byUnit = file.openOverdue?.byUnit ?? [];
  const parts = byUnit.map((_, at) => variable(model, overdueAt(at)));
  variable(model, OVERDUE);
  if (parts.length > 0) total(model, OVERDUE, parts, "超期未反馈总量等于各单位之和");
  countIs(model, "openOverdue.total", sumOf([OVERDUE]), file.openOverdue?.total);
  byUnit.forEach((row, at) => {
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
  countIs(model, "bulkReturn.orders", sumOf([variable(model, BULK_ORDERS)]), file.bulkReturn?.orders);
}
