import { date } from "../cell/instant.ts";
import { count } from "../cell/number.ts";
import { code, list, text } from "../cell/text.ts";
import { yesNo } from "../cell/word.ts";
import type { Column } from "../column.ts";

/** 单位文件的列: a unit per row, its group described beside it */
export const unitColumns: Column[] = [
  { key: "number", name: "单位代码", aliases: ["代码", "单位编码"], cell: code, required: true },
  { key: "name", name: "单位名称", aliases: ["承办单位", "单位"], cell: code, required: true },
  { key: "group", name: "分组代码", aliases: ["单位分组"], cell: code, required: true },
  { key: "groupName", name: "分组名称", cell: code },
  { key: "groupOrder", name: "分组排序", cell: count, blank: 0 },
  { key: "rankedApart", name: "分组单列", cell: yesNo, blank: false },
  { key: "order", name: "排序", cell: count, blank: 0 },
  { key: "shortNames", name: "简称", cell: list, blank: [] },
  { key: "listedWhenIdle", name: "无工单也列出", cell: yesNo, blank: false },
  { key: "parent", name: "上级单位代码", aliases: ["上级单位"], cell: code },
  { key: "retired", name: "停用", cell: yesNo },
  { key: "successor", name: "接替单位代码", aliases: ["接替单位"], cell: code },
  { key: "from", name: "生效日期", cell: date, required: true },
  { key: "until", name: "失效日期", cell: date },
  { key: "basis", name: "依据", aliases: ["文件依据"], cell: text },
];
