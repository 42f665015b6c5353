import { z } from "zod";
import { requestFilter } from "../../contract/request/request.ts";
import { localTime } from "../../domain/calendar/zone.ts";
import { outcomeNames } from "../../domain/request/decide.ts";
import { inForce } from "../../domain/rule/inForce.ts";
import { type RequestRow, requestPage } from "../../store/desk/requests.ts";
import { readableOf } from "../access/words.ts";
import { operation } from "../operation.ts";
import { categoryNameOf } from "../order/names.ts";
import { filterOf } from "../request/list.ts";
import { exported, exportParams } from "./file.ts";
import { PAGE } from "./pages.ts";

const HEAD = ["诉求编号", "受理时间", "类型", "类别", "地区", "紧急", "结果", "内容"];

export const exportRequests = operation({
  id: "exportRequests",
  method: "GET",
  path: "/exports/requests.{format}",
  summary: "导出诉求清单（.csv 或 .xlsx），筛选同清单；个人信息已遮去",
  tag: "导出",
  permit: "signedIn",
  params: exportParams,
  query: z.object(requestFilter),
  handle: async ({ params: { format }, query }, visit) => {
    const { see, platform, at } = visit;
    const rules = await visit.rules();
    const filter = await filterOf(query, visit);
    const placeName = (code: string | null) =>
      code && (inForce(rules.rulebook, "place", code, rules.dateOf(at))?.value.name ?? code);
    const listing = {
      head: HEAD,
      page: async (after: { at: number; id: string } | null) => {
        const { rows } = await see((db) => requestPage(db, platform.platform, filter, after, PAGE));
        const readable = await readableOf(visit, rows);
        return rows.map((row) => ({ ...row, words: readable(row, row.words) }));
      },
      place: (row: RequestRow) => ({ at: row.acceptedAt, id: row.id }),
      cells: (row: RequestRow) => [
        row.number,
        localTime(row.acceptedAt, platform.zone),
        row.type,
        categoryNameOf(rules, row.category, at),
        placeName(row.place),
        row.urgent ? "是" : "否",
        outcomeNames[row.outcome],
        row.words,
      ],
    };
    return exported({ operation: "exportRequests", name: "诉求清单", format, query }, listing, visit);
  },
});
