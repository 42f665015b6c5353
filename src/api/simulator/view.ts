import type { z } from "zod";
import type { ongoingView } from "../../contract/simulator/call.ts";
import { callSteps, type OngoingCall } from "../../domain/call/ongoing.ts";
import { contactsOf } from "../../store/contact.ts";
import type { Database } from "../../store/database.ts";
import { iso, isoOrNull } from "../time.ts";
import type { Visit } from "../visit.ts";

/** 来电号码: what his telephone shows to the agent who has taken the call, and to nobody else. */
async function phoneOf(call: OngoingCall, { viewer, platform }: Visit, db: Database): Promise<string | null> {
  if (call.step !== "answered" || call.agent !== viewer.number || call.contact === null) return null;
  const [contact] = await contactsOf(db, platform.platform, [call.contact]);
  return contact?.phone ?? null;
}

export const viewOf = async (
  call: OngoingCall,
  visit: Visit,
  db: Database = visit.db,
): Promise<z.input<typeof ongoingView>> => ({
  id: call.id,
  step: call.step,
  stepName: callSteps[call.step],
  agent: call.agent,
  offeredAt: iso(call.offeredAt),
  queuedAt: isoOrNull(call.queuedAt),
  answeredAt: isoOrNull(call.answeredAt),
  endedAt: isoOrNull(call.endedAt),
  phone: await phoneOf(call, visit, db),
});
