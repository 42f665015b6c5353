/** 领导接听日的操作 */
import { cancelLeaderDay, changeLeaderDay, endLeaderDay, planLeaderDay, startLeaderDay } from "./plan.ts";
import { listLeaderDays, readLeaderDay } from "./read.ts";

export const leaderDayOperations = [
  listLeaderDays,
  planLeaderDay,
  readLeaderDay,
  changeLeaderDay,
  startLeaderDay,
  endLeaderDay,
  cancelLeaderDay,
];
