/** 通知的数据: as the wire has it. */
import { useQuery } from "@tanstack/react-query";
import type { z } from "zod";
import type { noticePage, noticeView } from "../../contract/notice/notice.ts";
import { read } from "../shell/ask.ts";

export type Notice = z.output<typeof noticeView>;
type Page = z.output<typeof noticePage>;

/** 未读数, as it is printed; undefined: not known yet */
export const useUnread = (): string | undefined =>
  useQuery({
    queryKey: ["notices", "unread"],
    queryFn: ({ signal }) => read<Page>("/notices", { limit: 1 }, signal),
    select: ({ unread }) => unread,
  }).data;
