/** 工单的动作: one operation for each line of the lifecycle that a person can take. */
import type { z } from "zod";
import { orderActions } from "../../contract/order/actions.ts";
import { orderParams, orderView } from "../../contract/order/order.ts";
import type { Role } from "../../domain/access/role.ts";
import { decide } from "../../domain/order/decide.ts";
import { lifecycle } from "../../domain/order/lifecycle.ts";
import type { OrderState } from "../../domain/order/order.ts";
import { orderUnits } from "../../domain/order/worklist.ts";
import type { Refused } from "../../domain/refusal.ts";
import { requestOf } from "../../store/desk/requests.ts";
import { type Operation, operation } from "../operation.ts";
import { save } from "../save.ts";
import { kept } from "../texts.ts";
import { staleVersion } from "../version.ts";
import type { Visit } from "../visit.ts";
import { orderToChange } from "./load.ts";
import { enterMemorandum, memorandumOf } from "./memorandum.ts";
import { viewOf } from "./view.ts";

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

/** What is written beside the events. */
const beside: { [A in Acting]?: (body: Input, order: OrderState, visit: Visit) => Promise<Refused | null> } = {
  concludeArbitration: enterMemorandum,
};

async function act(action: Acting, order: OrderState, body: Input, visit: Visit): Promise<OrderState | Refused> {
  const { input, texts } = kept(body, visit);
  const full = (await completed[action]?.(input, order, visit)) ?? input;
  const events = decide(order, action, full as never, visit.actor, visit.at, await visit.rules());
  if ("refused" in events) return events;
  const written = await save(visit, { events, texts }, [order]);
  const refused = await beside[action]?.(body, order, visit);
  return refused ?? (written.get(order.id) as OrderState);
}

/** Whether it is no longer this viewer's: what he did ended his part in it. */
const isFormer = (order: OrderState, { viewer: { units } }: Visit): boolean =>
  units !== null && !orderUnits(order).some(({ unit, seenUntil }) => seenUntil === null && units.includes(unit));

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
    writes: true,
    handle: async ({ params: { id }, body }, visit) => {
      const order = await orderToChange(id, visit);
      if ("refused" in order) return order;
      const after = staleVersion(order, visit) ?? (await act(action, order, body, visit));
      if ("refused" in after) return after;
      return { version: after.version, answer: viewOf(after, await visit.rules(), visit, isFormer(after, visit)) };
    },
  });

export const orderActionOperations = (Object.keys(orderActions) as Acting[]).map(actionOf);
