import { listNotices } from "./list.ts";
import { readNotice } from "./read.ts";

export const noticeOperations = [listNotices, readNotice];
