import type { Actor } from "../access/role.ts";
import type { Instant } from "../calendar/civil.ts";
import type { LedgerEvent } from "../ledger/event.ts";
import { type Refused, refuse } from "../refusal.ts";
import type { ActionInput } from "./action.ts";
import { lifecycle } from "./lifecycle.ts";
import { unitUnknown } from "./refusals.ts";
import type { Rules } from "./rules.ts";

/** 派发: makes the work order of a pending request: one event of the request, the first of the order. */
export function dispatch(
  { request, id, number, unit, basis, topic, complex = false }: ActionInput["dispatch"],
  by: Actor,
  now: Instant,
  rules: Rules,
): LedgerEvent[] | Refused {
  if (!lifecycle.dispatch.who.includes(by.role)) return refuse("otherRole", "派发由派单员办理。", "请转给派单员。");
  if (request.outcome !== "pending") return refuse("requestSettled", "这件诉求已有处理结果。", "请看最新情况。");
  if (now < request.acceptedAt) return refuse("clockBehind", "现在的时间早于受理时间。", "请管理员核对服务器时间。");
  if (!rules.isUnit(unit, now)) return refuse("unitKnown", ...unitUnknown(rules, unit, now));
  const { tree, category, urgent, confidential } = request;
  const identity = { request: request.id, number, tree, category, topic, urgent, complex, confidential };
  const left = { at: now, by: by.by };
  return [
    {
      ...left,
      subject: "request",
      id: request.id,
      version: request.version + 1,
      kind: "requestDispatched",
      data: { order: id },
    },
    {
      ...left,
      subject: "order",
      id,
      version: 1,
      kind: "orderDispatched",
      data: { ...identity, assignment: 1, role: "lead", unit, basis },
    },
  ];
}
