/** 工单的故事: told step by step through `decide`, at times of the platform's zone. */
import type { Actor } from "../../src/domain/access/role.ts";
import type { LedgerEvent } from "../../src/domain/ledger/event.ts";
import type { Action, ActionInput } from "../../src/domain/order/action.ts";
import { applyOrder } from "../../src/domain/order/apply.ts";
import { decide } from "../../src/domain/order/decide.ts";
import { dispatch } from "../../src/domain/order/dispatch.ts";
import type { OrderState } from "../../src/domain/order/order.ts";
import type { Refused } from "../../src/domain/refusal.ts";
import { liaison, person, rules, someRequest } from "./orderSteps.ts";

/** '2022-10-08 09:30' in the platform's zone */
export const at = (text: string) => Date.parse(`${text.replace(" ", "T")}:00+08:00`);
export const T = "01840000-0000-7000-8000-00000000000f";
export const [desk, office, caller] = [person("dispatcher"), person("office"), person("followUp")];
export const [u1, u2, u3] = ["u1", "u2", "u3"].map(liaison) as [Actor, Actor, Actor];

export interface Story {
  order: OrderState;
  events: LedgerEvent[];
}

export function begin(when: string, unit = "u1", request = someRequest, complex = false): Story {
  const to = { unit, basis: null, topic: null, complex };
  const events = dispatch({ request, id: T, number: "W1", ...to }, desk, at(when), rules) as LedgerEvent[];
  return { order: applyOrder(null, events[1]!), events };
}

export const attempt = <A extends Exclude<Action, "dispatch">>(
  { order }: Story,
  when: string,
  by: Actor,
  action: A,
  input: ActionInput[A],
) => decide(order, action, input, by, at(when), rules);

/** Does it, and returns the story that follows; throws where it is refused. */
export function does<A extends Exclude<Action, "dispatch">>(
  story: Story,
  when: string,
  by: Actor,
  action: A,
  input: ActionInput[A],
): Story {
  const events = attempt(story, when, by, action, input);
  if (!Array.isArray(events)) throw new Error(`${action} ${when}: ${events.refused} ${events.sentence}`);
  const own = events.filter(({ subject }) => subject === "order");
  return { order: own.reduce<OrderState>(applyOrder, story.order), events: [...story.events, ...events] };
}

export const refusal = (answer: LedgerEvent[] | Refused) => (Array.isArray(answer) ? null : answer.refused);
export const kinds = ({ events }: Story) => events.map(({ kind }) => kind);
export const acknowledged = (unit = u1, when = "2022-10-10 10:00") =>
  does(begin("2022-10-10 09:00", unit.unit!), when, unit, "acknowledge", {});
export const resolved = (when = "2022-10-12 10:00") => {
  const informed = does(acknowledged(), "2022-10-12 09:00", u1, "inform", { text: null });
  return does(informed, when, u1, "resolve", { solved: true, internalText: null, publicText: T });
};
export const rated = (rating: "satisfied" | "dissatisfied") =>
  does(resolved(), "2022-10-13 10:00", caller, "concludeFollowUp", {
    channel: "phone",
    rating,
    solved: null,
    text: null,
  });
