/** 建议的承办单位: by the directory's row, else by who has had the like; either is said. */
import type { z } from "zod";
import type { suggestions } from "../../contract/suggestion/suggestion.ts";
import { competentUnit } from "../../domain/directory/lookup.ts";
import { type Precedent, precedentsOf } from "../../store/desk/precedents.ts";
import { placeNameOf, unitNameOf } from "../order/names.ts";
import type { Visit } from "../visit.ts";
import { districtOf } from "./areas.ts";
import { namesAt } from "./names.ts";

type Answer = z.input<typeof suggestions>;
type Suggested = Pick<Answer, "unit" | "precedents">;

const DAYS = 90;
const DAY = 86_400_000;

async function byDirectory(category: string, place: string | null, visit: Visit): Promise<Answer["unit"]> {
  const rules = await visit.rules();
  const row = competentUnit(rules.rulebook, category, place, rules.dateOf(visit.at));
  if (!row) return null;
  const { unit, basis } = row.value;
  const of = row.key.split("@")[1];
  return {
    unit,
    unitName: unitNameOf(rules, unit, visit.at),
    row: { from: row.from, place: of ? placeNameOf(rules, of, visit.at) : null, basis, source: row.source },
  };
}

async function precedents(category: string, place: string | null, visit: Visit) {
  const rules = await visit.rules();
  const area = place === null ? null : districtOf(namesAt(rules, visit.at).place, place);
  const asked = { category, places: area?.places ?? null, since: visit.at - DAYS * DAY };
  const units = await visit.see((db) => precedentsOf(db, visit.platform.platform, asked));
  const named = (one: Precedent) => ({ ...one, unitName: unitNameOf(rules, one.unit, visit.at) });
  return { days: DAYS, area: area?.name ?? null, units: units.map(named) };
}

/** 没有小类就没有建议. */
export async function unitFor(category: string | null, place: string | null, visit: Visit): Promise<Suggested> {
  if (category === null) return { unit: null, precedents: { days: DAYS, area: null, units: [] } };
  const had = await precedents(category, place, visit);
  const first = had.units[0];
  const row = await byDirectory(category, place, visit);
  const unit = row ?? (first ? { unit: first.unit, unitName: first.unitName, row: null } : null);
  return { unit, precedents: had };
}
