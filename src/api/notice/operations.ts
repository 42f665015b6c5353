import { announceToUnits } from "./announceToUnits.ts";
import { listNotices } from "./list.ts";
import { listAnnouncements } from "./listAnnouncements.ts";
import { readNotice } from "./read.ts";

export const noticeOperations = [listNotices, readNotice, announceToUnits, listAnnouncements];
