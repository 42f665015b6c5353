/** 看月报: whose work the month's report and figures are; units and the desks get what concerns them another way. */
import type { Role } from "./role.ts";

/** 能看月报和月度数字的角色 */
export const reportReaders: readonly Role[] = [
  "analyst",
  "office",
  "leader",
  "supervisor",
  "inspector",
  "administrator",
];
