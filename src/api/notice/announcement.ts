import type { z } from "zod";
import type { announcement } from "../../contract/notice/announcement.ts";
import type { Rules } from "../../domain/order/rules.ts";
import type { Announcement } from "../../store/notice/announcements.ts";
import { unitNameOf } from "../order/names.ts";
import { iso, isoOrNull } from "../time.ts";

/** 发给谁: 'unit:u09' as the rows have it */
const unitIn = (recipient: string) => recipient.slice("unit:".length);

export const viewOf = ({ id, sentence, at, told }: Announcement, rules: Rules): z.input<typeof announcement> => ({
  id,
  sentence,
  at: iso(at),
  units: told.map(({ recipient, readAt, readBy }) => ({
    unit: unitIn(recipient),
    unitName: unitNameOf(rules, unitIn(recipient), at),
    readAt: isoOrNull(readAt),
    readBy,
  })),
});
