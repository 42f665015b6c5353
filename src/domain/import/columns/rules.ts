import { date } from "../cell/instant.ts";
import { json } from "../cell/json.ts";
import { count } from "../cell/number.ts";
import { code, text } from "../cell/text.ts";
import { yesNo } from "../cell/word.ts";
import type { Column } from "../column.ts";

/** 规则文件的列: a platform's own rule rows, as they are kept */
export const ruleColumns: Column[] = [
  { key: "number", name: "序号", cell: count },
  { key: "kind", name: "规则种类", cell: code, required: true },
  { key: "key", name: "规则键", cell: code, required: true },
  { key: "from", name: "生效日期", cell: date, required: true },
  { key: "until", name: "失效日期", cell: date },
  { key: "value", name: "规则内容", cell: json, required: true },
  { key: "basis", name: "依据", aliases: ["出处"], cell: text, required: true },
  { key: "assumption", name: "假定", cell: yesNo, blank: false },
];
