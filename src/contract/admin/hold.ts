/** 法定保留 on the wire. */
import { z } from "zod";
import { civilDate, id, instant, line, pageOf, paging } from "../value.ts";

const reason = line.min(4, "理由至少四个字");

export const newHold = z
  .object({
    request: line.describe("诉求：系统里的编号，或印出的编号"),
    reason: reason.describe("为什么要保留：诉讼、审计、调查等"),
    until: civilDate.nullish().describe("保留到哪天（含）；不写：解除为止"),
  })
  .meta({ id: "NewHold" });

export const holdParams = z.object({ id });
export const liftBody = z.object({ reason });

export const holdView = z
  .object({
    id,
    request: id,
    number: z.string().describe("诉求印出的编号"),
    reason: z.string(),
    by: z.string(),
    since: instant,
    until: instant.nullable(),
    liftedAt: instant.nullable(),
    liftedBy: z.string().nullable(),
    liftReason: z.string().nullable(),
  })
  .meta({ id: "Hold" });

export const holdQuery = z.object({
  ...paging,
  request: id.optional(),
  active: z.stringbool().default(false).describe("只看现在有效的"),
});

export const holdPage = pageOf(holdView).meta({ id: "HoldPage" });
