import { simulatedSmsPage, simulatedSmsQuery } from "../../contract/simulator/call.ts";
import { simulatedMessages } from "../../store/notice/simulated.ts";
import { cursorOf, placeOf } from "../cursor.ts";
import { operation } from "../operation.ts";
import { iso } from "../time.ts";
import { onlyInDemonstration } from "./start.ts";

/** 模拟短信: what citizens' phones would show. */
export const listSimulatedSms = operation({
  id: "listSimulatedSms",
  method: "GET",
  path: "/simulator/messages",
  summary: "模拟短信，新的在前（只在演示环境）",
  tag: "模拟",
  permit: ["agent", "dispatcher", "followUp", "supervisor", "office", "administrator"],
  query: simulatedSmsQuery,
  answer: simulatedSmsPage,
  handle: async ({ query: { cursor, limit } }, { db, demonstration, platform: { platform } }) => {
    if (!demonstration) return onlyInDemonstration;
    const rows = await simulatedMessages(db, platform, placeOf(cursor), limit);
    const last = rows.length === limit ? rows.at(-1)! : null;
    return { rows: rows.map(({ at, ...rest }) => ({ ...rest, at: iso(at) })), next: last && cursorOf(last) };
  },
});
