/** 工单的动作: one operation for each line of the lifecycle that a person can take. */
import type { z } from "zod";
import { orderActions } from "../../contract/order/actions.ts";
import { orderParams, orderView } from "../../contract/order/order.ts";
import type { Role } from "../../domain/access/role.ts";
import { applyOrder } from "../../domain/order/apply.ts";
import { decide } from "../../domain/order/decide.ts";
import { lifecycle } from "../../domain/order/lifecycle.ts";
import type { OrderState } from "../../domain/order/order.ts";
import { orderUnits } from "../../domain/order/worklist.ts";
import { isRefused, type Refused } from "../../domain/refusal.ts";
import type { RuleRow } from "../../domain/rule/rulebook.ts";
import { requestOf } from "../../store/desk/requests.ts";
import { joining } from "../confluence.ts";
import { type Operation, operation, type Versioned } from "../operation.ts";
import { type Change, save } from "../save.ts";
import { kept } from "../texts.ts";
import { staleVersion } from "../version.ts";
import type { Visit } from "../visit.ts";
import { ordersToChange } from "./load.ts";
import { enterMemorandum, memorandumOf, memorandumRule } from "./memorandum.ts";
import { type View, viewOf } from "./view.ts";

type Acting = keyof typeof orderActions;
type Input = Record<string, unknown>;

/** What an action needs beside its form. */
const completed: { [A in Acting]?: (input: Input, order: OrderState, visit: Visit) => Promise<Input> } = {
  requestReturn: async (input) => ({ ...input, bulk: null }),
  concludeArbitration: async (input, order) => ({
    ...input,
    directory: memorandumOf(input, order)?.key ?? null,
  }),
  withdraw: async (input, order, { see, platform: { platform } }) => ({
    ...input,
    request: await see((db) => requestOf(db, platform, order.request)),
  }),
};

/** Whether it is no longer this viewer's: what he did ended his part in it. */
const isFormer = (order: OrderState, { viewer: { units } }: Visit): boolean =>
  units !== null && !orderUnits(order).some(({ unit, seenUntil }) => seenUntil === null && units.includes(unit));

/** 一个动作 on one order, as its form says. */
interface Act {
  action: Acting;
  id: string;
  body: Input;
}

interface DecidedAct extends Change {
  order: OrderState;
  visit: Visit;
  /** 会议备忘录: written beside the events */
  rule: RuleRow<"directory"> | null;
  answer: Versioned<View>;
}

async function decided(act: Act, order: OrderState | Refused, visit: Visit): Promise<DecidedAct | Refused> {
  if ("refused" in order) return order;
  const stale = staleVersion(order, visit);
  if (stale) return stale;
  const { input, texts } = kept(act.body, visit);
  const full = (await completed[act.action]?.(input, order, visit)) ?? input;
  const rules = await visit.rules();
  const events = decide(order, act.action, full as never, visit.actor, visit.at, rules);
  if ("refused" in events) return events;
  const rule = act.action === "concludeArbitration" ? await memorandumRule(act.body, order, visit) : null;
  if (isRefused(rule)) return rule;
  const after = events.filter(({ id }) => id === order.id).reduce(applyOrder, order);
  const view = viewOf(after, rules, visit, isFormer(after, visit));
  const answer = visit.promised({ version: after.version, answer: view });
  return { order, visit, events, texts, rule, answer };
}

/** 办: acts on different orders share a transaction. */
const act = joining<Act, Versioned<View>, DecidedAct>({
  most: 50,
  about: ({ id }) => id,
  decide: async (batch) => {
    const orders = await ordersToChange(batch.map(({ asked: { id }, visit }) => ({ id, visit })));
    const outcomes = [];
    for (const [at, { asked, visit }] of batch.entries()) outcomes.push(await decided(asked, orders[at]!, visit));
    return outcomes;
  },
  write: async (all, visit) => {
    const change = { events: all.flatMap(({ events }) => events), texts: all.flatMap(({ texts = [] }) => texts) };
    const orders = all.map(({ order }) => order);
    await save(visit, change, orders);
    for (const { rule, visit } of all) if (rule) await enterMemorandum(rule, visit);
  },
});

const actionOf = (action: Acting): Operation =>
  operation({
    id: `${action}Order`,
    method: "POST",
    path: `/orders/{id}/${orderActions[action].noun}`,
    summary: lifecycle[action].term,
    tag: "工单",
    permit: lifecycle[action].who.filter((role) => role !== "system" && role !== "citizen") as Role[],
    params: orderParams,
    body: orderActions[action].body as unknown as z.ZodType<Input>,
    answer: orderView,
    changes: true,
    repeatable: true,
    handle: ({ params: { id }, body }, visit) => act({ action, id, body }, visit),
  });

export const orderActionOperations = (Object.keys(orderActions) as Acting[]).map(actionOf);
