import type { SolveIntegers } from "../../domain/integer/problem.ts";

/** 组内分配: a quantity of a class group to be dealt to its classes; each class has at most its cap. */
export interface Deal {
  key: string;
  quantity: number;
  caps: number[];
}
/** Deals that add up to something that is capped as well. */
export interface DealSum {
  keys: string[];
  caps: number[];
}

/** In turn, so that whatever deals are added up the classes differ by one at most; later classes (in order) come first. */
function inTurn(deals: Deal[], size: number): Map<string, number[]> {
  const dealt = new Map<string, number[]>();
  let next = 0;
  for (const { key, quantity } of deals) {
    const parts = Array.from({ length: size }, () => Math.floor(quantity / size));
    const extras = quantity % size;
    for (let step = 0; step < extras; step++) {
      const at = size - 1 - ((next + step) % size);
      parts[at] = (parts[at] as number) + 1;
    }
    next = (next + extras) % size;
    dealt.set(key, parts);
  }
  return dealt;
}

const within = (parts: number[], caps: number[]) => parts.every((part, at) => part <= (caps[at] as number));

const added = (dealt: Map<string, number[]>, keys: string[], size: number) =>
  Array.from({ length: size }, (_, at) => keys.reduce((sum, key) => sum + (dealt.get(key)?.[at] ?? 0), 0));

/** What so many branches don't deal is dealt evenly. */
const MOST_BRANCHES = 2_000;

function bySolver(deals: Deal[], sums: DealSum[], size: number, solver: SolveIntegers): Map<string, number[]> | null {
  const name = (key: string, at: number) => `${key} ${at}`;
  const classes = Array.from({ length: size }, (_, at) => at);
  const solved = solver({
    effort: MOST_BRANCHES,
    variables: deals.flatMap(({ key, quantity, caps }) =>
      classes.map((at) => ({
        name: name(key, at),
        lower: 0,
        upper: Math.max(0, Math.min(quantity, caps[at] as number)),
      })),
    ),
    rows: [
      ...deals.map(({ key, quantity }) => {
        return { terms: classes.map((at): [number, string] => [1, name(key, at)]), lower: quantity, upper: quantity };
      }),
      ...sums.flatMap(({ keys, caps }) =>
        classes.map((at) => {
          const terms = keys.map((key): [number, string] => [1, name(key, at)]);
          return { terms, lower: 0, upper: Math.min(caps[at] as number, 1e9) };
        }),
      ),
    ],
  });
  if (!(solved instanceof Map)) return null;
  return new Map(deals.map(({ key }) => [key, classes.map((at) => solved.get(name(key, at)) as number)]));
}

/** 组内分配 (a single class takes everything): deals every quantity to the classes of the group within all caps; evenly where the caps allow. */
export function splitGroup(deals: Deal[], sums: DealSum[], size: number, solver: SolveIntegers): Map<string, number[]> {
  const dealt = inTurn(deals, size);
  if (size === 1) return dealt;
  const fits =
    deals.every(({ key, caps }) => within(dealt.get(key) as number[], caps)) &&
    sums.every(({ keys, caps }) => within(added(dealt, keys, size), caps));
  // a list whose place was given up may allow nothing: then evenly
  return fits ? dealt : (bySolver(deals, sums, size, solver) ?? dealt);
}
