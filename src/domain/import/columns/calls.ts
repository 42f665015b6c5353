import { instant } from "../cell/instant.ts";
import { code } from "../cell/text.ts";
import type { Column } from "../column.ts";
import { contactColumns } from "./contact.ts";
import { leaderDayColumns } from "./leaderDay.ts";

/** 话务文件的列 */
export const callColumns: Column[] = [
  {
    key: "number",
    name: "来电编号",
    aliases: ["话单编号", "通话编号", "话务编号", "流水号"],
    cell: code,
    required: true,
  },
  { key: "offeredAt", name: "呼入时间", aliases: ["来电时间", "呼叫时间"], cell: instant, required: true },
  { key: "queuedAt", name: "排队时间", aliases: ["进入排队时间", "转人工时间"], cell: instant },
  { key: "answeredAt", name: "接听时间", aliases: ["应答时间", "接通时间"], cell: instant },
  { key: "endedAt", name: "结束时间", aliases: ["挂机时间", "通话结束时间"], cell: instant, required: true },
  { key: "agent", name: "话务员", aliases: ["坐席", "座席", "工号", "话务员工号"], cell: code },
  ...contactColumns,
  ...leaderDayColumns,
];

/** 先后顺序: no later one before an earlier one */
export const callSequence = [
  ["offeredAt", "queuedAt"],
  ["offeredAt", "answeredAt"],
  ["queuedAt", "answeredAt"],
  ["answeredAt", "endedAt"],
  ["offeredAt", "endedAt"],
] as const;
