/** 工单的动作: each with its noun in the URL and what the form says; a text arrives as words and is kept by its number. */
import { z } from "zod";
import { civilDate, code, line, rating, someWords, uuid, words } from "../value.ts";
import { orderNouns } from "./nouns.ts";

const nothing = z.object({});
const withWords = z.object({ text: words });
const withSomeWords = z.object({ text: someWords });
const unit = code.describe("单位代码");
const basis = line
  .nullish()
  .transform((text) => text ?? null)
  .describe("依据");
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
  assist:              { noun: orderNouns.assist,            body: z.object({ unit }) },
  redispatch:          { noun: orderNouns.redispatch,            body: z.object({ ...to, text: someWords }) },
  acknowledge:         { noun: orderNouns.acknowledge,       body: nothing },
  handOn:              { noun: orderNouns.handOn,               body: z.object({ unit }) },
  contact:             { noun: orderNouns.contact,         body: withSomeWords },
  requestReturn:       { noun: orderNouns.requestReturn,        body: z.object({ reason: line.describe("退单原因"), text: words }) },
  askVerification:     { noun: orderNouns.askVerification,          body: z.object({ unit, text: someWords }) },
  answerVerification:  { noun: orderNouns.answerVerification,   body: z.object({ competent: z.boolean().describe("确是申请退单的单位的"), text: words }) },
  acceptReturn:        { noun: orderNouns.acceptReturn,     body: z.object({ to: z.object(to).nullish().transform((given) => given ?? null).describe("派给谁；空着等改派"), text: someWords }) },
  rejectReturn:        { noun: orderNouns.rejectReturn,      body: withWords },
  convene:             { noun: orderNouns.convene,           body: withSomeWords },
  concludeArbitration: { noun: orderNouns.concludeArbitration, body: z.object({ unit, text: words, directory: z.object({ from: civilDate, place: code.nullish() }).nullish().describe("会议备忘录写入派单目录：自哪天起、限哪个地区") }) },
  requestExtension:    { noun: orderNouns.requestExtension,     body: z.object({ amount: z.number().int().min(1).max(1000).describe("延长多少，按工单 limit 的单位计，最多与原期限相同"), text: words }) },
  grantExtension:      { noun: orderNouns.grantExtension,       body: nothing },
  refuseExtension:     { noun: orderNouns.refuseExtension,     body: withWords },
  inform:              { noun: orderNouns.inform,     body: withSomeWords },
  resolve:             { noun: orderNouns.resolve,            body: z.object({ solved: z.boolean(), internalText: someWords, publicText: words }) },
  reportPart:          { noun: orderNouns.reportPart,           body: withWords },
  passReview:          { noun: orderNouns.passReview,           body: nothing },
  demandRework:        { noun: orderNouns.demandRework,                body: withWords },
  attemptFollowUp:     { noun: orderNouns.attemptFollowUp,     body: z.object({ channel: z.enum(["sms", "phone"]) }) },
  concludeFollowUp:    { noun: orderNouns.concludeFollowUp,             body: z.object({ channel: z.enum(["sms", "phone"]), rating, solved: z.boolean().nullable(), text: someWords }) },
  reopen:              { noun: orderNouns.reopen,             body: withWords },
  close:               { noun: orderNouns.close,               body: nothing },
  remind:              { noun: orderNouns.remind,              body: withSomeWords },
  supervise:           { noun: orderNouns.supervise,           body: z.object({ level: z.enum(["blue", "yellow", "red", "summon"]), text: someWords }) },
  logContact:          { noun: orderNouns.logContact,          body: z.object({ unit, result: z.enum(["reached", "notReached", "refused", "complained"]), text: someWords }) },
  giveNotice:          { noun: orderNouns.giveNotice,                body: z.object({ kind: z.enum(["withdraw", "amend"]), text: words }) },
  answerNotice:        { noun: orderNouns.answerNotice,         body: z.object({ no: z.number().int().min(1), receipt: z.enum(["confirmed", "refused"]), text: someWords }) },
  withdraw:            { noun: orderNouns.withdraw,            body: withSomeWords },
} as const;

export const bulkReturnBody = z
  .object({
    orders: z.array(uuid).min(1).max(1000).describe("工单编号"),
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
