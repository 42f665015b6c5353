import type { z } from "zod";
import type { noticeView } from "../../contract/notice/notice.ts";
import type { NoticeRow } from "../../store/notice/notices.ts";
import { iso, isoOrNull } from "../time.ts";

type View = z.input<typeof noticeView>;

export const viewOf = ({ id, sentence, subject, subjectId, at, readAt, readBy }: NoticeRow): View => ({
  id,
  sentence,
  subject: subject as View["subject"],
  subjectId,
  at: iso(at),
  readAt: isoOrNull(readAt),
  readBy,
});
