/** 派发建议 on the wire: whom to send a matter to, on what ground, and what it would run under. */
import { z } from "zod";
import { civilDate, code, id, instant } from "../value.ts";

export const proposalQuery = z.object({
  requests: z
    .string()
    .max(2_000)
    .transform((text) => text.split(","))
    .pipe(z.array(id).min(1).max(50))
    .describe("诉求编号，可用逗号隔开几个"),
});

const limitAhead = z
  .object({ words: z.string().describe("如：5 个工作日（最迟至 10月19日 周三 24:00）"), dueAt: instant })
  .meta({ id: "LimitAhead" });

/** 建议的单位: the same for who takes a matter down and for who sends it out */
export const proposedUnit = z
  .object({
    unit: code.nullable().describe("建议派给；null：没有依据，不建议"),
    unitName: z.string().nullable(),
    ground: z.enum(["directory", "precedent", "place"]).nullable(),
    words: z.string().describe("依据的说法"),
    directory: z
      .object({
        key: z.string().describe("小类代码，限地区的后接 @ 地区代码"),
        placeName: z.string().nullable().describe("限哪个地区"),
        unit: code,
        unitName: z.string(),
        basis: z.string(),
        from: civilDate.describe("自哪天起"),
        source: z.string().describe("出处"),
        assumption: z.boolean().describe("没有公布的规定，是假定的"),
      })
      .nullable()
      .describe("派单目录里的那一行"),
    precedents: z.object({
      since: instant.describe("从何时起"),
      areaName: z.string().nullable().describe("哪一片；null：全市"),
      orders: z.number().int().describe("同类同地派过几次"),
      units: z.array(
        z.object({
          unit: code,
          unitName: z.string(),
          orders: z.number().int().describe("派给它几次"),
          returned: z.number().int().describe("其中同意退单几次"),
        }),
      ),
    }),
  })
  .meta({ id: "ProposedUnit" });

const proposal = proposedUnit
  .extend({
    request: id,
    limits: z.object({ acknowledge: limitAhead, resolve: limitAhead, resolveComplex: limitAhead }),
  })
  .meta({ id: "DispatchProposal" });

export const proposals = z.array(proposal).meta({ id: "DispatchProposals" });
