import { citizenForm, placeQuery, placesFound } from "../../contract/citizen/citizen.ts";
import type { Rules } from "../../domain/order/rules.ts";
import { typesOffered } from "../../domain/request/citizen.ts";
import { allInForce, inForce } from "../../domain/rule/inForce.ts";
import { operation } from "../operation.ts";
import { placeNameOf } from "../order/names.ts";
import { looksTooOften } from "./limit.ts";

/** 可选的小类, each with what it belongs to. */
function categoriesOffered({ rulebook, dateOf }: Rules, at: number) {
  const on = dateOf(at);
  return allInForce(rulebook, "category", on).flatMap(({ key, value: { name, parent, retired } }) => {
    const of = parent === null || retired ? null : inForce(rulebook, "category", parent, on);
    return of ? [{ key, name, of: of.value.name }] : [];
  });
}

/** 反映要填的 */
export const readCitizenForm = operation({
  id: "readCitizenForm",
  method: "GET",
  path: "/citizen/form",
  summary: "市民端：哪个热线，反映时可选的类型和分类",
  tag: "市民端",
  permit: "everyone",
  answer: citizenForm,
  async handle(_, visit) {
    const refused = looksTooOften(visit);
    if (refused) return refused;
    const { platform, demonstration, gateway, at } = visit;
    const rules = await visit.rules();
    return {
      ...{ platform: platform.name, zone: platform.zone, demonstration, sms: gateway !== null },
      types: typesOffered(rules, at).map(({ key, value: { name } }) => ({ key, name })),
      categories: categoriesOffered(rules, at),
    };
  },
});

/** as many as one looks through on a telephone */
const MOST = 20;

/** 找地区 by any of its names; without words: the districts. */
export const findPlaces = operation({
  id: "findPlaces",
  method: "GET",
  path: "/citizen/places",
  summary: "市民端：找地区",
  tag: "市民端",
  permit: "everyone",
  query: placeQuery,
  answer: placesFound,
  async handle({ query: { q = "" } }, visit) {
    const refused = looksTooOften(visit);
    if (refused) return refused;
    const rules = await visit.rules();
    const all = allInForce(rules.rulebook, "place", rules.dateOf(visit.at)).filter(({ value }) => !value.retired);
    const found = all.filter(({ value: { name, aliases = [], parent } }) =>
      q === "" ? parent === null : [name, ...aliases].some((one) => one.includes(q)),
    );
    return found.slice(0, MOST).map(({ key }) => ({ code: key, name: placeNameOf(rules, key, visit.at) }));
  },
});
