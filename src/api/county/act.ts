/** 对县级月报做一件事: held, checked, recorded, and answered as it then stands. */
import { type CountyAction, countyRefusal } from "../../domain/county/act.ts";
import type { CountyMonthState } from "../../domain/county/county.ts";
import type { EventData, FreeText } from "../../domain/ledger/event.ts";
import { isRefused, type Refused } from "../../domain/refusal.ts";
import { save } from "../save.ts";
import { staleVersion } from "../version.ts";
import type { Visit } from "../visit.ts";
import { type CountyMonth, countyIn, countyToChange } from "./load.ts";
import { viewOf } from "./view.ts";

type CountyEvent =
  | "countyReported"
  | "dataObjectionRaised"
  | "dataObjectionAnswered"
  | "dataObjectionSettled"
  | "accuracyJudged";

/** 要记的 */
interface Said<K extends CountyEvent> {
  kind: K;
  data: EventData[K];
  texts?: FreeText[];
}

interface Wanted<K extends CountyEvent> {
  action: CountyAction;
  of: CountyMonth;
  /** the objection that it is about */
  no?: number;
  /** `state`: as it is now */
  say(state: CountyMonthState | null): Said<K> | Refused;
}

/** 文字 of its own, for an event to point to. */
export const textOf = (text: string, { newId }: Visit): FreeText => ({ id: newId(), text });

/** 在事务里做 */
export async function actOnCounty<K extends CountyEvent>({ action, of, no, say }: Wanted<K>, visit: Visit) {
  const held = await countyToChange(of, visit);
  if (isRefused(held)) return held;
  const { state } = held;
  const version = state?.version ?? 0;
  const objection = state?.objections.find((one) => one.no === no);
  const asked = { month: of.month, state, objection, role: visit.viewer.role };
  const refused = staleVersion({ version }, visit) ?? countyRefusal(action, asked, visit.at, await visit.rules());
  const said = refused ?? say(state);
  if (isRefused(said)) return said;
  const { kind, data, texts = [] } = said;
  const id = state?.id ?? visit.newId();
  const event = {
    subject: "countyMonth" as const,
    id,
    version: version + 1,
    kind,
    at: visit.at,
    by: visit.actor.by,
    data,
  };
  await save(visit, { events: [event], texts }, state ? [state] : []);
  const now = await countyIn(of, visit);
  return isRefused(now) ? now : viewOf(now, visit);
}
