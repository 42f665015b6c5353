import { hash } from "node:crypto";
import { simulatedRequests, simulatedRequestsBody } from "../../contract/simulator/call.ts";
import { isRefused } from "../../domain/refusal.ts";
import { keyOf } from "../idempotent.ts";
import { operation } from "../operation.ts";
import { handIn } from "../request/intake.ts";
import { onlyInDemonstration } from "./start.ts";

/** 模拟诉求: people who write instead of phoning; what they ask for waits to be dispatched. */
export const simulateRequests = operation({
  id: "simulateRequests",
  method: "POST",
  path: "/simulator/requests",
  summary: "模拟几件网上来的诉求，等着派（只在演示环境）",
  tag: "模拟",
  permit: ["dispatcher", "supervisor", "administrator"],
  body: simulatedRequestsBody,
  answer: simulatedRequests,
  repeatable: true,
  handle: async ({ body: { count, seed } }, visit) => {
    const { demonstration, invent, telephony, headers, at, newId } = visit;
    if (!demonstration || !invent || !telephony.simulate) return onlyInDemonstration;
    const asked = keyOf(headers);
    if (isRefused(asked)) return asked;
    const { rulebook, dateOf } = await visit.rules();
    // sent again under its key it is the same people with the same matters
    const key = hash("sha256", asked ?? newId());
    const first = seed ?? Number.parseInt(key.slice(0, 8), 16) >>> 1;
    const made = await Promise.all(
      Array.from({ length: count }, async (_, no) => {
        const matter = invent(rulebook, dateOf(at), first + no);
        if (!matter) return null;
        const contact = {
          name: null,
          phone: telephony.simulate!(first + no).caller,
          address: null,
          identityNumber: null,
        };
        const own = { ...visit, headers: { ...headers, "idempotency-key": `${key}.${no}` } };
        return handIn({ ...matter, channel: "web", urgent: false, confidential: false, contact }, own);
      }),
    );
    return made.find(isRefused) ?? { made: made.filter((one) => one !== null).length };
  },
});
