/** 附件 on the wire. */
import { z } from "zod";
import { id, instant } from "../value.ts";

export const attachmentParams = z.object({ id });

export const attachmentView = z
  .object({
    id,
    at: instant,
    by: z.string(),
    name: z.string(),
    type: z.string(),
    size: z.number().int().describe("字节"),
    digest: z.string().describe("SHA-256"),
  })
  .meta({ id: "Attachment" });

export const attachmentList = z.array(attachmentView).meta({ id: "AttachmentList" });
