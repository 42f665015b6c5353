import type { z } from "zod";
import type { noticeView } from "../../contract/notice/notice.ts";
import { countyMattersOf } from "../../store/county/matters.ts";
import type { NoticeRow } from "../../store/notice/notices.ts";
import { iso, isoOrNull } from "../time.ts";
import type { Visit } from "../visit.ts";

type View = z.input<typeof noticeView>;

/** 通知给人看的样子; one about a platform says which and of which month, since that is how its page is opened. */
export async function viewsOf(rows: readonly NoticeRow[], { db, platform }: Visit): Promise<View[]> {
  const ids = rows.flatMap(({ subject, subjectId }) =>
    subject === "countyMonth" || subject === "mysteryCall" ? [subjectId] : [],
  );
  const matters = await countyMattersOf(db, platform.platform, ids);
  return rows.map(({ id, sentence, subject, subjectId, at, readAt, readBy }) => ({
    ...{ id, sentence, subject: subject as View["subject"], subjectId },
    ...(matters.get(subjectId) ?? { month: null, county: null }),
    ...{ at: iso(at), readAt: isoOrNull(readAt), readBy },
  }));
}
