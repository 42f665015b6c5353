import { businessRows } from "../businessTable.ts";

export const business = businessRows([
  ["登记与许可", ["0302", "0908"]],
  ["税费与补贴", ["1601", "1605"]],
  ["招标投标", ["1705"]],
  ["科技创新", ["1208"]],
  ["商务合作", ["1803"]],
]);
