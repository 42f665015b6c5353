import { instant } from "../cell/instant.ts";
import { code } from "../cell/text.ts";
import { trail } from "../cell/trail.ts";
import { rating, yesNo } from "../cell/word.ts";
import type { Column } from "../column.ts";
import { contactColumns } from "./contact.ts";
import { leaderDayColumns } from "./leaderDay.ts";

/** 回拨的一次 */
const callbackColumns: Column[] = [
  { key: "at", name: "时间", cell: instant, required: true },
  { key: "by", name: "人员", cell: code, required: true },
  { key: "reached", name: "接通", cell: yesNo, blank: false },
];

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
  { key: "rating", name: "通话评价", cell: rating },
  { key: "ratedAt", name: "通话评价时间", cell: instant },
  { key: "callbacks", name: "回拨记录", cell: trail(callbackColumns), blank: [] },
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
