import { percent } from "../../domain/measure/exact.ts";
import type { FiguresFile } from "../../domain/measure/figures.ts";
import { canGive, USUAL_CONNECTION } from "./callsEach.ts";
import { USUAL_CALLS_EACH } from "./counties.ts";
import { hundredths } from "./leaves.ts";

type Scored = NonNullable<NonNullable<FiguresFile["appendix2"]>["rows"]>[number];
type Named = { platform?: string };

const nameIn = (rows: Named[] | undefined, at: number) => rows?.[at]?.platform;
const namesIn = (rows: Named[] | undefined) => (rows ?? []).flatMap(({ platform }) => platform ?? []);

/** Both lists of platforms are printed in configured order: where they are equally long, place for place the same. */
function listed(lists: (Named[] | undefined)[], pool: string[]): (string | undefined)[][] {
  const taken = new Set(lists.flatMap(namesIn));
  const spare = pool.filter((name) => !taken.has(name));
  const byPlace = new Map<number, string>();
  return lists.map(
    (rows) =>
      rows?.map((row, at) => {
        if (row.platform !== undefined) return row.platform;
        const other = lists.find((one) => one !== rows && one?.length === rows.length);
        const same = [nameIn(other, at)].find((one) => !namesIn(rows).includes(one as string));
        const name = same ?? byPlace.get(at) ?? spare.shift() ?? `第${at + 1}个县级平台`;
        byPlace.set(at, name);
        return name;
      }) ?? [],
  );
}

/** Whether a scored row can be the platform of that name: what the lists print of it allows the printed scores. */
function suits(row: Scored, name: string, file: FiguresFile): boolean {
  const { byPlatform, mysteryCalls } = file.countyPlatforms ?? {};
  const offered = byPlatform?.find(({ platform }) => platform === name)?.offered;
  const rate = row.five?.answer?.[0];
  if (typeof offered === "number" && typeof rate === "number") {
    const answered = Math.floor((hundredths(rate) * offered + 5000) / 10000);
    if (![answered - 1, answered, answered + 1].some((count) => percent(count, offered) === hundredths(rate)))
      return false;
  }
  const late = mysteryCalls?.answeredAfter15s?.find(({ platform }) => platform === name)?.count;
  const mean = row.mysteryCall?.connection;
  if (typeof late !== "number" || typeof mean !== "number") return true;
  return canGive(mysteryCalls?.callsEach ?? USUAL_CALLS_EACH, USUAL_CONNECTION, hundredths(mean), late);
}

/** A name for every nameless row, each once: names that suit for as many rows as can have one, the others what is left. */
function matched(rows: Scored[], names: string[], file: FiguresFile): string[] {
  const rowOf = new Map<string, number>();
  // whoever has a name that suits gives it up where he finds another
  const place = (row: number, seen: Set<string>): boolean =>
    names.some((name) => {
      if (seen.has(name) || !suits(rows[row] as Scored, name, file)) return false;
      seen.add(name);
      const holder = rowOf.get(name);
      if (holder !== undefined && !place(holder, seen)) return false;
      rowOf.set(name, row);
      return true;
    });
  for (const row of rows.keys()) place(row, new Set());
  const nameOf = new Map([...rowOf].map(([name, row]) => [row, name]));
  const left = names.filter((name) => !rowOf.has(name));
  return rows.map((_, row) => nameOf.get(row) ?? (left.shift() as string));
}

/** 县级平台的空名: the lists place for place, then the scored rows by what their scores allow; `pool` has the names by rule. */
export function withCountyNames(file: FiguresFile, pool: string[]): Partial<FiguresFile> {
  const { countyPlatforms: pooled, appendix2 } = file;
  const lists = [pooled?.byPlatform, pooled?.mysteryCalls?.answeredAfter15s];
  const scoredNames = namesIn(appendix2?.rows);
  const [offered, late] = listed(lists, [...scoredNames, ...pool]) as [string[], string[]];
  const filled: Partial<FiguresFile> = {};
  if (pooled) {
    filled.countyPlatforms = { ...pooled };
    if (pooled.byPlatform)
      filled.countyPlatforms.byPlatform = pooled.byPlatform.map((row, at) => ({
        ...row,
        platform: offered[at] as string,
      }));
    if (pooled.mysteryCalls?.answeredAfter15s)
      filled.countyPlatforms.mysteryCalls = {
        ...pooled.mysteryCalls,
        answeredAfter15s: pooled.mysteryCalls.answeredAfter15s.map((row, at) => ({
          ...row,
          platform: late[at] as string,
        })),
      };
  }
  if (!appendix2?.rows) return filled;
  const nameless = appendix2.rows.filter(({ platform }) => platform === undefined);
  const free = [...new Set([...offered, ...late, ...pool])].filter((name) => !scoredNames.includes(name));
  const own = nameless.map((_, at) => `第${at + 1}名县级平台`);
  const names = matched(nameless, [...free, ...own.slice(free.length)], { ...file, ...filled });
  filled.appendix2 = {
    ...appendix2,
    rows: appendix2.rows.map((row) =>
      row.platform === undefined ? { ...row, platform: names[nameless.indexOf(row)] as string } : row,
    ),
  };
  return filled;
}
