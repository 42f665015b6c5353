/** 热线办的分类: what waits for the office, one line each. */
import type { DispatchQueue } from "../dispatch/queues.ts";

const WATCH = ["supervise", "remind", "logContact"];

export const queues: readonly DispatchQueue[] = [
  {
    ...{ key: "arbitrating", name: "待会商结论", path: "/orders", query: { stage: "arbitrating" }, of: "orders" },
    ...{ first: ["concludeArbitration", "askVerification"], always: ["concludeArbitration", "askVerification"] },
    empty: "没有等会商结论的工单。派单员提请会商的会出现在这里。",
  },
  {
    ...{ key: "again", name: "再次退单", path: "/orders", of: "orders" },
    query: { returnedAgain: "true", stage: "returning" },
    ...{ first: ["convene", "rejectReturn", "acceptReturn"], always: ["convene", "rejectReturn", "acceptReturn"] },
    empty: "没有再次退单、可以会商的工单。",
  },
  {
    ...{ key: "bulk", name: "批量退单", path: "/bulk-returns", query: {}, whole: true, of: "bulk" },
    ...{ first: [], always: [], empty: "没有等裁定的批量退单。" },
  },
  {
    ...{ key: "summoned", name: "约谈", path: "/orders", of: "orders" },
    query: { supervision: "summon", stage: "unacknowledged,handling,returning,arbitrating,returned" },
    ...{ first: ["logContact", "remind"], always: ["logContact", "remind"] },
    empty: "没有约谈中的工单。",
  },
  {
    ...{ key: "red", name: "红色督办", path: "/orders", of: "orders" },
    query: { supervision: "red", stage: "unacknowledged,handling,returning,arbitrating,returned" },
    ...{ first: WATCH, always: WATCH },
    empty: "没有红色督办的工单。",
  },
];
