import { monthBounds } from "../../../domain/calendar/month.ts";
import { accuracyFor } from "../../../domain/county/changes.ts";
import type { Values } from "../../../domain/import/column.ts";
import { countyColumns } from "../../../domain/import/columns/county.ts";
import { countyFaults, countyMonthFrom, mysteryCallFrom } from "../../../domain/import/state/county.ts";
import type { Id } from "../../../domain/ledger/event.ts";
import { countyMonthsIn } from "../../../store/import/lookup.ts";
import { type FreshRow, happened, type Kind, knownTo, nothingTaken, type Taken, type Work } from "./kind.ts";

const isMonth = ({ values }: FreshRow) => (values.record ?? "month") === "month";

function numberOf(values: Values): string | null {
  if ((values.record ?? "month") === "month") return values.month ? `${values.month} ${values.county}` : null;
  return values.number ? `拨测 ${values.number}` : null;
}

async function takeMonths(rows: FreshRow[], work: Work, taken: Taken): Promise<void> {
  const months = [...new Set(rows.map(({ values }) => values.month as string))];
  const there = await countyMonthsIn(work.db, work.platform, months);
  const known = new Map<string, Id>(there.map(({ id, county, month }) => [`${month} ${county}`, id]));
  const states = await work.statesOf(
    "countyMonth",
    there.map(({ id }) => id),
  );
  for (const row of rows) {
    const { until } = monthBounds(row.values.month as string, work.names.zone);
    const id = known.get(row.number) ?? work.idOf("countyMonth", row.number, until);
    const before = states.get(id);
    const version = (before?.version ?? 0) + 1;
    const deliveredAt = (row.values.deliveredAt as number | null | undefined) ?? before?.deliveredAt ?? work.now;
    const given = countyMonthFrom(row.values, { id, version }, deliveredAt);
    // an old system's file knows nothing of a verdict that was given here for these very numbers
    const accuracy = given.accuracy ?? (before?.verdict ? accuracyFor(before, { ...given, days: before.days }) : null);
    const countyMonth = { ...given, accuracy };
    happened(taken, { subject: "countyMonth", id, version, at: work.now }, "imported", { countyMonth });
    taken.ids.set(row, id);
  }
}

async function takeMysteryCalls(rows: FreshRow[], work: Work, taken: Taken): Promise<void> {
  const knownOf = await knownTo("mysteryCall", rows, work, taken);
  for (const row of rows) {
    const at = row.values.calledAt as number;
    const known = knownOf(row);
    const id = known?.id ?? work.partOf(row, "record", 1, at);
    const version = (known?.version ?? 0) + 1;
    happened(taken, { subject: "mysteryCall", id, version, at }, "mysteryCallScored", mysteryCallFrom(row.values));
    taken.ids.set(row, id);
  }
}

async function take(rows: FreshRow[], work: Work): Promise<Taken> {
  const taken = nothingTaken();
  await takeMonths(rows.filter(isMonth), work, taken);
  await takeMysteryCalls(
    rows.filter((row) => !isMonth(row)),
    work,
    taken,
  );
  return taken;
}

/** 县级平台文件: monthly totals and score sheets of mystery calls */
export const county: Kind = {
  name: "county",
  noun: "县级平台月报",
  columns: countyColumns,
  numberOf,
  faults: countyFaults,
  take,
};
