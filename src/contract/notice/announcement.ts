/** 热线办通知 on the wire. */
import { z } from "zod";
import { visible } from "../../domain/visible.ts";
import { code, id, instant, paging } from "../value.ts";

export const newAnnouncement = z
  .object({
    units: z.array(code).min(1).max(500).nullable().describe("发给哪些单位；null：全部承办单位"),
    text: z.string().overwrite(visible).trim().min(1).max(500).describe("通知的内容；电话号码、证件号一律遮去"),
  })
  .meta({ id: "NewAnnouncement" });

export const announcement = z
  .object({
    id,
    sentence: z.string(),
    at: instant,
    units: z.array(
      z.object({ unit: code, unitName: z.string(), readAt: instant.nullable(), readBy: z.string().nullable() }),
    ),
  })
  .meta({ id: "Announcement" });

export const announcementQuery = z.object(paging);

export const announcementPage = z
  .object({ rows: z.array(announcement), next: z.string().nullable() })
  .meta({ id: "AnnouncementPage" });
