import { operation } from "../operation.ts";
import { watchAs } from "./hub.ts";

const POSITION = /^\d{1,15}$/;

/** 实时变动 as server-sent events; `Last-Event-ID` goes on where the stream broke off. */
export const watchLive = operation({
  id: "readLive",
  method: "GET",
  path: "/live",
  summary: "实时变动（text/event-stream）：change、notice、call、writing、reload；断线后凭 Last-Event-ID 接着收",
  tag: "实时",
  permit: "signedIn",
  handle: async (_, visit) => {
    const last = visit.headers["last-event-id"];
    const after = typeof last === "string" && POSITION.test(last) ? Number(last) : null;
    return { type: "text/event-stream; charset=utf-8", name: null, content: watchAs(visit.viewer, after, visit) };
  },
});
