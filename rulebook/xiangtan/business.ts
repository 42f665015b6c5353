import { businessRows } from "../businessTable.ts";

export const business = businessRows([
  ["登记与许可", ["0302", "0907"]],
  ["税费", ["0308"]],
  ["招标投标", ["1505"]],
  ["商务合作", ["1603"]],
]);
