import { ongoingCalls as schema } from "../../contract/simulator/call.ts";
import { ongoingCalls } from "../../store/call/ongoing.ts";
import { operation } from "../operation.ts";
import { HEARS } from "./ring.ts";
import { viewOf } from "./view.ts";

export const listOngoingCalls = operation({
  id: "listOngoingCalls",
  method: "GET",
  path: "/ongoing-calls",
  summary: "进行中的来电，等得最久的在前",
  tag: "来电",
  permit: HEARS,
  answer: schema,
  handle: async (_, visit) => {
    const kept = await ongoingCalls(visit.db, visit.platform.platform);
    return { rows: await Promise.all(kept.map(({ call }) => viewOf(call, visit))) };
  },
});
