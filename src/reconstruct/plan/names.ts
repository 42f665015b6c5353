import { firstDay } from "../../domain/calendar/month.ts";
import type { FiguresFile } from "../../domain/measure/figures.ts";
import { allInForce } from "../../domain/rule/inForce.ts";
import type { Rulebook } from "../../domain/rule/rulebook.ts";
import { governmentOf } from "./cast.ts";
import { withClassNames } from "./classes.ts";
import { withCountyNames } from "./countyNames.ts";
import type { Choose } from "./naming.ts";

/** Gives each nameless row the next name of the pool that no row has, else one of its own. */
function fillNames<R, K extends keyof R & string>(rows: R[], key: K, pool: string[], own: (at: number) => string): R[] {
  const taken = new Set(rows.map((row) => row[key] as string | undefined));
  const spare = [...new Set(pool)].filter((name) => !taken.has(name));
  return rows.map((row, at) => (row[key] === undefined ? { ...row, [key]: spare.shift() ?? own(at) } : row));
}

type Groups = NonNullable<NonNullable<FiguresFile["appendix1"]>["groups"]>;
type Rows = Record<string, unknown>[];
const namesIn = (rows: Rows | undefined, key: string) =>
  (rows ?? []).flatMap((row) => (row[key] as string | undefined) ?? []);

function withPlaces(file: FiguresFile, book: Rulebook, on: string): Partial<FiguresFile> {
  const ruled = allInForce(book, "place", on).filter((row) => row.value.level === "district" && row.value.unit);
  const pool = [...ruled.map((row) => row.value.name), ...Object.keys(file.places?.unit ?? {})];
  if (!file.districtsTop3) return {};
  return { districtsTop3: fillNames(file.districtsTop3, "place", pool, (at) => `第${at + 1}个地区`) };
}

/** Whether it is the unit of a platform that is scored without work orders, which has no row in appendix 1. */
function isIdle(file: FiguresFile, unit: string): boolean {
  const idle = (file.appendix2?.rows ?? []).filter(({ dispatched }) =>
    [dispatched?.onTime, dispatched?.informed].some((pair) => pair?.[0] === null),
  );
  return idle.some(({ platform }) => {
    const own = platform && file.places?.unit?.[platform];
    return platform !== undefined && (own === undefined ? unit.includes(platform) : unit === own);
  });
}

/** 附件1各组的代码: where the file leaves one out, that of the rulebook's group of its name, or of its place if none has one. */
function withGroupIds(groups: Groups, book: Rulebook, on: string): Groups {
  const ruled = allInForce(book, "unitGroup", on).toSorted((a, b) => a.value.order - b.value.order);
  const said = new Set(groups.map(({ id }) => id));
  return groups.map((group, at) => {
    const alike = ruled.find(({ value }) => value.name === group.name);
    const placed = group.name === undefined && groups.length === ruled.length ? ruled[at] : undefined;
    const id = group.id ?? [alike, placed].flatMap((row) => (row && !said.has(row.key) ? [row.key] : [])).at(0);
    return id === undefined ? group : { ...group, id };
  });
}

function withUnits(file: FiguresFile, book: Rulebook, on: string): Partial<FiguresFile> {
  const groups = withGroupIds(file.appendix1?.groups ?? [], book, on);
  const printed = new Set(groups.flatMap((group) => namesIn(group.rows as Rows, "unit")));
  const unitsTop3 = file.unitsTop3 && fillNames(file.unitsTop3, "unit", [], (at) => `第${at + 1}个承办单位`);
  // the units with most orders stand outside the group of districts
  const places = [
    ...namesIn(file.districtsTop3 as Rows, "place"),
    ...namesIn(file.appendix2?.rows as Rows, "platform"),
  ];
  const governed = (places as string[]).map((place) => file.places?.unit?.[place] ?? governmentOf(place));
  const [ofPlaces, others] = [
    [...Object.values(file.places?.unit ?? {}), ...governed],
    namesIn(file.unitsTop3 as Rows, "unit"),
  ];
  const named = groups.map((group, index) => {
    const ruled = allInForce(book, "unit", on)
      .filter((row) => row.value.group === group.id)
      .map((row) => row.value.name);
    const pool = [...ruled, ...((index === 0 ? ofPlaces : others) as string[])];
    const free = pool.filter((name) => !printed.has(name) && !isIdle(file, name));
    const own = (at: number) => `${group.name ?? `第${index + 1}组`}第${at + 1}个单位`;
    const rows = group.rows && fillNames(group.rows, "unit", free, own);
    for (const name of namesIn(rows as Rows, "unit")) printed.add(name);
    return { ...group, rows };
  });
  return {
    ...(unitsTop3 ? { unitsTop3 } : {}),
    ...(file.appendix1?.groups ? { appendix1: { ...file.appendix1, groups: named } } : {}),
  };
}

function withCounties(file: FiguresFile, book: Rulebook, on: string): Partial<FiguresFile> {
  const ruled = allInForce(book, "county", on).toSorted((a, b) => a.value.order - b.value.order);
  return withCountyNames(
    file,
    ruled.map((row) => row.value.name),
  );
}

/** 超期单位的空名: units of appendix 1 that the list doesn't have, else their own. */
function withOverdue(file: FiguresFile): Partial<FiguresFile> {
  const { openOverdue, appendix1 } = file;
  if (!openOverdue?.byUnit) return {};
  const pool = (appendix1?.groups ?? []).flatMap((group) => namesIn(group.rows as Rows, "unit")) as string[];
  const byUnit = fillNames(openOverdue.byUnit, "unit", pool, (at) => `第${at + 1}个超期单位`);
  return { openOverdue: { ...openOverdue, byUnit } };
}

/** 补名: rows of places, units and platforms whose name the file doesn't give get one: first those it leaves out. */
export function withNames(file: FiguresFile, book: Rulebook, choose: Choose): FiguresFile {
  const on = firstDay(file.period ?? "");
  const named = withClassNames(file, book, on, choose);
  const units = { ...named, ...withPlaces(named, book, on), ...withUnits(named, book, on) };
  return { ...units, ...withOverdue(units), ...withCounties(named, book, on) };
}
