/** 派单台的分类, one line each: what is listed, what is done with it first, what an empty one says. */
import type { Queue } from "../ui/Queues.tsx";

export interface DispatchQueue extends Queue {
  of: "requests" | "orders" | "bulk";
  /** which acts come first, and which are shown even when they can't be done */
  first: readonly string[];
  always: readonly string[];
  /** what is done to many at once */
  bulk?: string;
  empty: string;
}

const RULING = ["acceptReturn", "rejectReturn", "askVerification", "convene"];

const ofRequests = (key: string, name: string, query: Record<string, string>, empty: string): DispatchQueue => ({
  ...{ key, name, path: "/requests", query, empty },
  ...{ of: "requests", first: [], always: [], bulk: "dispatch" },
});

const ofOrders = (
  key: string,
  name: string,
  query: Record<string, string>,
  empty: string,
  acts: Pick<DispatchQueue, "first" | "always" | "bulk">,
): DispatchQueue => ({ key, name, path: "/orders", query, empty, of: "orders", ...acts });

export const queues: readonly DispatchQueue[] = [
  ofRequests("new", "新单", { outcome: "pending" }, "没有待派的诉求。新登记的会自动出现在这里。"),
  ofRequests("urgent", "紧急", { outcome: "pending", urgent: "true" }, "没有待派的紧急诉求。"),
  ofOrders("returns", "退单待裁", { stage: "returning" }, "没有等裁定的退单。", {
    ...{ first: RULING, always: RULING, bulk: "rejectReturn" },
  }),
  {
    ...{ key: "bulk", name: "批量退单", path: "/bulk-returns", query: {}, whole: true, of: "bulk" },
    ...{ first: [], always: [], empty: "没有等裁定的批量退单。" },
  },
  ofOrders("arbitration", "会商", { stage: "arbitrating" }, "没有会商中的工单。", {
    ...{ first: ["concludeArbitration", "askVerification"], always: ["concludeArbitration", "askVerification"] },
  }),
  ofOrders("extensions", "延期申请", { extensionPending: "true" }, "没有等批复的延期申请。", {
    ...{ first: ["grantExtension", "refuseExtension"], always: ["grantExtension", "refuseExtension"] },
    bulk: "grantExtension",
  }),
  ofOrders("review", "审核", { stage: "resolved" }, "没有等审核的办结反馈。", {
    ...{ first: ["passReview", "demandRework"], always: ["passReview", "demandRework"], bulk: "passReview" },
  }),
  ofOrders("returned", "待改派", { stage: "returned" }, "没有等改派的工单。", {
    ...{ first: ["redispatch"], always: ["redispatch"] },
  }),
  ofOrders(
    "dissatisfied",
    "不满意待定",
    { stage: "followedUp", rating: "dissatisfied", sort: "turn" },
    "没有不满意、等着决定重办或归档的工单。",
    {
      ...{ first: ["reopen", "close"], always: ["reopen", "close"] },
    },
  ),
];
