import { leaderDayMonth, leaderDayView, planParams, planQuery } from "../../contract/leaderDay/leaderDay.ts";
import { operation } from "../operation.ts";
import { dayNotFound, dayView, monthOfDays, WATCHING } from "./load.ts";

export const listLeaderDays = operation({
  id: "listLeaderDays",
  method: "GET",
  path: "/leader-days",
  summary: "一个月的领导接听日：安排的和已接听的，各有几个来电、当场解决几个、交办几个；月报怎样写",
  tag: "领导接听日",
  permit: WATCHING,
  query: planQuery,
  answer: leaderDayMonth,
  handle: ({ query: { month } }, visit) => monthOfDays(month, visit),
});

export const readLeaderDay = operation({
  id: "readLeaderDay",
  method: "GET",
  path: "/leader-days/{id}",
  summary: "一个领导接听日：当天的来电和诉求、当场答复、交办的工单",
  tag: "领导接听日",
  permit: WATCHING,
  params: planParams,
  answer: leaderDayView,
  async handle({ params: { id } }, visit) {
    const answer = await dayView(id, visit);
    if (answer === null) return dayNotFound;
    return answer.version === null ? answer : { version: answer.version, answer };
  },
});
