/** 附近: the places that are looked at together with one. */
import type { Named } from "../../domain/directory/named.ts";

export interface Area {
  name: string;
  places: string[];
  /** their names, as people say them in any matter of theirs */
  names: string[];
}

const bare = (name: string) => name.replace(/(?:社区|街道|镇|乡|村|区|县|市)$/u, "");

function areaOf(lying: readonly Named[], name: string): Area {
  const names = lying.flatMap((one) => [one.name, ...one.others.map((other) => other.name)]);
  return {
    name,
    places: lying.map(({ key }) => key),
    names: [...names, ...names.map(bare).filter((one) => [...one].length > 1)],
  };
}

const under = (all: readonly Named[], key: string): Named[] =>
  all.filter((one) => one.key === key || one.within.some((place) => place.key === key));

/** 同一街道: callers name the street or the community alike; of a whole district only what is said of the district itself. */
export function streetOf(all: readonly Named[], place: string): Area {
  const own = all.filter(({ key }) => key === place);
  const street = own[0]?.within[1] ?? (own[0]?.within[0] ? own[0] : null);
  return street ? areaOf(under(all, street.key), street.name) : areaOf(own, own[0]?.name ?? place);
}

/** 同一区 */
export function districtOf(all: readonly Named[], place: string): Area {
  const own = all.find(({ key }) => key === place);
  const district = own?.within[0] ?? own;
  return district ? areaOf(under(all, district.key), district.name) : { name: place, places: [place], names: [] };
}
