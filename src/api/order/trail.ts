import { orderParams, trail } from "../../contract/order/order.ts";
import { maskText } from "../../domain/access/mask.ts";
import { trailOf } from "../../domain/order/trail.ts";
import { eventsOf } from "../../store/desk/orders.ts";
import { textsOf } from "../../store/desk/requests.ts";
import { operation } from "../operation.ts";
import { iso } from "../time.ts";
import { orderNotFound } from "./load.ts";
import { unitNameOf } from "./names.ts";

export const readTrail = operation({
  id: "readTrail",
  method: "GET",
  path: "/orders/{id}/events",
  summary: "工单的经过：谁、何时、做了什么、为什么、是否超期",
  tag: "工单",
  permit: "signedIn",
  params: orderParams,
  answer: trail,
  handle: async ({ params: { id } }, { see, platform: { platform }, rules }) => {
    const book = await rules();
    return see(async (db) => {
      const steps = trailOf((await eventsOf(db, platform, id)).filter(({ subject }) => subject === "order"));
      if (steps.length === 0) return orderNotFound;
      const words = await textsOf(
        db,
        platform,
        steps.flatMap(({ texts }) => texts.map((one) => one.id)),
      );
      return steps.map(({ event, term, unit, late, texts }) => ({
        ...{ version: event.version, at: iso(event.at), by: event.by, kind: event.kind, term, unit, late },
        unitName: unit === null ? null : unitNameOf(book, unit, event.at),
        texts: texts.flatMap(({ of, id: text }) => {
          const found = words.get(text);
          return found === undefined ? [] : [{ of, text: maskText(found) }];
        }),
      }));
    });
  },
});
