/** 进行中的来电和模拟来电 on the wire. */
import { z } from "zod";
import { code, id, instant, pageOf, paging } from "../value.ts";

export const ongoingParams = z.object({ id });

export const ongoingView = z
  .object({
    id,
    step: z.enum(["offered", "queued", "ringing", "answered", "abandoned", "ended"]),
    stepName: z.string(),
    agent: z.string().nullable().describe("在谁那里振铃，空为所有话务员；接听后为接听的人（工号）"),
    offeredAt: instant,
    queuedAt: instant.nullable(),
    answeredAt: instant.nullable(),
    endedAt: instant.nullable(),
    phone: z.string().nullable().describe("来电号码；只给接听的话务员"),
  })
  .meta({ id: "OngoingCall" });

export const ongoingCalls = z.object({ rows: z.array(ongoingView) }).meta({ id: "OngoingCalls" });

const seconds = (most: number) => z.number().int().min(0).max(most).optional();

const seed = z
  .number()
  .int()
  .min(0)
  .max(2 ** 31)
  .optional();

export const simulatedRequestsBody = z
  .object({
    count: z.number().int().min(1).max(20).describe("几件"),
    seed: seed.describe("同一个种子，同样的诉求"),
  })
  .meta({ id: "SimulatedRequestsBody" });
export const simulatedRequests = z
  .object({ made: z.number().int().describe("登记了几件") })
  .meta({ id: "SimulatedRequests" });

export const simulatedCallBody = z.object({
  seed: seed.describe("同一个种子，同一个来电人"),
  caller: z
    .string()
    .regex(/^\+?\d{5,20}$/, "不是电话号码")
    .optional(),
  menuSeconds: seconds(600).describe("在语音菜单里停留的秒数"),
  patienceSeconds: seconds(3600).describe("肯等的秒数"),
  talkSeconds: seconds(7200).describe("多久以后自己挂断"),
  rates: z
    .enum(["satisfied", "neutral", "dissatisfied"])
    .nullable()
    .optional()
    .describe("话务员挂断后按的评价键，空为不评价"),
  agent: code.optional().describe("只在这个话务员那里振铃（工号）"),
});

const simulatedSms = z
  .object({ id, to: z.string().describe("号码，中间几位隐去"), text: z.string(), at: instant })
  .meta({ id: "SimulatedSms" });

export const simulatedSmsQuery = z.object(paging);
export const simulatedSmsPage = pageOf(simulatedSms).omit({ total: true }).meta({ id: "SimulatedSmsPage" });
