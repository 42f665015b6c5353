import type { FiguresFile, TopicShare } from "../../domain/measure/figures.ts";

/** 小类的需要: at least so many requests accepted, work orders sent (about). */
export interface Demand {
  accepted: number;
  sent: number;
}

const number = (value: number | null | undefined) => (typeof value === "number" ? value : null);

/** 受理量，大约: as told, or by whatever part of it is printed with its share; null where nothing tells. */
export function acceptedAbout(file: FiguresFile): number | null {
  const { requests, handling, topCategories, hotEvent } = file;
  const told = number(requests?.accepted) ?? number(handling?.accepted);
  if (told !== null) return told;
  const parts = [
    { count: handling?.firstContact, share: handling?.firstContactRate },
    ...(topCategories ?? []),
    ...(requests?.byType ?? []),
    ...(hotEvent ? [hotEvent] : []),
  ];
  const [largest] = parts
    .flatMap(({ count, share }) => (count && share ? [{ count, whole: (100 * count) / share }] : []))
    .toSorted((a, b) => b.count - a.count);
  return largest ? Math.round(largest.whole) : null;
}

/** The most work orders among which shares of two decimals are looked for. */
const MOST_WHOLE = 10_000;

/** 最少的底数: the least whole of which every one of these shares, as printed, is a whole number; 0 where none is found. */
function leastWhole(shares: number[]): number {
  const fits = (whole: number) =>
    shares.every((share) => {
      const part = Math.round((share * whole) / 100);
      return Math.round((10_000 * part) / whole) === Math.round(100 * share);
    });
  for (let whole = 1; whole <= MOST_WHOLE; whole++) if (fits(whole)) return whole;
  return 0;
}

/** 占比之和的底数: how many work orders a unit was sent, about: what appendix 1 says of it, else an equal part. */
function sentAbout(file: FiguresFile, unit: string | undefined): number {
  const rows = (file.appendix1?.groups ?? []).flatMap((group) => group.rows ?? []);
  const row = rows.find((one) => one.unit !== undefined && one.unit === unit);
  const panels = (file.districtsTop3?.length ?? 0) + (file.unitsTop3?.length ?? 0);
  const all = number(file.handling?.dispatched) ?? (acceptedAbout(file) ?? 0) / 5;
  return number(row?.validOrders) ?? number(row?.followUps) ?? all / (2 * Math.max(1, panels));
}

/** 有占比的面板: the units of both tables of leading topics, with about how many work orders each was sent. */
export function panelSizes(file: FiguresFile) {
  const unitOf = (place: string | undefined) =>
    place === undefined ? undefined : (file.places?.unit?.[place] ?? place);
  const sized = (top: Partial<TopicShare<number | null>>[] = [], unit: string | undefined) => {
    const least = leastWhole(top.flatMap(({ share }) => number(share) ?? []));
    return { top, size: Math.max(sentAbout(file, unit), least) };
  };
  return [
    ...(file.districtsTop3 ?? []).map((row) => sized(row.top, unitOf(row.place))),
    ...(file.unitsTop3 ?? []).map((row) => sized(row.top, row.unit)),
  ];
}

/** 在线办结热点, each category's topics in order; `sent`: the most work orders that a class of the category has. */
function firstContactLists(file: FiguresFile, canonical: (name: string) => string) {
  const { firstContactHot = [], dispatchedHot = [] } = file.handling ?? {};
  return firstContactHot.map(({ category, topics }) => ({
    topics: ((topics ?? []) as string[]).map(canonical),
    sent: number(dispatchedHot.find((row) => category !== undefined && row.category === category)?.count),
  }));
}

/**
 * 各小类的上限: how many requests a class may have that the list of subcategories leaves out of its places by name: one behind
 * another in the table of what was settled at once no more than that, and what it was sent.
 */
export function ceilings(file: FiguresFile, canonical: (name: string) => string): (name: string) => number {
  const counts = new Map(
    (file.topSubcategories ?? []).map((row) => [row.subcategory && canonical(row.subcategory), row.count]),
  );
  const last = number(file.topSubcategories?.at(-1)?.count);
  const most = new Map<string, number>();
  for (const { topics, sent } of firstContactLists(file, canonical))
    topics.slice(1).forEach((name, at) => {
      const before = topics[at] as string;
      const ahead = counts.has(before) ? number(counts.get(before)) : last;
      if (ahead !== null) most.set(name, ahead + (sent ?? 0));
    });
  return (name) => most.get(canonical(name)) ?? Number.POSITIVE_INFINITY;
}

/** 各小类的需要, by canonical name, from every table that prints a number of it. */
export function demands(file: FiguresFile, canonical: (name: string) => string): (name: string) => Demand {
  const found = new Map<string, Demand>();
  const of = (name: string): Demand => {
    const known = found.get(canonical(name)) ?? { accepted: 0, sent: 0 };
    found.set(canonical(name), known);
    return known;
  };
  for (const { top, size } of panelSizes(file))
    for (const { topic, share } of top) if (topic) of(topic).sent += Math.round(((number(share) ?? 0) * size) / 100);
  for (const { topic, count } of file.handling?.dispatchedHot ?? [])
    if (topic) of(topic).sent = Math.max(of(topic).sent, number(count) ?? 0);
  // no fewer than the next of the list that is told
  let least = 0;
  for (const { subcategory, count } of (file.topSubcategories ?? []).toReversed()) {
    least = number(count) ?? least;
    if (subcategory) of(subcategory).accepted = least;
  }
  for (const { topics, sent } of firstContactLists(file, canonical)) {
    let behind = 0;
    for (const name of topics.toReversed()) {
      of(name).accepted = Math.max(of(name).accepted, behind);
      behind = Math.max(behind, of(name).accepted - (sent ?? of(name).accepted));
    }
  }
  for (const one of found.values()) one.accepted = Math.max(one.accepted, one.sent);
  // what is told of a class itself goes before what shares lead one to expect
  for (const { subcategory, count } of file.topSubcategories ?? []) {
    if (!subcategory || typeof count !== "number") continue;
    const one = of(subcategory);
    Object.assign(one, { accepted: count, sent: Math.min(one.sent, count) });
  }
  return (name) => found.get(canonical(name)) ?? { accepted: 0, sent: 0 };
}

/**
 * 各大类的容量: what `topCategories` allows a category to have in all, one that it doesn't print no more than its last place, or
 * than the first that it leaves without a name; without that table anything.
 */
export function capacities(file: FiguresFile): (category: string) => number {
  const accepted = acceptedAbout(file);
  let last = Number.POSITIVE_INFINITY;
  const caps = new Map<string, number>();
  let unnamed: number | null = null;
  for (const { category, count, share } of file.topCategories ?? []) {
    const portion = number(share);
    last = number(count) ?? (portion !== null && accepted !== null ? (portion * accepted) / 100 : last);
    if (category === undefined) unnamed ??= last;
    else caps.set(category, last);
  }
  return (category) => caps.get(category) ?? unnamed ?? last;
}
