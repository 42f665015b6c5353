/** 工单 on the wire. */
import { z } from "zod";
import { clockWindows } from "../../domain/order/clockWindow.ts";
import { causes, unitTasks } from "../../domain/order/unitTask.ts";
import { allowance } from "../request/request.ts";
import { civilDate, code, id, instant, pageOf, paging, rating } from "../value.ts";

const stage = z.enum([
  "unacknowledged",
  "handling",
  "returning",
  "arbitrating",
  "returned",
  "resolved",
  "reviewed",
  "followedUp",
  "withdrawn",
  "closed",
]);

export const orderParams = z.object({ id });

export const clock = z
  .object({
    state: z.string(),
    from: instant,
    dueAt: instant,
    provisional: z.boolean().describe("暂定：次年放假安排未公布"),
    words: z.string().describe("如：剩 1 个工作日（至 11月14日 周一 24:00）"),
  })
  .meta({ id: "Clock" });

const summary = {
  id,
  number: z.string().describe("印出的编号"),
  request: id,
  stage,
  stageName: z.string(),
  lead: z.string().describe("主办单位代码"),
  leadName: z.string(),
  category: z.string(),
  categoryName: z.string(),
  urgent: z.boolean(),
  supervision: z.string().nullable(),
  dispatchedAt: instant,
  dueAt: instant.nullable(),
  movedAt: instant,
};

export const orderRow = z
  .object({
    ...summary,
    version: z.number().int(),
    title: z.string().nullable().describe("诉求的第一句，已按角色遮去个人信息"),
    placeName: z.string().nullable(),
    clock,
    cause: z.enum(causes).nullable().describe("又回到本单位的缘由；热线人员看的是主办单位的"),
    next: z.string().describe("本单位的下一步；热线人员看的是主办单位的"),
    followUp: z
      .object({
        resolvedAt: instant,
        dueAt: instant.describe("应在此前回访"),
        attempts: z.number().int().describe("已试过几次"),
        channel: z.enum(["sms", "phone"]).nullable().describe("最近一次的方式"),
      })
      .nullable()
      .describe("办结后等回访的"),
  })
  .meta({ id: "OrderRow" });

/** 期限的日子: one counted day, or days off told together. */
const limitDay = z
  .object({
    kind: z.enum(["start", "counted", "weekend", "holiday"]),
    from: civilDate,
    to: civilDate,
    weekday: z.number().int().min(1).max(7),
    no: z.number().int().nullable().describe("第几日"),
    makeUp: z.boolean().describe("调休上班"),
    today: z.boolean(),
    last: z.boolean().describe("到期的一天"),
  })
  .meta({ id: "LimitDay" });

const assignment = z
  .object({
    no: z.number().int(),
    unit: z.string(),
    unitName: z.string(),
    role: z.enum(["lead", "assisting"]),
    basis: z.string().nullable().describe("派单依据"),
    dispatchedAt: instant,
    acknowledgedAt: instant.nullable(),
    deemed: z.boolean().describe("视同签收"),
    dueAt: instant.nullable(),
    extended: z.boolean(),
    subUnit: z.string().nullable(),
    reportedAt: instant.nullable(),
    endedAt: instant.nullable(),
    endedBy: z.enum(["return", "redispatch"]).nullable(),
  })
  .meta({ id: "Assignment" });

const returnRequest = z
  .object({
    no: z.number().int(),
    assignment: z.number().int(),
    requestedAt: instant,
    late: z.boolean().describe("超期退单"),
    bulk: id.nullable(),
    reason: z.string().nullable(),
    verifications: z.array(
      z.object({
        unit: z.string(),
        askedAt: instant,
        answeredAt: instant.nullable(),
        competent: z.boolean().nullable(),
      }),
    ),
    convenedAt: instant.nullable(),
    arbitrated: z.boolean(),
    ruling: z.enum(["accepted", "rejected"]).nullable(),
    ruledAt: instant.nullable(),
  })
  .meta({ id: "ReturnRequest" });

export const orderView = z
  .object({
    ...summary,
    version: z.number().int(),
    complex: z.boolean(),
    confidential: z.boolean(),
    topic: z.string().nullable(),
    former: z.boolean().describe("已移交：只能看到移交前的经过，不能改"),
    unitClock: clock,
    matterClock: clock,
    matterDay: z.string().describe("如：第 7 个工作日"),
    days: z.array(limitDay).describe("本单位时限的各日；按小时计的没有"),
    assignments: z.array(assignment),
    limit: z
      .object({ amount: z.number().int(), in: z.enum(["workingDays", "calendarDays", "hours"]) })
      .nullable()
      .describe("主办的原期限，延期按它的单位计；没有签收的没有"),
    returnBy: instant.nullable().describe("退单期限；没有签收的没有"),
    returns: z.array(returnRequest),
    extension: z
      .object({
        assignment: z.number().int(),
        amount: z.number().int().describe("延长多少，按 limit 的单位计"),
        askedAt: instant,
        ruling: z.enum(["granted", "refused"]).nullable(),
        ruledAt: instant.nullable(),
      })
      .nullable()
      .describe("延期申请"),
    informedAt: instant.nullable(),
    resolvedAt: instant.nullable(),
    solved: z.boolean().nullable(),
    followedUpAt: instant.nullable(),
    rating: rating.nullable(),
    round: z.number().int(),
    reopenRating: rating.nullable(),
    closedAt: instant.nullable(),
    withdrawnAt: instant.nullable(),
    notices: z.array(
      z.object({
        no: z.number().int(),
        kind: z.enum(["withdraw", "amend"]),
        at: instant,
        receipt: z.enum(["confirmed", "refused"]).nullable(),
      }),
    ),
    allowed: z.array(allowance),
  })
  .meta({ id: "Order" });

/** 经过里的一步: who, when, why, late or not. */
const trailStep = z
  .object({
    version: z.number().int(),
    at: instant,
    by: z.string().describe("角色:工号，或 unit:单位:工号"),
    kind: z.string(),
    term: z.string(),
    unit: z.string().nullable(),
    unitName: z.string().nullable(),
    late: z.boolean().describe("超期退单或超期办结"),
    texts: z.array(z.object({ of: z.string(), text: z.string() })),
  })
  .meta({ id: "TrailStep" });

export const trail = z.array(trailStep).meta({ id: "Trail" });

/** 几种之一 or several, parted by commas. */
const someOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(z.enum(values)).min(1).max(values.length))
    .optional();

export const orderFilter = {
  stage: z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(stage).min(1).max(10))
    .optional()
    .describe("阶段，可用逗号隔开几个"),
  unit: code.optional().describe("主办单位代码"),
  category: code.optional(),
  urgent: z.stringbool().optional(),
  supervision: z.enum(["blue", "yellow", "red", "summon"]).optional(),
  overdue: z.stringbool().optional().describe("已过办理期限而没有办结"),
  age: z.enum(["yellow", "red", "summon"]).optional().describe("超期的长短：到期、红色、约谈，按现行的督办期限"),
  idle: z.literal("true").optional().describe("在单位手里，长期无人动过"),
  bulk: id.optional().describe("同一批退单的"),
  extensionPending: z.stringbool().optional().describe("有延期申请待批"),
  returnedAgain: z.stringbool().optional().describe("再次退单而没有裁定，可以会商"),
  from: instant.optional().describe("派发时间不早于"),
  until: instant.optional().describe("派发时间早于"),
  followedFrom: instant.optional().describe("首次回访结束的时间不早于"),
  followedUntil: instant.optional().describe("首次回访结束的时间早于"),
  rating: rating.optional().describe("首次回访的评价"),
  solved: someOf(["yes", "no", "unanswered"]).describe("首次回访时当事人说解决了、没解决、没有说，可用逗号隔开几个"),
  number: z.string().min(1).max(50).optional().describe("工单编号"),
};

/** 急的在前: narrows that only that order has */
const turnFilter = {
  task: someOf(unitTasks).describe("单位要做的；热线人员要同时说明单位"),
  cause: someOf(causes).describe("又回到单位的缘由；热线人员要同时说明单位"),
  clock: z.enum(clockWindows).optional().describe("临期、到期、超期"),
  followUp: z.enum(["due", "later"]).optional().describe("办结的：今天为止应回访的，以后的"),
  sort: z.enum(["moved", "turn"]).default("moved").describe("最近有动静的在前，或最急的在前"),
};
export const orderQuery = z.object({ ...paging, ...orderFilter, ...turnFilter });
export const orderPage = pageOf(orderRow).meta({ id: "OrderPage" });
