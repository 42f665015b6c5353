import type { EventData, LedgerEvent } from "../../domain/ledger/event.ts";
import type { CaseGround, CaseKind } from "../../domain/report/case.ts";
import { contactsOf } from "../contact.ts";
import type { Database } from "../database.ts";
import { question } from "./ask.ts";
import type { Month } from "./month.ts";

export interface Matter {
  id: string;
  request: string;
}

/** 案例记录: one dispatched matter: its events, the public texts they point to, and the citizen's whole name. */
export interface CaseRecord {
  events: LedgerEvent[];
  texts: Map<string, string>;
  contactName: string | null;
}

const askCandidates: Record<CaseKind, ReturnType<typeof question<Matter>>> = {
  typical: question("./typicalCases.sql"),
  difficult: question("./difficultCases.sql"),
};
const askEvents = question<LedgerEvent>("./caseEvents.sql");

/** Where an event points to words that may be told outside: a unit's internal text isn't among them. */
const tellable = ["text", "publicText"] as const;

const textIdsOf = (events: readonly LedgerEvent[]): string[] =>
  events.flatMap(({ data }) => tellable.flatMap((key) => (data as Record<string, string | null>)[key] ?? []));

async function textsOf(db: Database, platform: string, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.kysely
    .selectFrom("free_text")
    .select(["id", "text"])
    .where("platform", "=", platform)
    .where("id", "in", ids)
    .execute();
  return new Map(rows.map(({ id, text }) => [id, text]));
}

async function nameIn(db: Database, platform: string, events: readonly LedgerEvent[]): Promise<string | null> {
  const accepted = events.find(({ kind }) => kind === "requestAccepted")?.data as
    | EventData["requestAccepted"]
    | undefined;
  if (!accepted?.contact) return null;
  return (await contactsOf(db, platform, [accepted.contact]))[0]?.name ?? null;
}

/** 一件的案例记录 until the month's end, with the citizen's whole name: it is there to be taken out of what he said. */
export async function caseRecord(db: Database, { platform, until }: Month, matter: Matter): Promise<CaseRecord> {
  const events = await askEvents(db, { platform: platform.platform, until, ...matter });
  return {
    events,
    texts: await textsOf(db, platform.platform, textIdsOf(events)),
    contactName: await nameIn(db, platform.platform, events),
  };
}

const askProposed = question<Matter & { ground: CaseGround }>("./proposedCases.sql");

/** 可以写成案例的: of each ground the foremost, at most `most`; confidential ones never. */
export const proposedCases = (db: Database, asked: Month, most: number) =>
  askProposed(db, { platform: asked.platform.platform, from: asked.from, until: asked.until, most });

/** 案例候选: the month's matters of that sort most worth telling, at most `most`; confidential ones never. */
export async function caseCandidates(db: Database, asked: Month, kind: CaseKind, most: number): Promise<CaseRecord[]> {
  const period = { platform: asked.platform.platform, from: asked.from, until: asked.until, most };
  const told: CaseRecord[] = [];
  for (const matter of await askCandidates[kind](db, period)) told.push(await caseRecord(db, asked, matter));
  return told;
}
