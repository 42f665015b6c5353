/** 谁看得到哪个变动. */
import { recipientOf } from "../../domain/notice/notice.ts";
import type { Change } from "../../store/live/changes.ts";
import { iso } from "../time.ts";
import type { Viewer } from "../visit.ts";

type Watching = Pick<Viewer, "role" | "unit" | "units">;

/** 变动 with the unit of whose place the county platform is, where it is about one */
export interface Seen extends Change {
  countyUnit: string | null;
}

/** 县级平台的人 of that unit's place */
export const isOfCounty = ({ role, unit }: Watching, of: string | null): boolean =>
  role === "county" && of !== null && unit === of;

/**
 * The hotline's people see all; a unit its own matters, and those it handed over as long as it had them; a county platform's people
 * what is said of their platform as well.
 */
const sees = (viewer: Watching, change: Seen): boolean =>
  viewer.units === null ||
  isOfCounty(viewer, change.countyUnit) ||
  change.units.some(
    ({ unit, seenUntil }) => viewer.units!.includes(unit) && (seenUntil === null || change.at <= seenUntil),
  );

/** 一段: what is sent at once, under one id. */
const block = (event: string, data: unknown, position: number | null): string =>
  `${position === null ? "" : `id: ${position}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

/** 给他的话 about one change: ids and kinds, no content; null: it isn't for him. */
export function toldOf(change: Seen, viewer: Watching): string | null {
  const { position, subject, id, version, kind, at, notices } = change;
  const own = recipientOf(viewer);
  const parts = notices
    .filter(({ recipient }) => recipient === own)
    .map(({ id: notice, sentence }) => block("notice", { id: notice, sentence, subject, subjectId: id }, position));
  if (sees(viewer, change)) parts.push(block("change", { subject, id, version, kind, at: iso(at) }, position));
  return parts.length === 0 ? null : parts.join("");
}

/** 落下太多: whoever was away for long reads his lists again. */
export const RELOAD = block("reload", {}, null);

/** 铃响: what passes and is recorded only when it is over. */
export const passing = (event: string, data: unknown): string => block(event, data, null);
