import { code, text } from "../cell/text.ts";
import type { Column } from "../column.ts";

/** 个人信息列: sealed apart from the record, never in an event. */
export const contactColumns: Column[] = [
  { key: "name", name: "姓名", aliases: ["来电人", "诉求人", "联系人", "市民姓名"], cell: code },
  { key: "phone", name: "电话", aliases: ["来电号码", "联系电话", "手机号码", "主叫号码"], cell: code },
  { key: "address", name: "地址", aliases: ["联系地址", "诉求人地址"], cell: text },
  { key: "identityNumber", name: "身份证号", aliases: ["身份证号码", "证件号码"], cell: code },
];
