/**
 * 说的一样: a file that says of records what they say already leaves nothing behind, however it is written: our own export,
 * brought back to where it came from, above all.
 */

import { grouped } from "../../domain/grouped.ts";
import type { Contact, Id, LedgerEvent } from "../../domain/ledger/event.ts";
import { contactsAtHand } from "../../store/contact.ts";
import type { Database } from "../../store/database.ts";
import { textsOf } from "../../store/export/records.ts";
import { canonical } from "../../store/ledger/canonical.ts";
import { type State, subjects } from "../../store/subject.ts";
import { isId, type Taken } from "./kind/kind.ts";

function idsIn(value: unknown, found: Set<Id>): Set<Id> {
  if (typeof value === "string" && isId(value)) found.add(value);
  else if (value !== null && typeof value === "object") for (const inner of Object.values(value)) idsIn(inner, found);
  return found;
}

const personOf = ({ name, phone, address, identityNumber }: Contact) =>
  JSON.stringify([name, phone, address, identityNumber].map((part) => part || null));

/** What the ids of words and people stand for: those that are there, and those that the file brings. */
async function contents(db: Database, platform: string, states: readonly State[], { texts, contacts }: Taken) {
  const ids = [...states.reduce((found, state) => idsIn(state, found), new Set<Id>())];
  const known = await contactsAtHand(db, platform, ids);
  return new Map([
    ...(await textsOf(db, platform, ids)),
    ...texts.map(({ id, text }) => [id, text] as const),
    ...[...known, ...contacts].map((one) => [one.id, personOf(one)] as const),
  ]);
}

const told = (state: State, content: ReadonlyMap<Id, string>): string =>
  canonical({ ...state, version: 0 }).replace(/"([0-9a-f-]{36})"/g, (id, bare) => {
    const said = content.get(bare);
    return said === undefined ? id : JSON.stringify(said);
  });

/** The rest of it, whatever its words and people are: unless that is alike nobody need look them up. */
const shapeOf = (state: State): string => canonical({ ...state, version: 0 }).replace(/"[0-9a-f-]{36}"/g, "#");

const isBare = (value: unknown) => value === null || (typeof value !== "object" && value !== undefined);
const isIdOf = (value: unknown) => typeof value === "string" && isId(value);

/** One value by itself tells most of them apart, long before their texts do. */
function differsAtSight(known: State, after: State): boolean {
  const [was, is] = [known as unknown as Record<string, unknown>, after as unknown as Record<string, unknown>];
  for (const key in is)
    if (key !== "version" && was[key] !== is[key] && isBare(was[key]) && isBare(is[key]))
      if (!isIdOf(was[key]) || !isIdOf(is[key])) return true;
  return false;
}

/** Those that are all that happens to something that is there. */
function again(events: readonly LedgerEvent[], before: ReadonlyMap<Id, State>): LedgerEvent[] {
  const bySubject = grouped(
    events.filter(({ id }) => before.has(id)),
    ({ id }) => id,
  );
  return [...bySubject.values()].flatMap((all) => (all.length === 1 ? all : []));
}

/** 去掉说的一样的 of what a batch would leave; answers whose records they are. `loaded`: what was there. */
export async function dropSame(
  db: Database,
  platform: string,
  taken: Taken,
  loaded: readonly State[],
): Promise<Set<Id>> {
  const before = new Map(loaded.map((state) => [state.id, state]));
  const alike = again(taken.events, before)
    .map((event) => [before.get(event.id)!, subjects[event.subject].apply(before.get(event.id)!, event)] as const)
    .filter(([known, after]) => !differsAtSight(known, after) && shapeOf(known) === shapeOf(after));
  if (alike.length === 0) return new Set();
  const content = await contents(
    db,
    platform,
    alike.map(([known]) => known),
    taken,
  );
  const same = new Set(
    alike.flatMap(([known, after]) => (told(known, content) === told(after, content) ? known.id : [])),
  );
  taken.events = taken.events.filter(({ id }) => !same.has(id));
  const used = taken.events.reduce((found, { data }) => idsIn(data, found), new Set<Id>());
  taken.texts = taken.texts.filter(({ id }) => used.has(id));
  taken.contacts = taken.contacts.filter(({ id }) => used.has(id));
  return same;
}
