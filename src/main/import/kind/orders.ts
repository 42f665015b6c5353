import type { Values } from "../../../domain/import/column.ts";
import { orderColumns, orderSequence } from "../../../domain/import/columns/orders.ts";
import { outOfOrder } from "../../../domain/import/row.ts";
import { extensionFrom, orderFrom, returnsFrom } from "../../../domain/import/state/order.ts";
import { requestFrom, withOrder } from "../../../domain/import/state/request.ts";
import { trailFaults } from "../../../domain/import/state/trailFaults.ts";
import type { Id } from "../../../domain/ledger/event.ts";
import type { CitizenNotice, OrderState, ReturnRequest } from "../../../domain/order/order.ts";
import type { RequestState } from "../../../domain/request/request.ts";
import { idsByNumber } from "../../../store/import/lookup.ts";
import { type Imported, importedBefore } from "../../../store/import/source.ts";
import { contactOf, leaderDayFaults, leaderDays, textIn } from "./attach.ts";
import {
  type FreshRow,
  faultOf,
  happened,
  isId,
  type Kind,
  nothingTaken,
  numberOf,
  type Taken,
  type Work,
} from "./kind.ts";
import { callsNamed, NUMBER_TAKEN } from "./requests.ts";

/** Source of requests that an order file brought along because no request file had them. */
const BROUGHT = "orderRequests";

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";

const requestNumber = ({ number, values }: FreshRow): string => (isText(values.request) ? values.request : number);

/** A batch's name in the file is an id already, or becomes one. */
const bulkOf = (bulk: string | null, work: Work) => (bulk === null || isId(bulk) ? bulk : work.idOf("bulk", bulk, 0));

function returnsOf(
  row: FreshRow,
  before: OrderState | null,
  work: Work,
  taken: Taken,
  version: number,
): ReturnRequest[] {
  const returns = returnsFrom(row.values, before?.returns ?? []);
  if (returns === before?.returns) return returns;
  return returns.map((one) => {
    const idFor = () => work.idOf(`returnText ${version} ${one.no}`, row.number, one.requestedAt);
    return { ...one, bulk: bulkOf(one.bulk, work), text: textIn(one.text, taken, idFor) ?? null };
  });
}

/** The words of the trails become texts of their own. */
function extensionOf(row: FreshRow, before: OrderState | null, work: Work, taken: Taken, version: number) {
  const extension = extensionFrom(row.values);
  if (extension === undefined || extension === null) return extension === null ? null : (before?.extension ?? null);
  const idFor = () => work.idOf(`extensionText ${version}`, row.number, extension.askedAt);
  return { ...extension, text: textIn(extension.text, taken, idFor) ?? null };
}

function noticesOf(row: FreshRow, work: Work, taken: Taken, version: number): CitizenNotice[] | undefined {
  const notices = row.values.notices as CitizenNotice[] | undefined;
  return notices?.map((one) => {
    const idFor = () => work.idOf(`noticeText ${version} ${one.no}`, row.number, one.at);
    return { ...one, text: textIn(one.text, taken, idFor) ?? null };
  });
}

/** What a batch of orders refers to, looked up at once. */
async function lookUp(rows: FreshRow[], work: Work, taken: Taken) {
  const { db, platform } = work;
  const numbers = [...new Set(rows.map(requestNumber))];
  const requestIds = await idsByNumber(db, platform, "request", numbers);
  return {
    orders: await work.statesOf(
      "order",
      rows.flatMap((row) => row.before?.id ?? []),
    ),
    occupied: await idsByNumber(
      db,
      platform,
      "order",
      rows.filter((row) => !row.before).map((row) => row.number),
    ),
    requestIds,
    requests: await work.statesOf("request", [...requestIds.values()]),
    brought: await importedBefore(db, { ...work, kind: BROUGHT }, numbers),
    callOf: await callsNamed(rows, work, taken),
    leaderDayOf: await leaderDays(rows, work, taken),
  };
}

type Found = Awaited<ReturnType<typeof lookUp>>;

/** A request made from the order's own row; null where the row doesn't say enough. */
function bring(row: FreshRow, order: Id, before: RequestState | null, work: Work, taken: Taken, found: Found) {
  const { acceptedAt, type, category } = row.values;
  if (typeof acceptedAt !== "number" || !isText(type) || !isText(category)) return null;
  const number = requestNumber(row);
  const id = before?.id ?? work.idOf("request", number, acceptedAt);
  const version = (before?.version ?? 0) + 1;
  const text = row.values.text as string | null | undefined;
  const refs = {
    contact: contactOf(row, work, taken, version, acceptedAt),
    text: textIn(text, taken, () => work.partOf(row, "text", version, acceptedAt)),
    call: found.callOf(row),
    leaderDay: found.leaderDayOf(row),
  };
  const settled = { outcome: "dispatched", settledAt: row.values.dispatchedAt, number };
  const request = { ...requestFrom({ ...row.values, ...settled }, { id, version }, refs, before), order };
  happened(taken, { subject: "request", id, version, at: work.now }, "imported", { request });
  taken.beside.rows.push({ number, id, digest: new Uint8Array() });
  return request;
}

/** The request of an order: one that is there already, or one that the row brings along. */
function requestOf(row: FreshRow, order: Id, work: Work, taken: Taken, found: Found): RequestState | null {
  const number = requestNumber(row);
  const known = found.requests.get(found.requestIds.get(number) ?? "") ?? null;
  const broughtBefore: Imported | undefined = found.brought.get(number);
  if (known === null || broughtBefore) {
    const brought = bring(row, order, known, work, taken, found);
    if (brought || known === null) return brought;
  }
  const changed = withOrder(known, order, row.values.dispatchedAt as number);
  if (!changed) return known;
  happened(taken, { subject: "request", id: known.id, version: changed.version, at: work.now }, "imported", {
    request: changed,
  });
  return changed;
}

function faultsOf(row: FreshRow, order: Id, taken: Taken, found: Found): void {
  const number = requestNumber(row);
  const request = found.requests.get(found.requestIds.get(number) ?? "");
  const fault = (key: string, reason: string) => faultOf(taken, row, orderColumns, key, reason);
  const { acceptedAt, type, category } = row.values;
  const canBring = typeof acceptedAt === "number" && isText(type) && isText(category);
  if (found.occupied.has(row.number)) fault("number", `“${row.number}”${NUMBER_TAKEN}`);
  if (request?.order && request.order !== order) fault("request", `诉求“${number}”已有另一张工单`);
  if (!request && !canBring)
    fault("request", `诉求“${number}”不在平台中：请先导入诉求，或在本文件中给出受理时间、诉求类型和诉求小类`);
  if (request && request.acceptedAt > (row.values.dispatchedAt as number))
    fault("dispatchedAt", "“派发时间”早于诉求的“受理时间”");
}

async function take(rows: FreshRow[], work: Work): Promise<Taken> {
  const taken = nothingTaken();
  taken.beside.kind = BROUGHT;
  const found = await lookUp(rows, work, taken);
  const used = new Set<string>();
  for (const row of rows) {
    const at = row.values.dispatchedAt as number;
    const id = row.before?.id ?? work.partOf(row, "record", 1, at);
    faultsOf(row, id, taken, found);
    const number = requestNumber(row);
    if (used.has(number)) faultOf(taken, row, orderColumns, "request", `诉求“${number}”在文件中已有另一张工单`);
    if (taken.faults.has(row)) continue;
    used.add(number);
    const known = found.orders.get(id) ?? null;
    const version = (known?.version ?? 0) + 1;
    const request = requestOf(row, id, work, taken, found)!;
    const returns = returnsOf(row, known, work, taken, version);
    const extension = extensionOf(row, known, work, taken, version);
    const of = { request: request.id, tree: request.tree, category: request.category, returns, extension };
    const values = { ...row.values, notices: noticesOf(row, work, taken, version) };
    const order = orderFrom(values, { id, version }, of, known);
    happened(taken, { subject: "order", id, version, at: work.now }, "imported", { order });
    taken.ids.set(row, id);
  }
  return taken;
}

const faults = (values: Values) => [
  ...outOfOrder(values, orderSequence, orderColumns),
  ...trailFaults(values),
  ...leaderDayFaults(values),
];

/** 工单文件 */
export const orders: Kind = { name: "orders", noun: "工单", columns: orderColumns, numberOf, faults, take };
