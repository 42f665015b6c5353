/** 告知一通拨测的变动, which no event brings before it is settled: notices at once, screens when it stands. */
import { countySees, type MysteryTask } from "../../domain/county/mystery.ts";
import { mysteryNotices } from "../../domain/county/notices.ts";
import { countyUnit } from "../../domain/county/platforms.ts";
import { type Recipient, recipientKey } from "../../domain/notice/notice.ts";
import { isRefused } from "../../domain/refusal.ts";
import { addNotices, type NewNotice } from "../../store/notice/notices.ts";
import { announce } from "../live/hub.ts";
import { isOfCounty } from "../live/visible.ts";
import { announceNotice } from "../notice/announce.ts";
import { iso } from "../time.ts";
import type { Visit } from "../visit.ts";
import { loadTask } from "./load.ts";

const kinds = {
  plan: "mysteryPlanned",
  rate: "mysteryRated",
  object: "mysteryObjected",
  settle: "mysterySettled",
  withdraw: "mysteryWithdrawn",
};

/** 屏幕上的变动 of a call: the city's people see it, and its platform's where it may; `unit` is theirs. */
export function showTask(
  action: keyof typeof kinds,
  { id, version }: Pick<MysteryTask, "id" | "version">,
  unit: string | null,
  { platform, at, told }: Visit,
): void {
  const change = { subject: "mysteryCall", id, version, kind: kinds[action], at: iso(at) };
  told.push(() => announce(platform, "change", change, (viewer) => viewer.units === null || isOfCounty(viewer, unit)));
}

/** 告知: what was said of the call; its platform hears nothing before it has been rated. */
export async function tellTask(action: keyof typeof mysteryNotices, id: string, visit: Visit): Promise<void> {
  const found = await loadTask(id, visit);
  if (isRefused(found)) return;
  const { task, sheet } = found;
  const { db, platform, at, newId, told } = visit;
  const rules = await visit.rules();
  const isShown = countySees(task, sheet);
  const unit = isShown ? countyUnit(rules.rulebook, task.county, rules.dateOf(at)) : null;
  showTask(action, task, unit, visit);
  if (!isShown) return;
  const of = { subject: "mysteryCall", subjectId: id, version: task.version, at };
  const notices = mysteryNotices[action](task, at, rules).map(
    ({ to, sentence }, ordinal): NewNotice => ({
      ...{ id: newId(), recipient: recipientKey(to as Exclude<Recipient, "citizen">), sentence, ordinal },
      ...of,
    }),
  );
  for (const notice of await addNotices(db, platform.platform, notices))
    told.push(() => announceNotice(platform, notice));
}
