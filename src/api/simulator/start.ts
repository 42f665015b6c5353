import { hash } from "node:crypto";
import { ongoingView, simulatedCallBody } from "../../contract/simulator/call.ts";
import { offered } from "../../domain/call/ongoing.ts";
import { refuse } from "../../domain/refusal.ts";
import { keepOngoing } from "../../store/call/ongoing.ts";
import { addContacts } from "../../store/contact.ts";
import { operation } from "../operation.ts";
import { viewOf } from "./view.ts";

export const onlyInDemonstration = refuse("notDemonstration", "这不是演示环境，没有模拟器。", "请用真实的电话和短信。");

/** 模拟来电: a caller with a script; his number is sealed like anybody's. */
export const simulateCall = operation({
  id: "simulateCall",
  method: "POST",
  path: "/simulator/calls",
  summary: "模拟一个来电（只在演示环境）",
  tag: "模拟",
  permit: ["agent", "supervisor", "administrator"],
  body: simulatedCallBody,
  answer: ongoingView,
  writes: true,
  handle: async ({ body: { seed, caller, ...given } }, visit) => {
    const { db, demonstration, telephony, platform, at, newId } = visit;
    if (!demonstration || !telephony.simulate) return onlyInDemonstration;
    const id = newId();
    const { caller: number, ...script } = telephony.simulate(seed ?? hash("sha256", id, "buffer").readUInt32BE() >>> 1);
    const contact = { id: newId(), name: null, phone: caller ?? number, address: null, identityNumber: null };
    await addContacts(db, platform.platform, [contact]);
    const call = offered(id, contact.id, at);
    const own = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    await keepOngoing(db, platform.platform, { call, script: { ...script, ...own } });
    return viewOf(call, visit);
  },
});
