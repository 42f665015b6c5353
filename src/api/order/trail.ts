import { orderParams, trail } from "../../contract/order/order.ts";
import { trailOf } from "../../domain/order/trail.ts";
import { eventsOf, orderOf } from "../../store/desk/orders.ts";
import { requestOf, textsOf } from "../../store/desk/requests.ts";
import { readableOf } from "../access/words.ts";
import { operation } from "../operation.ts";
import { iso } from "../time.ts";
import type { Visit } from "../visit.ts";
import { orderNotFound } from "./load.ts";
import { unitNameOf } from "./names.ts";

interface Told {
  steps: ReturnType<typeof trailOf>;
  words: Map<string, string>;
}

/** The steps with the words that this viewer may read; null: not his matter. */
const toldOf = (id: string, { see, platform: { platform } }: Visit): Promise<Told | null> =>
  see(async (db) => {
    const steps = trailOf((await eventsOf(db, platform, id)).filter(({ subject }) => subject === "order"));
    if (steps.length === 0) return null;
    const ids = steps.flatMap(({ texts }) => texts.map((one) => one.id));
    return { steps, words: await textsOf(db, platform, ids) };
  });

/** 来电人 behind the order, for masking him in everybody's words. */
async function callerOf(id: string, { db, platform: { platform } }: Visit): Promise<{ contact: string | null }> {
  const order = await orderOf(db, platform, id);
  return { contact: (order && (await requestOf(db, platform, order.request)))?.contact ?? null };
}

export const readTrail = operation({
  id: "readTrail",
  method: "GET",
  path: "/orders/{id}/events",
  summary: "工单的经过：谁、何时、做了什么、为什么、是否超期",
  tag: "工单",
  permit: "signedIn",
  params: orderParams,
  answer: trail,
  async handle({ params: { id } }, visit) {
    const book = await visit.rules();
    const told = await toldOf(id, visit);
    if (!told) return orderNotFound;
    const caller = await callerOf(id, visit);
    const readable = await readableOf(visit, [caller]);
    return told.steps.map(({ event, term, unit, late, texts }) => ({
      ...{ version: event.version, at: iso(event.at), by: event.by, kind: event.kind, term, unit, late },
      unitName: unit === null ? null : unitNameOf(book, unit, event.at),
      texts: texts.flatMap(({ of, id: text }) => {
        const found = readable(caller, told.words.get(text));
        return found === null ? [] : [{ of, text: found }];
      }),
    }));
  },
});
