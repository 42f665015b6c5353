import { z } from "zod";
import { orderFilter } from "../../contract/order/order.ts";
import { localTime } from "../../domain/calendar/zone.ts";
import { stageNames } from "../../domain/order/stage.ts";
import type { WorklistRow } from "../../domain/order/worklist.ts";
import { orderPage, placeAt } from "../../store/desk/orders.ts";
import { operation } from "../operation.ts";
import { filterOf } from "../order/list.ts";
import { categoryNameOf, unitNameOf } from "../order/names.ts";
import { exported, exportParams } from "./file.ts";
import { PAGE } from "./pages.ts";

const HEAD = ["工单编号", "阶段", "主办单位", "类别", "紧急", "派发时间", "办理期限", "最近动静"];

export const exportOrders = operation({
  id: "exportOrders",
  method: "GET",
  path: "/exports/orders.{format}",
  summary: "导出工单清单（.csv 或 .xlsx），筛选同清单",
  tag: "导出",
  permit: "signedIn",
  params: exportParams,
  query: z.object(orderFilter),
  handle: async ({ params: { format }, query }, visit) => {
    const { see, platform, at } = visit;
    const rules = await visit.rules();
    const filter = await filterOf(query, visit);
    const time = (instant: number | null) => instant && localTime(instant, platform.zone);
    const listing = {
      head: HEAD,
      page: (after: { at: number; id: string } | null) =>
        see((db) => orderPage(db, platform.platform, filter, after, PAGE)),
      place: (row: WorklistRow) => placeAt(filter, row),
      cells: (row: WorklistRow) => [
        row.number,
        stageNames[row.stage],
        unitNameOf(rules, row.lead, at),
        categoryNameOf(rules, row.category, at),
        row.urgent ? "是" : "否",
        time(row.dispatchedAt),
        time(row.dueAt),
        time(row.movedAt),
      ],
    };
    return exported({ operation: "exportOrders", name: "工单清单", format, query }, listing, visit);
  },
});
