import type { Values } from "../../../domain/import/column.ts";
import { requestColumns, requestSequence } from "../../../domain/import/columns/requests.ts";
import { outOfOrder } from "../../../domain/import/row.ts";
import { requestFrom } from "../../../domain/import/state/request.ts";
import type { Id } from "../../../domain/ledger/event.ts";
import type { RequestState } from "../../../domain/request/request.ts";
import { callsThere, idsByNumber } from "../../../store/import/lookup.ts";
import { importedBefore } from "../../../store/import/source.ts";
import { contactOf, leaderDayFaults, leaderDays, textIn } from "./attach.ts";
import {
  type FreshRow,
  faultOf,
  happened,
  isId,
  type Kind,
  noted,
  nothingTaken,
  numberOf,
  type Taken,
  type Work,
} from "./kind.ts";

export const NUMBER_TAKEN = "在平台中已有，且不是由这个来源导入的";

const given = (rows: FreshRow[], key: string) => [
  ...new Set(rows.flatMap(({ values }) => (values[key] as string | null | undefined) ?? [])),
];

/** 来电: by the number under which the calls file of the same source had it, or by its id in our own export. */
export async function callsNamed(rows: FreshRow[], work: Work, taken: Taken) {
  const numbers = given(rows, "call");
  const known = numbers.length === 0 ? new Map() : await importedBefore(work.db, { ...work, kind: "calls" }, numbers);
  const own = new Set(await callsThere(work.db, work.platform, numbers.filter((one) => !known.has(one)).filter(isId)));
  return ({ values }: FreshRow): Id | null | undefined => {
    const number = values.call as string | null | undefined;
    if (number === undefined || number === null) return number;
    const id = known.get(number)?.id ?? (own.has(number) ? number : null);
    if (id === null) noted(taken, "行的来电编号不在已导入的话务中，未与来电关联");
    return id;
  };
}

/** The request that a repeat was merged into: known, in this batch, or (in a dry run) earlier in this file. */
async function mergeTargets(rows: FreshRow[], work: Work, ids: Map<string, Id>) {
  const known = await idsByNumber(work.db, work.platform, "request", given(rows, "mergedInto"));
  return (number: string): Id | null =>
    known.get(number) ?? ids.get(number) ?? (work.wentThrough(number) ? work.idOf("request", number, 0) : null);
}

function amendmentsOf(row: FreshRow, work: Work, taken: Taken, version: number) {
  const amendments = row.values.amendments as { at: number; text: string }[] | undefined;
  return amendments?.map(({ at, text }, no) => {
    return { at, text: textIn(text, taken, () => work.idOf(`amendment ${version} ${no}`, row.number, at))! };
  });
}

/** Each repeat is told to the request that it was merged into, unless that knows already. */
async function tellTargets(repeats: [Id, Id][], made: Map<Id, RequestState>, work: Work, taken: Taken): Promise<void> {
  const absent = [...new Set(repeats.map(([into]) => into))].filter((into) => !made.has(into));
  const targets = new Map([...(await work.statesOf("request", absent)), ...made]);
  for (const [into, repeat] of repeats) {
    const target = targets.get(into);
    if (!target || target.repeats.includes(repeat)) continue;
    const version = target.version + 1;
    happened(taken, { subject: "request", id: into, version, at: work.now }, "repeatMerged", { repeat });
    targets.set(into, { ...target, version, repeats: [...target.repeats, repeat] });
  }
}

async function take(rows: FreshRow[], work: Work): Promise<Taken> {
  const taken = nothingTaken();
  const { db, platform } = work;
  const before = await work.statesOf(
    "request",
    rows.flatMap((row) => row.before?.id ?? []),
  );
  const fresh = rows.filter((row) => !row.before).map((row) => row.number);
  const occupied = await idsByNumber(db, platform, "request", fresh);
  const idOf = (row: FreshRow) => row.before?.id ?? work.partOf(row, "record", 1, row.values.acceptedAt as number);
  const mergeTarget = await mergeTargets(rows, work, new Map(rows.map((row) => [row.number, idOf(row)])));
  const callOf = await callsNamed(rows, work, taken);
  const leaderDayOf = await leaderDays(rows, work, taken);
  const made = new Map<Id, RequestState>();
  const repeats: [Id, Id][] = [];
  for (const row of rows) {
    const into = row.values.mergedInto as string | null | undefined;
    const mergedInto = into ? mergeTarget(into) : into;
    if (occupied.has(row.number)) faultOf(taken, row, requestColumns, "number", `“${row.number}”${NUMBER_TAKEN}`);
    if (into && mergedInto === null) faultOf(taken, row, requestColumns, "mergedInto", `“${into}”尚未导入`);
    if (taken.faults.has(row)) continue;
    const [id, at] = [idOf(row), row.values.acceptedAt as number];
    const known = before.get(id) ?? null;
    const version = (known?.version ?? 0) + 1;
    const text = row.values.text as string | null | undefined;
    const refs = {
      contact: contactOf(row, work, taken, version, at),
      text: textIn(text, taken, () => work.partOf(row, "text", version, at)),
      call: callOf(row),
      leaderDay: leaderDayOf(row),
      mergedInto,
      amendments: amendmentsOf(row, work, taken, version),
    };
    const request = requestFrom(row.values, { id, version }, refs, known);
    happened(taken, { subject: "request", id, version, at: work.now }, "imported", { request });
    taken.ids.set(row, id);
    made.set(id, request);
    if (mergedInto) repeats.push([mergedInto, id]);
  }
  await tellTargets(repeats, made, work, taken);
  return taken;
}

const mergedFaults = ({ outcome, mergedInto }: Values) =>
  outcome === "merged" && !mergedInto ? [{ column: "并入诉求编号", reason: "并单的诉求不能为空" }] : [];

/** 诉求文件 */
export const requests: Kind = {
  name: "requests",
  noun: "诉求",
  columns: requestColumns,
  numberOf,
  faults: (values) => [
    ...outOfOrder(values, requestSequence, requestColumns),
    ...leaderDayFaults(values),
    ...mergedFaults(values),
  ],
  take,
};
