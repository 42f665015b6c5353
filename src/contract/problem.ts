import { z } from "zod";

/** 拒绝或出错的答复 (RFC 9457): a stable code, what happened in one Chinese sentence, what to do next. */
export const problem = z
  .object({
    type: z.string().describe("urn:rexian:加代码"),
    status: z.number().int(),
    code: z.string().describe("不变的代码，程序据此判断"),
    title: z.string().describe("发生了什么"),
    detail: z.string().optional().describe("接下来怎么办"),
    fields: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .describe("填写有误的各项"),
  })
  .meta({ id: "Problem" });

export type Problem = z.infer<typeof problem>;
