import type { Instant } from "../domain/calendar/civil.ts";
import type { Id, LedgerEvent, RecordBatch } from "../domain/ledger/event.ts";
import { append } from "./append.ts";
import { timestamp } from "./connection/value.ts";
import type { Database } from "./database.ts";

interface Place {
  about: Id;
  unit: string | null;
  at: Instant;
}

/** 'unit:u09' → u09; the internal part of an answer is for that unit's eyes and the hotline's */
const unitOf = (by: string): string | null => (by.startsWith("unit:") ? by.split(":")[1]! : null);

function place(places: Map<Id, Place | null>, event: LedgerEvent, value: unknown, internal: boolean): void {
  if (typeof value === "string") {
    if (places.has(value))
      places.set(value, { about: event.id, unit: internal ? unitOf(event.by) : null, at: event.at });
  } else if (value !== null && typeof value === "object")
    for (const key in value)
      place(places, event, (value as Record<string, unknown>)[key], internal || key === "internalText");
}

/** 写入文字, each with the matter that it belongs to and since when: the event that points to it says it. */
export async function addTexts(db: Database, platform: string, { events, texts }: RecordBatch): Promise<void> {
  if (texts.length === 0) return;
  const places = new Map<Id, Place | null>(texts.map(({ id }) => [id, null]));
  for (const event of events) place(places, event, event.data, false);
  const rows = texts.map(({ id, text }) => {
    const at = places.get(id);
    // words that nothing points to would never be read, nor forgotten
    if (!at) throw new Error(`text ${id} belongs to no event of its batch`);
    return [platform, id, text, at.about, at.unit, timestamp(at.at)];
  });
  await append(db, "free_text", ["platform", "id", "text", "about", "unit", "at"], rows);
}
