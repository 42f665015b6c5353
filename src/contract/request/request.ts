/** 诉求 on the wire. */
import { z } from "zod";
import { code, id, instant, line, pageOf, paging, rating, someWords, words } from "../value.ts";

const channel = z.enum(["phone", "web", "app", "mailbox", "sms", "province", "handover110", "county", "leaderDay"]);
const outcome = z.enum(["pending", "firstContact", "dispatched", "withdrawn", "merged", "refused"]);

/** 联系人: sealed as soon as it arrives; only its number comes back. */
const contact = z
  .object({
    name: line.nullish().describe("姓名"),
    phone: z
      .string()
      .regex(/^\+?[0-9][0-9 -]{4,24}$/, "不是电话号码")
      .nullish(),
    address: line.nullish().describe("地址"),
    identityNumber: z
      .string()
      .regex(/^[0-9A-Za-z]{6,24}$/, "不是证件号")
      .nullish(),
  })
  .meta({ id: "ContactGiven" });

export const requestParams = z.object({ id });

/** 登记一件诉求 */
export const newRequest = z
  .object({
    type: code.describe("诉求类型"),
    category: code.describe("小类代码"),
    channel,
    place: code.nullish().describe("地区代码"),
    urgent: z.boolean().default(false).describe("紧急"),
    confidential: z.boolean().default(false).describe("保密：承办单位看不到当事人"),
    text: words,
    contact: contact.nullish(),
    call: id.nullish().describe("来电编号"),
    hotEvent: code.nullish(),
    leaderDay: id.nullish(),
  })
  .meta({ id: "NewRequest" });

export const made = z
  .object({ id, number: z.string().describe("印出的编号"), version: z.number().int() })
  .meta({ id: "Made" });

export const requestRow = z
  .object({
    id,
    version: z.number().int(),
    number: z.string(),
    acceptedAt: instant,
    type: z.string(),
    typeName: z.string(),
    category: z.string(),
    categoryName: z.string(),
    channel,
    place: z.string().nullable(),
    placeName: z.string().nullable().describe("区、街道、社区"),
    urgent: z.boolean(),
    confidential: z.boolean(),
    outcome,
    settledAt: instant.nullable(),
    order: id.nullable(),
    text: z.string().nullable().describe("诉求内容，已按角色遮去个人信息"),
  })
  .meta({ id: "RequestRow" });

/** 能做什么: a button, and why it is grey when it is. */
export const allowance = z
  .object({
    action: z.string(),
    term: z.string(),
    allowed: z.boolean(),
    refused: z.string().optional(),
    sentence: z.string().optional(),
    next: z.string().optional(),
    counted: z.object({ code: z.string(), sentence: z.string() }).optional().describe("可以做，但会计入本单位"),
  })
  .meta({ id: "Allowance" });

export const requestView = requestRow
  .extend({
    call: id.nullable(),
    mergedInto: id.nullable(),
    repeats: z.array(id),
    refusal: z.object({ reason: z.string(), route: z.string(), told: z.string() }).nullable(),
    amendments: z.array(z.object({ at: instant, text: z.string().nullable() })),
    rating: rating.nullable(),
    ratedAt: instant.nullable(),
    allowed: z.array(allowance),
  })
  .meta({ id: "Request" });

export const requestFilter = {
  outcome: z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(outcome).min(1).max(6))
    .optional()
    .describe("结果，可用逗号隔开几个"),
  type: code.optional(),
  category: z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(code).min(1).max(500))
    .optional()
    .describe("大类或小类代码，可用逗号隔开几个"),
  place: code.optional().describe("地区代码，连同它辖的街道、社区"),
  channel: channel.optional(),
  urgent: z.stringbool().optional(),
  from: instant.optional().describe("受理时间不早于"),
  until: instant.optional().describe("受理时间早于"),
  q: z.string().trim().min(2).max(50).optional().describe("内容里有这几个字"),
};
export const requestQuery = z.object({ ...paging, ...requestFilter });
export const requestPage = pageOf(requestRow).meta({ id: "RequestPage" });

/** 诉求的动作: each with its noun in the URL and what the form says; a text arrives as words and is kept by its number. */
export const requestActions = {
  resolve: { noun: "resolution", body: z.object({ text: words.describe("答复") }) },
  refuse: {
    noun: "refusal",
    body: z.object({ reason: line.describe("原因"), route: code.describe("去处"), text: someWords }),
  },
  merge: { noun: "merge", body: z.object({ into: id.describe("并入哪一件") }) },
  withdraw: { noun: "withdrawal", body: z.object({ text: someWords }) },
  amend: { noun: "amendment", body: z.object({ text: words }) },
  rate: { noun: "rating", body: z.object({ rating }) },
} as const;
