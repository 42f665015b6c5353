import { noticePage, noticeQuery } from "../../contract/notice/notice.ts";
import { recipientOf } from "../../domain/notice/notice.ts";
import { type NoticePlace, type NoticeRow, noticesFor, unreadCount } from "../../store/notice/notices.ts";
import { cursorOf, placeOf } from "../cursor.ts";
import { operation } from "../operation.ts";
import { viewsOf } from "./view.ts";

const MOST = 1000;

/** Unread ones come first, so the place says as well in which of the two parts it lies. */
const nextOf = ({ readAt, at, id }: NoticeRow): string => `${readAt === null ? "u" : "r"}${cursorOf({ at, id })}`;

function afterOf(cursor: string | undefined): NoticePlace | null {
  const place = placeOf(cursor?.slice(1));
  return place && { read: cursor!.startsWith("r"), at: place.at, id: place.id };
}

export const listNotices = operation({
  id: "listNotices",
  method: "GET",
  path: "/notices",
  summary: "我的通知：未读的在前，新的在前",
  tag: "通知",
  permit: "signedIn",
  query: noticeQuery,
  answer: noticePage,
  handle: async ({ query: { cursor, limit } }, visit) => {
    const { see, viewer } = visit;
    const { platform } = visit.platform;
    const recipient = recipientOf(viewer);
    const [rows, unread] = await see(async (db) => [
      await noticesFor(db, platform, recipient, afterOf(cursor), limit),
      await unreadCount(db, platform, recipient),
    ]);
    const last = rows.length === limit ? rows.at(-1)! : null;
    return {
      rows: await viewsOf(rows, visit),
      next: last && nextOf(last),
      unread: unread > MOST ? "1 000+" : String(unread),
    };
  },
});
