import type { CivilDate } from "../../domain/calendar/civil.ts";
import type { FiguresFile } from "../../domain/measure/figures.ts";
import { allInForce } from "../../domain/rule/inForce.ts";
import type { Rulebook, RuleKinds, RuleRow } from "../../domain/rule/rulebook.ts";
import { castRows } from "./castRows.ts";
import { rowOfCounty } from "./countyUnit.ts";
import { groupId, type Numbered, numberedGroups } from "./numberedGroups.ts";
import { keepPrintedOrder } from "./printedOrder.ts";

/** 承办单位 of a month; `apart` = of the district group; `row` = where appendix 1 prints it. */
export interface CastUnit {
  code: string;
  name: string;
  group: string;
  order: number;
  apart: boolean;
  row: { group: number; at: number } | null;
  /** of a group whose rows the file leaves out: may have follow-ups though no row is stated */
  unstated: boolean;
}
interface CastCounty {
  name: string;
  order: number;
  unit: string | null;
}
export interface Cast {
  units: CastUnit[];
  places: { name: string; unit: string }[];
  counties: CastCounty[];
  types: string[];
  unitOf: (name: string) => CastUnit;
  /** groups of appendix 1, one after the other, whose rows aren't printed but counted by the running numbers */
  numbered: Numbered[];
  rows: RuleRow[];
}

const TYPES = ["咨询", "求助", "投诉", "建议", "无效", "其他"];
const DISTRICT = "district";
const OTHER = "department";

/** What is known of units while the cast is being decided. */
export interface CastDraft {
  units: CastUnit[];
  groups: Map<string, RuleKinds["unitGroup"]>;
  shortNames: Map<string, string>;
}

function fromRulebook(book: Rulebook, on: CivilDate): CastDraft {
  const groups = new Map(allInForce(book, "unitGroup", on).map((row) => [row.key, row.value]));
  const rows = allInForce(book, "unit", on);
  const units = rows.map(({ key, value: { name, group, order } }): CastUnit => {
    return {
      code: key,
      name,
      group,
      order,
      apart: groups.get(group)?.rankedApart ?? group === DISTRICT,
      row: null,
      unstated: false,
    };
  });
  const shortNames = new Map(
    rows.flatMap((row) => row.value.shortNames.map((short) => [short, row.value.name] as const)),
  );
  return { units, groups, shortNames };
}

function unit(draft: CastDraft, name: string, group: string): CastUnit {
  const full = draft.shortNames.get(name) ?? name;
  const known = draft.units.find((one) => one.name === full);
  if (known) return known;
  if (!draft.groups.has(group)) {
    const apart = group === DISTRICT;
    draft.groups.set(group, {
      name: apart ? "县市区、园区" : "市直单位",
      order: draft.groups.size + 1,
      rankedApart: apart,
    });
  }
  const apart = draft.groups.get(group)?.rankedApart ?? false;
  const order = 1_000_000 + draft.units.length;
  const added = { code: `位${draft.units.length + 1}`, name, group, order, apart, row: null, unstated: false };
  draft.units.push(added);
  return added;
}

/** 县市区一组: the first group, unless one of the five units with most orders (which stand outside it) is in it. */
function isApart(file: FiguresFile, id: string, at: number): boolean {
  const rows = file.appendix1?.groups?.[at]?.rows ?? [];
  const shown = new Set((file.unitsTop3 ?? []).map((row) => row.unit));
  const places = new Set(Object.values(file.places?.unit ?? {}));
  if (rows.some((row) => row.unit && shown.has(row.unit))) return false;
  return id === DISTRICT || rows.some((row) => row.unit && places.has(row.unit)) || (at === 0 && places.size === 0);
}

type Groups = NonNullable<NonNullable<FiguresFile["appendix1"]>["groups"]>;

/** Some more units than are needed, for those named elsewhere may have nothing. */
const SPARE = 2;

/** Units of a group without rows: as many as are numbered, or as the follow-ups need beyond the rows that are printed. */
function addUnstated(draft: CastDraft, groups: Groups, name: string, id: string, units: number) {
  const printed = groups.flatMap((group) => group.rows ?? []).length;
  const counted = numberedGroups(groups).find((one) => one.groups.includes(id))?.rows;
  const wanted = counted ?? Math.max(3, units - printed + SPARE);
  for (let at = 1; at <= wanted; at++) unit(draft, `${name}其他单位${at}`, id).unstated = true;
}

/** 附件1: its groups and rows are the units of the month, in the order printed. */
function fromAppendix1(draft: CastDraft, file: FiguresFile) {
  (file.appendix1?.groups ?? []).forEach((group, at) => {
    const id = groupId(group, at);
    const known = draft.groups.get(id);
    const name = group.name ?? known?.name ?? `第${at + 1}组`;
    const rankedApart = known?.rankedApart ?? isApart(file, id, at);
    draft.groups.set(id, { name, order: at + 1, rankedApart });
    if (!group.rows) addUnstated(draft, file.appendix1?.groups ?? [], name, id, file.followUp?.units ?? 0);
    (group.rows ?? []).forEach((row, index) => {
      const one = unit(draft, row.unit ?? `${name}第${index + 1}个单位`, id);
      one.group = id;
      one.apart = draft.groups.get(id)?.rankedApart ?? false;
      one.row = { group: at, at: index };
    });
  });
}

/** 地区的政府, where nothing names its unit. */
export const governmentOf = (place: string) => `${place}人民政府`;

/** 地区对应的单位: as the file says, or the unit whose name contains the place's, or one of its own. */
function unitOfPlace(draft: CastDraft, file: FiguresFile, book: Rulebook, on: CivilDate, place: string): CastUnit {
  const said = file.places?.unit?.[place];
  if (said) return unit(draft, said, DISTRICT);
  const ruled = allInForce(book, "place", on).find((row) => row.value.name === place)?.value.unit;
  const byRule = draft.units.find((one) => one.code === ruled);
  if (byRule) return byRule;
  const alike = draft.units.filter((one) => one.name.includes(place));
  return alike.find((one) => one.apart) ?? alike[0] ?? unit(draft, governmentOf(place), DISTRICT);
}

/** 县级平台对应的单位: the unit of its place; one is invented only where a score needs it and appendix 1 isn't given. */
function unitOfCounty(draft: CastDraft, file: FiguresFile, book: Rulebook, on: CivilDate, name: string): string | null {
  const ruled = allInForce(book, "county", on).find((row) => row.value.name === name)?.value.unit;
  const said = file.places?.unit?.[name];
  const known = draft.units.find((one) => one.code === ruled || one.name === said || one.name.includes(name));
  if (known) return known.code;
  const groups = file.appendix1?.groups;
  const open = groups?.findIndex((group) => !group.rows) ?? -1;
  if (!file.appendix2 || (groups && open < 0)) return null;
  return unit(draft, said ?? governmentOf(name), open < 0 ? DISTRICT : (groups?.[open]?.id ?? `group${open + 1}`)).code;
}

/** 县级平台及其单位; a scored one that no name ties to a unit takes the row of appendix 1 that has its rates. */
function countiesOf(draft: CastDraft, file: FiguresFile, book: Rulebook, on: CivilDate): CastCounty[] {
  const counties = countyNames(file, book, on).map((name, at): CastCounty => {
    const order = allInForce(book, "county", on).find((row) => row.key === name)?.value.order ?? at + 1;
    return { name, order, unit: unitOfCounty(draft, file, book, on, name) };
  });
  for (const county of counties) {
    const scored = file.appendix2?.rows?.find(({ platform }) => platform === county.name)?.dispatched;
    if (county.unit !== null || !scored) continue;
    const unitAtRow = (group: number, at: number) =>
      draft.units.find(({ row }) => row?.group === group && row.at === at)?.code ?? null;
    const isFree = (group: number, at: number) =>
      !counties.some(({ unit: taken }) => taken !== null && taken === unitAtRow(group, at));
    const found = rowOfCounty(file, scored, isFree);
    county.unit = found && unitAtRow(found.group, found.at);
  }
  return counties;
}

export const placeAt = (file: FiguresFile, at: number) => file.districtsTop3?.[at]?.place ?? `第${at + 1}个地区`;
export const unitAt = (file: FiguresFile, at: number) => file.unitsTop3?.[at]?.unit ?? `第${at + 1}个承办单位`;

/** Whether anything in there is a number, and not only "none". */
const statesNumbers = (node: unknown): boolean =>
  typeof node === "object" && node !== null
    ? Object.values(node).some(statesNumbers)
    : typeof node === "number" && node > 0;

function countyNames(file: FiguresFile, book: Rulebook, on: CivilDate): string[] {
  const pooled = file.countyPlatforms;
  const listed = (pooled?.byPlatform ?? []).map((row, at) => row.platform ?? `第${at + 1}个县级平台`);
  const late = (pooled?.mysteryCalls?.answeredAfter15s ?? []).map((row) => row.platform);
  const scored = (file.appendix2?.rows ?? []).map((row, at) => row.platform ?? `第${at + 1}名县级平台`);
  const names = [...new Set([...listed, ...late, ...scored])].filter((name): name is string => name !== undefined);
  if (names.length > 0) return names;
  if (!pooled || !statesNumbers(pooled)) return [];
  const ruled = allInForce(book, "county", on).map((row) => row.value.name);
  return ruled.length > 0 ? ruled : ["县级平台"];
}

/** 未列名的单位: as many as the follow-ups need beyond those named, and some that take what the printed units don't. */
function addUnnamed(draft: CastDraft, file: FiguresFile) {
  const units = file.appendix1?.groups ? 0 : (file.followUp?.units ?? 0);
  const wanted = units > 0 ? units + SPARE : 0;
  const shown = file.unitsTop3?.length ?? 0;
  const others = () => draft.units.filter((one) => !one.apart && one.row === null).length;
  const least = shown > 0 ? 2 * shown : file.appendix1?.groups ? 0 : 1;
  for (let at = 1; draft.units.length < wanted || others() < least; at++) unit(draft, `其他承办单位${at}`, OTHER);
  if (shown > 0 && !draft.units.some((one) => one.apart)) unit(draft, "其他县市区", DISTRICT);
}

/** A unit named elsewhere (as a place's or a county's) may stand in a group whose rows aren't printed. */
function markUnstated(draft: CastDraft, file: FiguresFile) {
  const groups = file.appendix1?.groups ?? [];
  const open = groups.map((group, at) => ({ ...group, at })).filter((group) => !group.rows);
  for (const { id, at } of open)
    for (const one of draft.units) if (one.group === (id ?? `group${at + 1}`) && one.row === null) one.unstated = true;
}

/** Less than that is no type left out, but a slip of the pen. */
const LEFT_OVER = 0.02;

/** 类型是否列全: the shares or counts leave nothing; where that can't be told, there is one for all the rest. */
function isComplete(file: FiguresFile, printed: { type?: string; count?: number | null; share?: number | null }[]) {
  const sum = (values: (number | null | undefined)[]) =>
    values.every((value) => typeof value === "number")
      ? values.reduce<number>((all, value) => all + (value as number), 0)
      : null;
  const [shares, counts] = [sum(printed.map(({ share }) => share)), sum(printed.map(({ count }) => count))];
  const accepted = file.requests?.accepted ?? file.handling?.accepted;
  if (shares !== null) return 1 - shares / 100 < LEFT_OVER;
  if (counts !== null && typeof accepted === "number") return accepted - counts <= LEFT_OVER * accepted;
  return printed.some(({ type }) => type?.startsWith("其他") || type?.startsWith("其它"));
}

function typesOf(file: FiguresFile, book: Rulebook, on: CivilDate): string[] {
  const ruled = allInForce(book, "requestType", on).map((row) => row.value.name);
  const known = ruled.length > 0 ? ruled : TYPES;
  const printed = file.requests?.byType ?? [];
  if (printed.length === 0) return known;
  const spare = known.filter((name) => !printed.some((row) => row.type === name));
  const listed = printed.map((row, at) => row.type ?? spare.shift() ?? `类型${at + 1}`);
  if (isComplete(file, printed)) return listed;
  return [...listed, ...(spare.length > 0 ? spare : ["未列类型"])];
}

/**
 * 角色: units with their groups, places, county platforms and request types, from the rulebook and from every name that the
 * file prints; what goes beyond the rulebook comes as rows.
 */
export function castOf(file: FiguresFile, book: Rulebook, on: CivilDate): Cast {
  const draft = fromRulebook(book, on);
  fromAppendix1(draft, file);
  const unitOf = (name: string) => unit(draft, name, OTHER);
  // without a list of them, the places that the file names
  const placeNames = file.districtsTop3
    ? file.districtsTop3.map((_, at) => placeAt(file, at))
    : Object.keys(file.places?.unit ?? {});
  const places = placeNames.map((name) => {
    return { name, unit: unitOfPlace(draft, file, book, on, name).code };
  });
  const counties = countiesOf(draft, file, book, on);
  (file.unitsTop3 ?? []).forEach((_, at) => {
    unitOf(unitAt(file, at));
  });
  for (const row of file.openOverdue?.byUnit ?? []) unitOf(row.unit as string);
  for (const name of [file.leaderDay?.unit, file.bulkReturn?.unit]) if (name) unitOf(name);
  markUnstated(draft, file);
  addUnnamed(draft, file);
  if (draft.units.length === 0) unitOf("其他承办单位1");
  keepPrintedOrder(draft.units, file, (name) => unitOf(name).code);
  const numbered = numberedGroups(file.appendix1?.groups ?? []);
  const cast = { numbered, units: draft.units, places, counties, types: typesOf(file, book, on), unitOf };
  return { ...cast, rows: castRows(draft, cast, file, book, on) };
}
