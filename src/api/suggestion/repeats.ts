/** 疑似重复: open requests of the last days nearby that say the same. */
import type { z } from "zod";
import type { suggestions } from "../../contract/suggestion/suggestion.ts";
import type { OrderState } from "../../domain/order/order.ts";
import { comparable, lengthOf } from "../../domain/request/sharedWords.ts";
import { titleOf } from "../../domain/request/title.ts";
import { openAt } from "../../store/desk/openAt.ts";
import type { RequestRow } from "../../store/desk/requests.ts";
import { subjects } from "../../store/subject.ts";
import { readableOf } from "../access/words.ts";
import { categoryNameOf } from "../order/names.ts";
import { rowOf as orderRowOf } from "../order/view.ts";
import { rowOf } from "../request/view.ts";
import type { Visit } from "../visit.ts";
import { nearby } from "./nearby.ts";

type Repeats = z.input<typeof suggestions>["repeats"];

const DAYS = 14;
const DAY = 86_400_000;
const SHOWN = 5;
/** so many characters said by both are no chance; of one class fewer will do */
const ENOUGH = 4;
const ENOUGH_OF_A_CLASS = 2;

interface Typed {
  text: string;
  category: string | null;
  place: string | null;
  /** registered already: it doesn't repeat itself */
  self: string | null;
}

interface Alike {
  row: RequestRow;
  words: string | null;
  shared: string[];
}

const isLikely = ({ row, shared }: Alike, category: string | null) =>
  lengthOf(shared) >= (row.category === category ? ENOUGH_OF_A_CLASS : ENOUGH);

async function told(alike: readonly Alike[], visit: Visit): Promise<Repeats["rows"]> {
  const rules = await visit.rules();
  const ids = alike.flatMap(({ row }) => row.order ?? []);
  const states = await visit.see((db) => subjects.order.load(db, visit.platform.platform, ids, "read"));
  const orders = new Map((states as OrderState[]).map((one) => [one.id, one]));
  return alike.map(({ row, words, shared }) => {
    const order = orders.get(row.order ?? "");
    const shown = order && orderRowOf(order, { title: null, place: row.place }, rules, visit);
    return {
      request: rowOf(row, words, (_, text) => text ?? null, { rules, at: visit.at }),
      title: titleOf(words) ?? categoryNameOf(rules, row.category, visit.at),
      shared,
      leadName: shown?.leadName ?? null,
      clock: shown?.clock ?? null,
    };
  });
}

/** Compared by what anybody at a desk may read of them; no place, nothing to compare with. */
export async function repeatsOf({ text, category, place, self }: Typed, visit: Visit): Promise<Repeats> {
  if (place === null) return { days: DAYS, area: null, rows: [] };
  const area = nearby(await visit.rules(), place, visit.at);
  const all = await visit.see((db) => openAt(db, visit.platform.platform, area.places, visit.at - DAYS * DAY));
  const open = all.filter(({ id }) => id !== self);
  const readable = await readableOf(visit, open);
  const sharedWith = comparable(text, area.names);
  const alike = open
    .map((row): Alike => {
      const words = readable(row, row.words);
      return { row, words, shared: sharedWith(words ?? "") };
    })
    .filter((one) => isLikely(one, category))
    .sort((a, b) => lengthOf(b.shared) - lengthOf(a.shared) || a.shared.length - b.shared.length)
    .slice(0, SHOWN);
  return { days: DAYS, area: area.name, rows: await told(alike, visit) };
}
