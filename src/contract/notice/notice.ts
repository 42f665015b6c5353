/** 通知 on the wire. */
import { z } from "zod";
import { id, instant, monthKey, paging } from "../value.ts";

export const noticeParams = z.object({ id });

export const noticeView = z
  .object({
    id,
    sentence: z.string(),
    subject: z
      .enum(["order", "request", "call", "announcement", "countyMonth", "mysteryCall"])
      .describe("说的是什么：工单、诉求、来电、热线办通知、县级月报、拨测"),
    subjectId: id,
    month: monthKey.nullable().describe("县级月报、拨测的月份"),
    county: z.string().nullable().describe("县级月报、拨测的平台"),
    at: instant,
    readAt: instant.nullable(),
    readBy: z.string().nullable().describe("谁先读的（工号）"),
  })
  .meta({ id: "Notice" });

export const noticeQuery = z.object(paging);

export const noticePage = z
  .object({
    rows: z.array(noticeView),
    next: z.string().nullable(),
    unread: z.string().describe("未读数，最多数到“1 000+”"),
  })
  .meta({ id: "NoticePage" });
