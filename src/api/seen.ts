/** 一并看: what several visitors may see is read once for all who may see the same. */

import { grouped } from "../domain/grouped.ts";
import type { Id } from "../domain/ledger/event.ts";
import { type State, subjects } from "../store/subject.ts";
import type { Visit } from "./visit.ts";

export interface Sought {
  id: Id;
  visit: Visit;
}

/** 各人所求 requests or orders, in their order; null: there is none for that visitor. */
export async function seenTogether<S extends State>(
  subject: "request" | "order",
  sought: readonly Sought[],
): Promise<(S | null)[]> {
  const found = new Map<Sought, S>();
  for (const alike of grouped(sought, ({ visit }) => JSON.stringify(visit.viewer.units)).values()) {
    const { visit } = alike[0]!;
    const ids = [...new Set(alike.map(({ id }) => id))];
    const states = await visit.see((db) => subjects[subject].load(db, visit.platform.platform, ids, "read"));
    const known = new Map(states.map((state) => [state.id, state as S]));
    for (const one of alike) if (known.has(one.id)) found.set(one, known.get(one.id)!);
  }
  return sought.map((one) => found.get(one) ?? null);
}
