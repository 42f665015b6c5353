/** 建议的单位: for a class at a place, with its ground; the same answer for who takes a matter down and for who sends it out. */
import type { z } from "zod";
import type { proposedUnit as wire } from "../../contract/request/proposal.ts";
import { districtOf } from "../../domain/directory/area.ts";
import { competentUnit } from "../../domain/directory/lookup.ts";
import { type Precedent, proposedUnit, unitOfPlace } from "../../domain/directory/propose.ts";
import type { Rules } from "../../domain/order/rules.ts";
import type { RuleRow } from "../../domain/rule/rulebook.ts";
import { precedentsOf } from "../../store/question/precedents.ts";
import { placeNameOf, unitNameOf } from "../order/names.ts";
import { iso } from "../time.ts";
import type { Visit } from "../visit.ts";
import { groundWords } from "./groundWords.ts";

type Proposed = z.input<typeof wire>;

/** 所问的事 */
interface Matter {
  category: string;
  place: string | null;
}

/** 多久以内的先例: half a year */
const RECENT = 183 * 86_400_000;

const directoryOf = ({ key, from, value, source, assumption }: RuleRow<"directory">, rules: Rules, at: number) => {
  const place = key.split("@")[1];
  return {
    ...{ key, from, source, assumption, unit: value.unit, basis: value.basis },
    placeName: place === undefined ? null : placeNameOf(rules, place, at),
    unitName: unitNameOf(rules, value.unit, at),
  };
};

const precedentsSaid = (precedents: readonly Precedent[], top: string | null, rules: Rules, at: number) => ({
  since: iso(at - RECENT),
  areaName: top === null ? null : placeNameOf(rules, top, at),
  orders: precedents.reduce((sum, { orders }) => sum + orders, 0),
  units: precedents.map((one) => ({ ...one, unitName: unitNameOf(rules, one.unit, at) })),
});

function proposedOf({ category, place }: Matter, precedents: readonly Precedent[], rules: Rules, at: number) {
  const { rulebook } = rules;
  const on = rules.dateOf(at);
  const row = competentUnit(rulebook, category, place, on);
  const said = { directory: row?.value.unit ?? null, precedents, place: unitOfPlace(rulebook, place, on) };
  const proposal = proposedUnit(said, (unit) => rules.isUnit(unit, at));
  const directory = row && directoryOf(row, rules, at);
  return {
    unit: proposal?.unit ?? null,
    unitName: proposal && unitNameOf(rules, proposal.unit, at),
    ground: proposal?.ground ?? null,
    words: groundWords(proposal?.ground ?? null, directory),
    directory,
  };
}

/** One each, in their order; many of a page are of one class in one district, whose precedents are asked for once. */
export async function proposedFor(matters: readonly Matter[], visit: Visit): Promise<Proposed[]> {
  const { see, platform, at } = visit;
  const rules = await visit.rules();
  const areas = matters.map(({ place }) => districtOf(rules.rulebook, place, rules.dateOf(at)));
  const likeOf = (no: number) => JSON.stringify([matters[no]!.category, areas[no]?.top]);
  const asked = new Map(
    matters.map(({ category }, no) => [likeOf(no), { category, places: areas[no]?.places ?? null }]),
  );
  const answers = await see((db) => precedentsOf(db, platform.platform, [...asked.values()], at - RECENT));
  const known = new Map([...asked.keys()].map((key, no) => [key, answers[no]!]));
  return matters.map((matter, no) => {
    const precedents = known.get(likeOf(no))!;
    const had = precedentsSaid(precedents, areas[no]?.top ?? null, rules, at);
    return { ...proposedOf(matter, precedents, rules, at), precedents: had };
  });
}
