import { announcementQuery, announcementPage as pageSchema } from "../../contract/notice/announcement.ts";
import { announcementPage } from "../../store/notice/announcements.ts";
import { cursorOf, placeOf } from "../cursor.ts";
import { operation } from "../operation.ts";
import { viewOf } from "./announcement.ts";

export const listAnnouncements = operation({
  id: "listAnnouncements",
  method: "GET",
  path: "/announcements",
  summary: "发过的热线办通知，新的在前；各单位读了没有",
  tag: "通知",
  permit: ["office"],
  query: announcementQuery,
  answer: pageSchema,
  handle: async ({ query: { cursor, limit } }, visit) => {
    const rules = await visit.rules();
    const acts = await visit.see((db) => announcementPage(db, visit.platform.platform, placeOf(cursor), limit));
    const last = acts.length === limit ? acts.at(-1)! : null;
    return { rows: acts.map((one) => viewOf(one, rules)), next: last && cursorOf(last) };
  },
});
