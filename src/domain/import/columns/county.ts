import { instant, month } from "../cell/instant.ts";
import { named } from "../cell/name.ts";
import { count, points } from "../cell/number.ts";
import { code } from "../cell/text.ts";
import { words } from "../cell/word.ts";
import type { Column } from "../column.ts";

const record = words(
  [
    ["month", "月报"],
    ["mysteryCall", "拨测"],
  ],
  "记录类型",
);

const ratio = (key: string, name: string): Column[] => [
  { key: `${key}Numerator`, name: `${name}分子`, cell: count },
  { key: `${key}Denominator`, name: `${name}分母`, cell: count },
];

/** 县级平台文件的列: a month's totals as delivered (月报), or the score sheet of one mystery call (拨测) */
export const countyColumns: Column[] = [
  { key: "record", name: "记录类型", cell: record, blank: "month" },
  { key: "county", name: "县级平台", aliases: ["平台", "县市区"], cell: named("county"), required: true },
  { key: "month", name: "月份", cell: month },
  { key: "deliveredAt", name: "上报时间", cell: instant },
  { key: "offered", name: "接听来电", aliases: ["来电总量", "呼入量"], cell: count },
  { key: "answered", name: "接通来电", aliases: ["接通量"], cell: count },
  ...ratio("firstContact", "在线办结率"),
  ...ratio("onTime", "按时办结率"),
  ...ratio("followUpRate", "回访率"),
  ...ratio("satisfaction", "满意率"),
  { key: "accuracy", name: "数据准确度得分", aliases: ["数据准确度"], cell: points },
  { key: "number", name: "拨测编号", cell: code },
  { key: "calledAt", name: "拨测时间", cell: instant },
  { key: "secondsToAnswer", name: "接通秒数", cell: count },
  { key: "voiceMenu", name: "语音导航得分", cell: points },
  { key: "connection", name: "接通情况得分", cell: points },
  { key: "etiquette", name: "服务规范得分", cell: points },
  { key: "knowledge", name: "业务知识得分", cell: points },
  { key: "followUp", name: "回访服务得分", cell: points },
];

/** 列名 of a key */
export const columnNamed = (key: string): string => countyColumns.find((one) => one.key === key)?.name ?? key;
