/** 工单的动作: each with its noun in the URL and what the form says; a text arrives as words and is kept by its number. */
import { z } from "zod";
import { civilDate, code, line, rating, someWords, words } from "../value.ts";

const nothing = z.object({});
const withWords = z.object({ text: words });
const withSomeWords = z.object({ text: someWords });
const unit = code.describe("单位代码");
const basis = line.nullish().transform((text) => text ?? null);
const to = { unit, basis, complex: z.boolean().optional().describe("复杂事项：期限较长") };

/** 派发 of a request: makes its work order; assisting units at once if wanted. */
export const dispatchBody = z
  .object({
    ...to,
    topic: line.nullish().transform((text) => text ?? null),
    assisting: z.array(unit).max(20).default([]).describe("协办单位"),
  })
  .meta({ id: "Dispatch" });

// biome-ignore format: one line an action, so that it reads as a table
export const orderActions = {
  assist:              { noun: "assistance",            body: z.object({ unit }) },
  redispatch:          { noun: "redispatch",            body: z.object({ ...to, text: someWords }) },
  acknowledge:         { noun: "acknowledgement",       body: nothing },
  handOn:              { noun: "hand-on",               body: z.object({ unit }) },
  contact:             { noun: "early-contact",         body: withSomeWords },
  requestReturn:       { noun: "return-request",        body: z.object({ reason: line.describe("退单原因"), text: words }) },
  askVerification:     { noun: "verification",          body: z.object({ unit, text: someWords }) },
  answerVerification:  { noun: "verification-answer",   body: z.object({ competent: z.boolean().describe("确是申请退单的单位的"), text: words }) },
  acceptReturn:        { noun: "return-acceptance",     body: z.object({ to: z.object(to).nullable().describe("派给谁；空着等改派"), text: someWords }) },
  rejectReturn:        { noun: "return-rejection",      body: withWords },
  convene:             { noun: "arbitration",           body: withSomeWords },
  concludeArbitration: { noun: "arbitration-conclusion", body: z.object({ unit, text: words, directory: z.object({ from: civilDate, place: code.nullish() }).nullish().describe("会议备忘录写入派单目录：自哪天起、限哪个地区") }) },
  requestExtension:    { noun: "extension-request",     body: z.object({ amount: z.number().int().min(1).max(1000), text: words }) },
  grantExtension:      { noun: "extension-grant",       body: nothing },
  refuseExtension:     { noun: "extension-refusal",     body: withWords },
  inform:              { noun: "citizen-informing",     body: withSomeWords },
  resolve:             { noun: "resolution",            body: z.object({ solved: z.boolean(), internalText: someWords, publicText: words }) },
  reportPart:          { noun: "part-report",           body: withWords },
  passReview:          { noun: "review-pass",           body: nothing },
  demandRework:        { noun: "rework",                body: withWords },
  attemptFollowUp:     { noun: "follow-up-attempt",     body: z.object({ channel: z.enum(["sms", "phone"]) }) },
  concludeFollowUp:    { noun: "follow-up",             body: z.object({ channel: z.enum(["sms", "phone"]), rating, solved: z.boolean().nullable(), text: someWords }) },
  reopen:              { noun: "reopening",             body: withWords },
  close:               { noun: "closing",               body: nothing },
  remind:              { noun: "reminder",              body: withSomeWords },
  supervise:           { noun: "supervision",           body: z.object({ level: z.enum(["blue", "yellow", "red", "summon"]), text: someWords }) },
  logContact:          { noun: "unit-contact",          body: z.object({ unit, result: z.enum(["reached", "notReached", "refused", "complained"]), text: someWords }) },
  giveNotice:          { noun: "notice",                body: z.object({ kind: z.enum(["withdraw", "amend"]), text: words }) },
  answerNotice:        { noun: "notice-answer",         body: z.object({ no: z.number().int().min(1), receipt: z.enum(["confirmed", "refused"]), text: someWords }) },
  withdraw:            { noun: "withdrawal",            body: withSomeWords },
} as const;

export const bulkReturnBody = z
  .object({
    orders: z.array(z.uuid()).min(1).max(1000).describe("工单编号"),
    reason: line,
    text: words,
  })
  .meta({ id: "BulkReturn" });

export const bulkRulingBody = z
  .object({ ruling: z.enum(["accepted", "rejected"]), text: words })
  .meta({ id: "BulkRuling" });

export const bulkResult = z
  .object({
    bulk: z.uuid(),
    done: z.number().int(),
    late: z.number().int().describe("其中超期退单"),
  })
  .meta({ id: "BulkResult" });
