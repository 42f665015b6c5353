/** 通知到屏幕: one that no event of the ledger brings, such as a call nobody phoned back in time. */
import { recipientOf } from "../../domain/notice/notice.ts";
import type { NewNotice } from "../../store/notice/notices.ts";
import type { Platform } from "../../store/platform.ts";
import { announce } from "../live/hub.ts";

/** 告诉收件人, in this process. */
export const announceNotice = (platform: Platform, { id, recipient, sentence, subject, subjectId }: NewNotice): void =>
  announce(platform, "notice", { id, sentence, subject, subjectId }, (viewer) => recipientOf(viewer) === recipient);
