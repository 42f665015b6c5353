import { announcement, newAnnouncement } from "../../contract/notice/announcement.ts";
import { recipientKey } from "../../domain/notice/notice.ts";
import { unitUnknown } from "../../domain/order/refusals.ts";
import type { Rules } from "../../domain/order/rules.ts";
import { type Refused, refuse } from "../../domain/refusal.ts";
import { allInForce } from "../../domain/rule/inForce.ts";
import { addNotices, type NewNotice } from "../../store/notice/notices.ts";
import { logVisit } from "../access/log.ts";
import { operation } from "../operation.ts";
import { plain } from "../texts.ts";
import { announceNotice } from "./announce.ts";
import { viewOf } from "./announcement.ts";

/** 收件的单位: those named, or all that take work orders now. */
function unitsOf(named: readonly string[] | null, rules: Rules, at: number): string[] | Refused {
  const all = allInForce(rules.rulebook, "unit", rules.dateOf(at)).map(({ key }) => key);
  const units = named === null ? all.filter((unit) => rules.isUnit(unit, at)) : [...new Set(named)];
  const unknown = units.find((unit) => !rules.isUnit(unit, at));
  return unknown === undefined ? units : refuse("unitKnown", ...unitUnknown(rules, unknown, at));
}

export const announceToUnits = operation({
  id: "announceToUnits",
  method: "POST",
  path: "/announcements",
  summary: "发热线办通知：给几个或全部承办单位的联络员",
  tag: "通知",
  permit: ["office"],
  body: newAnnouncement,
  answer: announcement,
  writes: true,
  handle: async ({ body: { units: named, text } }, visit) => {
    const { db, platform, at, newId } = visit;
    const rules = await visit.rules();
    const units = unitsOf(named, rules, at);
    if ("refused" in units) return units;
    const id = newId();
    const sentence = `热线办通知：${plain(text)}`;
    const notices = units.map((unit, no): NewNotice => {
      const of = { subject: "announcement", subjectId: id, version: 1, ordinal: no + 1 };
      return { id: newId(), recipient: recipientKey({ unit }), sentence, at, ...of };
    });
    for (const notice of await addNotices(db, platform.platform, notices))
      visit.told.push(() => announceNotice(platform, notice));
    await logVisit(visit, { operation: "announceToUnits", subject: ["announcement", id], found: units.length });
    const told = notices.map(({ recipient }) => ({ recipient, readAt: null, readBy: null }));
    return viewOf({ id, sentence, at, told }, rules);
  },
});
