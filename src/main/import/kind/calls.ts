import { callColumns, callSequence } from "../../../domain/import/columns/calls.ts";
import { outOfOrder } from "../../../domain/import/row.ts";
import { callFrom } from "../../../domain/import/state/call.ts";
import { contactOf, leaderDayFaults, leaderDays } from "./attach.ts";
import { type FreshRow, happened, type Kind, knownTo, nothingTaken, numberOf, type Taken, type Work } from "./kind.ts";

async function take(rows: FreshRow[], work: Work): Promise<Taken> {
  const taken = nothingTaken();
  const knownOf = await knownTo("call", rows, work, taken);
  const leaderDayOf = await leaderDays(rows, work, taken);
  for (const row of rows) {
    const at = row.values.offeredAt as number;
    const known = knownOf(row);
    const id = known?.id ?? work.partOf(row, "record", 1, at);
    const version = (known?.version ?? 0) + 1;
    const refs = { contact: contactOf(row, work, taken, version, at), leaderDay: leaderDayOf(row) };
    const call = callFrom(row.values, { id, version }, refs, known);
    happened(taken, { subject: "call", id, version, at: work.now }, "imported", { call });
    taken.ids.set(row, id);
  }
  return taken;
}

/** 话务文件 */
export const calls: Kind = {
  name: "calls",
  noun: "话务",
  columns: callColumns,
  numberOf,
  faults: (values) => [...outOfOrder(values, callSequence, callColumns), ...leaderDayFaults(values)],
  take,
};
