/** 回访 on the wire. */
import { z } from "zod";
import { type SmsFailure, smsFailures } from "../../domain/notice/sms.ts";
import { measuredRate } from "../measure.ts";
import { instant } from "../value.ts";

const channel = z.enum(["sms", "phone"]);

export const followUpView = z
  .object({
    mode: channel.describe("现在的方式"),
    most: z.number().int().describe("最多试几次"),
    resolvedAt: instant.nullable(),
    dueAt: instant.nullable().describe("应在此前回访"),
    attempts: z.array(z.object({ at: instant, channel })),
    messages: z
      .array(
        z.object({
          at: instant,
          status: z.enum(["waiting", "held", "sent", "failed"]),
          sentAt: instant.nullable(),
          reason: z.enum(Object.keys(smsFailures) as SmsFailure[]).nullable(),
        }),
      )
      .describe("评价短信，新的在前"),
  })
  .meta({ id: "FollowUp" });

const period = z.object({
  from: instant,
  followUps: z.number().int(),
  satisfaction: measuredRate,
  response: measuredRate,
});

export const followUpFigures = z.object({ week: period, month: period }).meta({ id: "FollowUpFigures" });
