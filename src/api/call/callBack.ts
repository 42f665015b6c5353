import { callbackBody, callParams, callView } from "../../contract/call/call.ts";
import { callBack } from "../../domain/call/decide.ts";
import { callOf } from "../../store/desk/calls.ts";
import { operation } from "../operation.ts";
import { save } from "../save.ts";
import { staleVersion } from "../version.ts";
import { callNotFound } from "./read.ts";
import { viewOf } from "./view.ts";

export const callBackMissed = operation({
  id: "callBack",
  method: "POST",
  path: "/calls/{id}/callback",
  summary: "登记回拨",
  tag: "来电",
  permit: ["agent"],
  params: callParams,
  body: callbackBody,
  answer: callView,
  changes: true,
  writes: true,
  handle: async ({ params: { id }, body: { reached } }, visit) => {
    const { platform } = visit.platform;
    const rules = await visit.rules();
    const call = await visit.see((db) => callOf(db, platform, id));
    if (!call) return callNotFound;
    const events = staleVersion(call, visit) ?? callBack(call, reached, visit.actor, visit.at, rules);
    if ("refused" in events) return events;
    await save(visit, { events });
    const after = await visit.see((db) => callOf(db, platform, id));
    return { version: after!.version, answer: viewOf(after!, rules) };
  },
});
