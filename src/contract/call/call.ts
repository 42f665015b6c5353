/** 来电 on the wire. */
import { z } from "zod";
import { requestRow } from "../request/request.ts";
import { id, instant, pageOf, paging, rating } from "../value.ts";

export const callParams = z.object({ id });

export const callView = z
  .object({
    id,
    version: z.number().int(),
    offeredAt: instant,
    queuedAt: instant.nullable(),
    answeredAt: instant.nullable(),
    endedAt: instant,
    agent: z.string().nullable(),
    callbacks: z.array(z.object({ at: instant, by: z.string(), reached: z.boolean() })),
    rating: rating.nullable(),
    owesCallback: z.boolean().describe("未接，还要回拨"),
    callbackBy: instant.nullable(),
  })
  .meta({ id: "Call" });

export const callQuery = z.object({
  ...paging,
  missed: z.stringbool().optional().describe("只看未接、还要回拨的"),
  from: instant.optional(),
  until: instant.optional(),
});
export const callPage = pageOf(callView).meta({ id: "CallPage" });

export const callbackBody = z.object({ reached: z.boolean().describe("接通") });

export const callerQuery = z.object({
  phone: z.string().regex(/^\+?[0-9][0-9 -]{4,24}$/, "不是电话号码"),
  place: z.string().max(100).optional().describe("同一地区最近的诉求"),
});

/** 来电人: what pops up when the phone rings. */
export const caller = z
  .object({
    name: z.string().nullable().describe("最近一次留下的姓名，已遮盖"),
    requests: z.array(requestRow).describe("本人最近的诉求，新的在前，至多 20 件"),
    open: z.number().int().describe("其中还没有办完的"),
    samePlace: z.array(requestRow).describe("同一地区三日内的诉求，至多 20 件"),
  })
  .meta({ id: "Caller" });

/** 一件诉求的来电人: what he told besides. */
export const callerOfRequest = caller
  .extend({ hasNumber: z.boolean().describe("留了号码；没有就找不到他别的诉求") })
  .meta({ id: "CallerOfRequest" });
