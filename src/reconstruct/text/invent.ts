import type { InventMatter } from "../../domain/request/invented.ts";
import { allInForce } from "../../domain/rule/inForce.ts";
import { pick, randomOf } from "../records/random.ts";
import { requestText, voiceOf } from "./write.ts";

/** what is no matter of anybody's */
const VOID = "无效";

/** 编一件诉求 of a street of the city, in the words that reconstructed ones are told in. */
export const inventMatter: InventMatter = (rulebook, on, seed) => {
  const random = randomOf(seed, "invented");
  const named = new Map(allInForce(rulebook, "category", on).map(({ key, value }) => [key, value]));
  const leaves = [...named].flatMap(([key, { name, parent }]) => (parent === null ? [] : [{ key, name, parent }]));
  const types = allInForce(rulebook, "requestType", on).filter(({ value }) => value.name !== VOID);
  if (leaves.length === 0 || types.length === 0) return null;
  const places = allInForce(rulebook, "place", on);
  const streets = places.filter(({ value }) => value.level === "street");
  const voice = () => {
    const { key, name, parent } = pick(random, leaves);
    return { key, voice: voiceOf(name, named.get(parent)?.name ?? "") };
  };
  const [own, other, type] = [voice(), voice(), pick(random, types)];
  const place = places.length > 0 ? pick(random, streets.length > 0 ? streets : places) : null;
  const text = requestText(own.voice, other.voice, type.value.name, { random, place: place?.value.name ?? "" });
  return { type: type.key, category: own.key, place: place?.key ?? null, text };
};
