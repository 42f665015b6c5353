import type { z } from "zod";
import type { callView } from "../../contract/call/call.ts";
import type { CallState } from "../../domain/call/call.ts";
import { callbackBy, owesCallback } from "../../domain/call/decide.ts";
import type { Rules } from "../../domain/order/rules.ts";
import { iso, isoOrNull } from "../time.ts";

export function viewOf(call: CallState, rules: Rules): z.input<typeof callView> {
  const owes = owesCallback(call, rules);
  return {
    id: call.id,
    version: call.version,
    offeredAt: iso(call.offeredAt),
    queuedAt: isoOrNull(call.queuedAt),
    answeredAt: isoOrNull(call.answeredAt),
    endedAt: iso(call.endedAt),
    agent: call.agent,
    callbacks: call.callbacks.map(({ at, by, reached }) => ({ at: iso(at), by, reached })),
    rating: call.rating,
    owesCallback: owes,
    callbackBy: owes ? iso(callbackBy(call, rules)) : null,
  };
}
