/** 领导接听日 on the wire. */
import { z } from "zod";
import { planStates } from "../../domain/leaderDay/plan.ts";
import { clock } from "../order/order.ts";
import { civilDate, code, id, instant, line, monthKey, words } from "../value.ts";

export const newPlan = z
  .object({
    date: civilDate.describe("哪一天"),
    unit: code.describe("哪个单位的负责同志来接听"),
    post: line.max(50).describe("职务，不写姓名"),
    seat: code.describe("席位：那里的工号"),
  })
  .meta({ id: "NewLeaderDay" });

export const planParams = z.object({ id });
export const planQuery = z.object({ month: monthKey });
export const cancelling = z.object({ reason: words.describe("为什么取消") });

const count = z.number().int();
const counts = {
  calls: count.describe("接听来电"),
  settledOnTheSpot: count.describe("当场答复解决"),
  dispatched: count.describe("现场交办"),
};

export const leaderDayRow = z
  .object({
    id,
    version: z.number().int().nullable().describe("null：只有账本里的，不是在这里安排的"),
    date: civilDate,
    unit: z.string(),
    unitName: z.string(),
    post: z.string().nullable(),
    seat: z.string().nullable(),
    state: z.enum(Object.keys(planStates) as [keyof typeof planStates]),
    stateName: z.string(),
    reason: z.string().nullable(),
    ...counts,
  })
  .meta({ id: "LeaderDayRow" });

export const leaderDayMonth = z
  .object({ month: monthKey, rows: z.array(leaderDayRow), said: z.array(z.string()).describe("月报里这一节怎样写") })
  .meta({ id: "LeaderDayMonth" });

const heard = z.object({
  call: id.nullable(),
  at: instant,
  seconds: count.nullable().describe("通话多少秒；不是来电的没有"),
  request: id.nullable(),
  number: z.string().nullable(),
  title: z.string().nullable().describe("已遮去个人信息"),
  categoryName: z.string().nullable(),
  outcome: z.enum(["pending", "firstContact", "dispatched", "withdrawn", "merged", "refused"]).nullable(),
  answer: z.string().nullable().describe("当场答复"),
  order: z
    .object({ id, stageName: z.string(), leadName: z.string(), clock, closed: z.boolean() })
    .nullable()
    .describe("交办的工单"),
});

export const leaderDayView = leaderDayRow
  .extend({ allowed: z.array(z.enum(["change", "start", "end", "cancel"])), heard: z.array(heard) })
  .meta({ id: "LeaderDay" });
