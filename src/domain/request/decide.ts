/** 诉求的决定: accept one, and what may be done with it; buttons and server ask the same questions. */
import { type Actor, type Role, roleNames } from "../access/role.ts";
import type { Instant } from "../calendar/civil.ts";
import type { EventData, EventKind, LedgerEvent } from "../ledger/event.ts";
import { type Refused, refuse } from "../refusal.ts";
import { type Matter, requestChecks, requestConditions, requestSentences } from "./conditions.ts";
import { type RequestAction, type RequestInput, requestLifecycle } from "./lifecycle.ts";
import type { Outcome, RequestState } from "./request.ts";

const ACCEPTS: readonly Role[] = ["agent", "dispatcher", "office", "citizen", "county", "system"];

/** 结果的名称 */
export const outcomeNames: Record<Outcome, string> = {
  pending: "待处理",
  firstContact: "在线办结",
  dispatched: "转办",
  withdrawn: "撤单",
  merged: "并单",
  refused: "不予受理",
};

const event = <K extends EventKind>(
  { id, version }: Pick<RequestState, "id" | "version">,
  kind: K,
  data: EventData[K],
  at: Instant,
  by: Actor,
): LedgerEvent => ({ subject: "request", id, version: version + 1, kind, at, by: by.by, data });

/** 受理: registers a request; by the front desk, the citizen's own page, a county's or another interface. */
export const accept = (
  id: string,
  data: EventData["requestAccepted"],
  by: Actor,
  now: Instant,
): LedgerEvent[] | Refused =>
  ACCEPTS.includes(by.role)
    ? [event({ id, version: 0 }, "requestAccepted", data, now, by)]
    : refuse("otherRole", "诉求由话务员登记。", "请转给话务员。");

type Leaves = { [A in Exclude<RequestAction, "dispatch">]: (input: RequestInput[A]) => [EventKind, unknown] };

const leaves: Leaves = {
  resolve: ({ text }) => ["requestResolved", { text }],
  refuse: (input) => ["requestRefused", input],
  merge: ({ into }) => ["requestMerged", { into: into.id }],
  withdraw: ({ text }) => ["requestWithdrawn", { text }],
  amend: ({ text }) => ["requestAmended", { text }],
  attach: (input) => ["attachmentAdded", input],
  rate: ({ rating }) => ["requestRated", { rating }],
};

const lastStepAt = ({ acceptedAt, settledAt, ratedAt, amendments }: RequestState) =>
  Math.max(acceptedAt, settledAt ?? 0, ratedAt ?? 0, amendments.at(-1)?.at ?? 0);

/** 不可做的原因 that needs no input to be known; null = may be done. */
function obstacle(
  { request, order }: Matter,
  action: RequestAction,
  by: Actor,
  now: Instant,
): Required<Refused> | null {
  const { term, who, from, when } = requestLifecycle[action];
  const no = (refused: string, sentence: string, next: string) => ({ refused, sentence, next });
  if (now < lastStepAt(request))
    return no("clockBehind", "现在的时间早于这件诉求最近的一步。", "请管理员核对服务器时间。");
  if (!who.includes(by.role))
    return no("otherRole", `“${term}”由${who.map((role) => roleNames[role]).join("、")}办理。`, "需要时请转告他们。");
  if (!from.includes(request.outcome))
    return no("otherStage", `这件诉求已是“${outcomeNames[request.outcome]}”，不能${term}。`, "请看最新情况。");
  const failing = when.find((name) => !requestConditions[name]({ request, order, by }));
  return failing ? no(failing, ...requestSentences[failing]) : null;
}

/** 决定: the events that an action leaves, or the refusal. For 派发 see order/dispatch.ts. */
export function decideRequest<A extends Exclude<RequestAction, "dispatch">>(
  matter: Matter,
  action: A,
  input: RequestInput[A],
  by: Actor,
  now: Instant,
): LedgerEvent[] | Refused {
  const no = obstacle(matter, action, by, now);
  if (no) return no;
  const { request } = matter;
  const checks = requestLifecycle[action].checks;
  const failing = checks.find((name) => !requestChecks[name]({ ...matter, by }, input as never));
  if (failing) return refuse(failing, ...requestSentences[failing]);
  const [kind, data] = leaves[action](input);
  const own = event(request, kind, data as never, now, by);
  if (action !== "merge") return [own];
  return [own, event((input as RequestInput["merge"]).into, "repeatMerged", { repeat: request.id }, now, by)];
}

export type RequestAllowance =
  | { action: RequestAction; allowed: true }
  | ({ action: RequestAction; allowed: false } & Required<Refused>);

/** 能做什么: for every action, whether this viewer may do it now; if not why, and what to do instead. */
export const allowedOnRequest = (matter: Matter, viewer: Actor, now: Instant): RequestAllowance[] =>
  (Object.keys(requestLifecycle) as RequestAction[]).map((action) => {
    const no = obstacle(matter, action, viewer, now);
    return no ? { action, allowed: false, ...no } : { action, allowed: true };
  });
