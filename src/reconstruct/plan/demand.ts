import type { FiguresFile } from "../../domain/measure/figures.ts";

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
  return [
    ...(file.districtsTop3 ?? []).map((row) => ({ top: row.top ?? [], size: sentAbout(file, unitOf(row.place)) })),
    ...(file.unitsTop3 ?? []).map((row) => ({ top: row.top ?? [], size: sentAbout(file, row.unit) })),
  ];
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
    for (const { topic, share } of top) if (topic) of(topic).sent += ((number(share) ?? 0) * size) / 100;
  for (const { topic, count } of file.handling?.dispatchedHot ?? [])
    if (topic) of(topic).sent = Math.max(of(topic).sent, number(count) ?? 0);
  // no fewer than the next of the list that is told
  let least = 0;
  for (const { subcategory, count } of (file.topSubcategories ?? []).toReversed()) {
    least = number(count) ?? least;
    if (subcategory) of(subcategory).accepted = least;
  }
  for (const one of found.values()) one.accepted = Math.max(one.accepted, one.sent);
  return (name) => found.get(canonical(name)) ?? { accepted: 0, sent: 0 };
}

/** 各大类的容量: what `topCategories` allows a category to have in all; without that table anything. */
export function capacities(file: FiguresFile): (category: string) => number {
  const accepted = acceptedAbout(file);
  let last = Number.POSITIVE_INFINITY;
  const caps = new Map<string | undefined, number>();
  for (const { category, count, share } of file.topCategories ?? []) {
    const portion = number(share);
    const most = number(count) ?? (portion !== null && accepted !== null ? (portion * accepted) / 100 : null);
    last = most ?? last;
    caps.set(category, last);
  }
  return (category) => caps.get(category) ?? last;
}
