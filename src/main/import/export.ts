/** 导出: rows of the same columns that import reads, so that what is exported can be imported elsewhere. */
import { monthBounds } from "../../domain/calendar/month.ts";
import type { LeaderDayState } from "../../domain/county/county.ts";
import type { Column, Values } from "../../domain/import/column.ts";
import { callColumns } from "../../domain/import/columns/calls.ts";
import { contactColumns } from "../../domain/import/columns/contact.ts";
import { countyColumns } from "../../domain/import/columns/county.ts";
import { followUpColumns } from "../../domain/import/columns/followups.ts";
import { orderColumns } from "../../domain/import/columns/orders.ts";
import { matterColumns, requestColumns } from "../../domain/import/columns/requests.ts";
import { ruleColumns } from "../../domain/import/columns/rules.ts";
import { unitColumns } from "../../domain/import/columns/units.ts";
import { type Names, namesOf } from "../../domain/import/names.ts";
import { printRow } from "../../domain/import/row.ts";
import { countyMonthValues } from "../../domain/import/state/county.ts";
import type { Contact, Id } from "../../domain/ledger/event.ts";
import type { OrderState } from "../../domain/order/order.ts";
import type { Rulebook, RuleKind, RuleRow } from "../../domain/rule/rulebook.ts";
import type { Cell } from "../../file/table/row.ts";
import { contactsOf } from "../../store/contact.ts";
import type { Database } from "../../store/database.ts";
import type { Period } from "../../store/export/page.ts";
import {
  callsIn,
  countyMonthsBetween,
  leaderDaysById,
  mysteryCallsIn,
  ordersIn,
  requestNumbers,
  requestsIn,
  textsOf,
} from "../../store/export/records.ts";
import type { Platform } from "../../store/platform.ts";

export interface ExportTask {
  db: Database;
  platform: Platform;
  rulebook: Rulebook;
  /** first and last month */
  months: [string, string];
  /** whether names, telephone and identity numbers go out */
  personal: boolean;
}

interface Exporting extends ExportTask {
  period: Period;
  leaderDays: Map<Id, LeaderDayState>;
}

/** 一种导出 */
export interface ExportKind {
  name: string;
  noun: string;
  columns: Column[];
  /** whether it goes by month */
  monthly: boolean;
  pages(of: Exporting): AsyncIterable<Values[]>;
}

const present = (ids: (Id | null)[]): Id[] => [...new Set(ids.filter((id) => id !== null))];

async function personsOf(of: Exporting, ids: (Id | null)[]): Promise<(id: Id | null) => Partial<Contact>> {
  const found = of.personal ? await contactsOf(of.db, of.platform.platform, present(ids)) : [];
  const known = new Map(found.map((contact) => [contact.id, contact]));
  return (id) => {
    const { name, phone, address, identityNumber } = known.get(id ?? "") ?? {};
    return { name, phone, address, identityNumber };
  };
}

function dayOf(of: Exporting, id: Id | null): Values {
  const day = of.leaderDays.get(id ?? "");
  return { leaderDay: day?.date ?? null, leaderDayUnit: day?.unit ?? null };
}

async function* callPages(of: Exporting): AsyncGenerator<Values[]> {
  for await (const page of callsIn(of.db, of.platform.platform, of.period)) {
    const personOf = await personsOf(
      of,
      page.map(({ contact }) => contact),
    );
    yield page.map((call) => ({
      ...call,
      number: call.id,
      callbacks: orNull(call.callbacks),
      ...personOf(call.contact),
      ...dayOf(of, call.leaderDay),
    }));
  }
}

async function* requestPages(of: Exporting): AsyncGenerator<Values[]> {
  const { db } = of;
  const { platform } = of.platform;
  for await (const page of requestsIn(db, platform, of.period)) {
    const personOf = await personsOf(
      of,
      page.map(({ contact }) => contact),
    );
    const texts = await textsOf(
      db,
      platform,
      present(page.flatMap(({ text, amendments }) => [text, ...amendments.map((one) => one.text)])),
    );
    const numbers = await requestNumbers(db, platform, present(page.map(({ mergedInto }) => mergedInto)));
    yield page.map((request) => ({
      ...request,
      ...personOf(request.contact),
      ...dayOf(of, request.leaderDay),
      text: texts.get(request.text ?? "") ?? null,
      refusalReason: request.refusal?.reason,
      refusalRoute: request.refusal?.route,
      amendments: trailOf(request.amendments, texts),
      mergedInto: numbers.get(request.mergedInto ?? "") ?? null,
    }));
  }
}

/** A trail with its words; null when it has no step. */
const trailOf = <T extends { text: Id | null }>(steps: T[], texts: Map<Id, string>) =>
  steps.length === 0 ? null : steps.map((step) => ({ ...step, text: texts.get(step.text ?? "") ?? null }));

const orNull = <T>(steps: T[]) => (steps.length === 0 ? null : steps);

const textIds = ({ returns, extension, notices }: OrderState): (Id | null)[] =>
  [...returns, ...notices, ...(extension ? [extension] : [])].map(({ text }) => text);

function orderValues(order: OrderState, request: string | null, texts: Map<Id, string>): Values {
  const lead = order.assignments.findLast((one) => one.role === "lead") ?? order.assignments[0]!;
  const { unit, acknowledgedAt, deemed, dueAt, contactedAt, extended } = lead;
  const last = order.returns.at(-1);
  return {
    ...order,
    ...{ unit, acknowledgedAt, deemed, dueAt, contactedAt, extended, request },
    assisting: order.assignments.flatMap((one) => (one.role === "assisting" ? one.unit : [])),
    returnRequestedAt: last?.requestedAt,
    returnLate: last?.late,
    returnRuling: last?.ruling,
    returnRuledAt: last?.ruledAt,
    returns: trailOf(order.returns, texts),
    extension: order.extension && trailOf([order.extension], texts),
    notices: trailOf(order.notices, texts),
    followUpAttempts: orNull(order.followUpAttempts),
  };
}

async function* orderPages(of: Exporting): AsyncGenerator<Values[]> {
  const { db } = of;
  const { platform } = of.platform;
  for await (const page of ordersIn(db, platform, of.period)) {
    const numbers = await requestNumbers(
      db,
      platform,
      page.map(({ request }) => request),
    );
    const texts = await textsOf(db, platform, present(page.flatMap(textIds)));
    yield page.map((order) => orderValues(order, numbers.get(order.request) ?? null, texts));
  }
}

async function* followUpPages(of: Exporting): AsyncGenerator<Values[]> {
  for await (const page of ordersIn(of.db, of.platform.platform, of.period))
    yield page.filter(({ followedUpAt }) => followedUpAt !== null).map((order) => ({ ...order }));
}

async function* countyPages(of: Exporting): AsyncGenerator<Values[]> {
  const { db } = of;
  const { platform } = of.platform;
  yield (await countyMonthsBetween(db, platform, ...of.months)).map(countyMonthValues);
  for await (const page of mysteryCallsIn(db, platform, of.period))
    yield page.map((call) => ({ ...call, record: "mysteryCall", number: call.id }));
}

const latest = <K extends RuleKind>(rows: RuleRow<K>[]): RuleRow<K>[] =>
  rows.filter((row, at) => !rows.slice(at + 1).some((later) => later.key === row.key && later.from === row.from));

async function* unitPages({ rulebook }: Exporting): AsyncGenerator<Values[]> {
  const groups = new Map((rulebook.rows.unitGroup ?? []).map((row) => [row.key, row.value]));
  yield latest(rulebook.rows.unit ?? []).map(({ key, from, until, source, value }) => {
    const group = groups.get(value.group);
    const named = { groupName: group?.name, groupOrder: group?.order, rankedApart: group?.rankedApart };
    const retired = { retired: value.retired !== undefined, successor: value.retired?.successor };
    return { ...value, ...named, ...retired, number: key, from, until, basis: source };
  });
}

async function* rulePages({ rulebook }: Exporting): AsyncGenerator<Values[]> {
  const rows = Object.values(rulebook.rows).flatMap((one) => latest(one as RuleRow[]));
  yield rows.map(({ source, ...row }, at) => ({ ...row, basis: source, number: at + 1 }));
}

const without = (columns: Column[], left: Column[]) =>
  columns.filter((column) => !left.some((other) => other.key === column.key));

/** The request's own columns go with the requests; what the order has too stays with it. */
const ofTheRequest = matterColumns.filter(({ key }) => key !== "urgent" && key !== "confidential");

export const exportKinds: ExportKind[] = [
  { name: "calls", noun: "话务", columns: callColumns, monthly: true, pages: callPages },
  { name: "requests", noun: "诉求", columns: requestColumns, monthly: true, pages: requestPages },
  { name: "orders", noun: "工单", columns: without(orderColumns, ofTheRequest), monthly: true, pages: orderPages },
  { name: "followups", noun: "回访", columns: followUpColumns, monthly: true, pages: followUpPages },
  { name: "county", noun: "县级平台月报", columns: countyColumns, monthly: true, pages: countyPages },
  { name: "units", noun: "单位", columns: unitColumns, monthly: false, pages: unitPages },
  { name: "rules", noun: "规则", columns: ruleColumns, monthly: false, pages: rulePages },
];

const periodOf = ([first, last]: [string, string], zone: string): Period => ({
  from: monthBounds(first, zone).from,
  until: monthBounds(last, zone).until,
});

/** 导出的行: header first. `mark` stands in a column of its own on every row, where the records are a demonstration's. */
export async function* exportRows(kind: ExportKind, task: ExportTask, mark: string | null): AsyncGenerator<Cell[]> {
  const names: Names = namesOf(task.rulebook, task.platform.zone);
  const columns = task.personal ? kind.columns : kind.columns.filter((column) => !contactColumns.includes(column));
  const marked = (cells: Cell[]): Cell[] => (mark === null ? cells : [...cells, mark]);
  yield marked(columns.map(({ name }) => name));
  const { db, platform } = task;
  const leaderDays = await leaderDaysById(db, platform.platform);
  const of: Exporting = { ...task, period: periodOf(task.months, platform.zone), leaderDays };
  for await (const page of kind.pages(of)) for (const values of page) yield marked(printRow(values, columns, names));
}
