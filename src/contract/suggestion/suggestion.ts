/** 边打边找和建议 on the wire: help beside the form, each with its ground; nothing is decided by it. */
import { z } from "zod";
import { orderRow } from "../order/order.ts";
import { proposedUnit } from "../request/proposal.ts";
import { requestRow } from "../request/request.ts";
import { code, id } from "../value.ts";

export const typeAheadQuery = z.object({
  kind: z.enum(["place", "category"]).describe("地区，或者诉求小类"),
  q: z.string().trim().min(1).max(30).describe("名称的一段、拼音首字母、旧名，或者所在的区；几个词用空格隔开"),
});

const named = z.object({
  key: z.string().describe("代码"),
  name: z.string(),
  within: z.array(z.string()).describe("所属，最大的在前"),
});

export const typeAhead = z
  .object({ rows: z.array(named.extend({ said: z.string().nullable().describe("按别的名称找到的，说明是什么") })) })
  .meta({ id: "TypeAhead" });

export const suggestionBody = z
  .object({
    text: z.string().max(5000).default("").describe("诉求内容，写到哪里算哪里"),
    category: code.nullish().describe("小类代码"),
    place: code.nullish().describe("地区代码"),
    urgent: z.boolean().default(false),
    self: id.nullish().describe("已经登记的这一件：自己不算重复"),
  })
  .meta({ id: "SuggestionAsked" });

const likelyRepeat = z.object({
  request: requestRow,
  title: z.string(),
  shared: z.array(z.string()).describe("两件都说到的词"),
  leadName: z.string().nullable(),
  clock: orderRow.shape.clock.nullable(),
});

export const suggestions = z
  .object({
    categories: z.array(named.extend({ shared: z.array(z.string()).describe("内容里也有的词") })),
    proposal: proposedUnit.nullable().describe("承办单位和依据；空为还没有选小类"),
    repeats: z.object({ days: z.number().int(), area: z.string().nullable(), rows: z.array(likelyRepeat) }),
    promise: z.string().describe("照现行时限答应来电人的话"),
  })
  .meta({ id: "Suggestions" });
