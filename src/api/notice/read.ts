import { noticeParams, noticeView } from "../../contract/notice/notice.ts";
import { recipientOf } from "../../domain/notice/notice.ts";
import { refuse } from "../../domain/refusal.ts";
import { markRead } from "../../store/notice/notices.ts";
import { operation } from "../operation.ts";
import { viewsOf } from "./view.ts";

/** 已读: for the whole unit or role; whoever was first stays noted. */
export const readNotice = operation({
  id: "readNotice",
  method: "POST",
  path: "/notices/{id}/read",
  summary: "标为已读",
  tag: "通知",
  permit: "signedIn",
  params: noticeParams,
  answer: noticeView,
  writes: true,
  handle: async ({ params: { id } }, visit) => {
    const { db, viewer, at, platform } = visit;
    const row = await markRead(db, platform.platform, { id, recipient: recipientOf(viewer) }, viewer.number, at);
    return row
      ? (await viewsOf([row], visit))[0]!
      : refuse("notFound", "没有这条通知，或者不是给您的。", "请核对编号。");
  },
});
