import { callParams, callView } from "../../contract/call/call.ts";
import { refuse } from "../../domain/refusal.ts";
import { callOf } from "../../store/desk/calls.ts";
import { operation } from "../operation.ts";
import { CALLS } from "./list.ts";
import { viewOf } from "./view.ts";

export const callNotFound = refuse("notFound", "没有这个来电。", "请核对编号。");

export const readCall = operation({
  id: "readCall",
  method: "GET",
  path: "/calls/{id}",
  summary: "一个来电",
  tag: "来电",
  permit: CALLS,
  params: callParams,
  answer: callView,
  handle: async ({ params: { id } }, visit) => {
    const call = await visit.see((db) => callOf(db, visit.platform.platform, id));
    if (!call) return callNotFound;
    return { version: call.version, answer: viewOf(call, await visit.rules()) };
  },
});
