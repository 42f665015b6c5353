import type { Model, RatioLink, Row, StepLink } from "./model.ts";
import type { Active } from "./propagate.ts";

/** 关系（按位置）: what propagation works on: places instead of names. */
export interface RowAt {
  kind: "row";
  says: string;
  leaf: string | null;
  at: Int32Array;
  by: Float64Array;
  lower: number;
  upper: number;
}
export interface RatioAt {
  kind: "ratio";
  says: string;
  leaf: string | null;
  /** numerator, denominator, rate */
  at: Int32Array;
}
export interface StepAt {
  kind: "step";
  says: string;
  leaf: null;
  /** from, to */
  at: Int32Array;
  points: (value: number) => number;
}
export type RelationAt = RowAt | RatioAt | StepAt;

type Places = Map<string, number>;
const places = new WeakMap<Model["bounds"], Places>();
const compiled = new WeakMap<Row | RatioLink | StepLink, RelationAt>();

/** 变量的位置: in the order of their declaration; the same for every model that shares them. */
export function placesOf({ bounds }: Model): Places {
  const known = places.get(bounds);
  if (known?.size === bounds.size) return known;
  const found = new Map([...bounds.keys()].map((name, at) => [name, at]));
  places.set(bounds, found);
  return found;
}

const positions = (names: string[], of: Places) => Int32Array.from(names, (name) => of.get(name) as number);

function cached<R extends Row | RatioLink | StepLink>(relation: R, make: () => RelationAt): RelationAt {
  const known = compiled.get(relation) ?? make();
  compiled.set(relation, known);
  return known;
}

const rowAt = (row: Row, of: Places): RowAt => ({
  kind: "row",
  says: row.says,
  leaf: row.leaf,
  at: positions(
    row.terms.map(([, name]) => name),
    of,
  ),
  by: Float64Array.from(row.terms, ([c]) => c),
  lower: row.lower,
  upper: row.upper,
});

/** 生效的关系 of a model, by position. */
export function relationsOf(model: Model, active: Active): RelationAt[] {
  const of = placesOf(model);
  return [
    ...model.rows.filter(active).map((row) => cached(row, () => rowAt(row, of))),
    ...model.ratios.filter(active).map((link) =>
      cached(link, () => {
        const at = positions([link.numerator, link.denominator, link.rate], of);
        return { kind: "ratio", says: link.says, leaf: link.leaf, at };
      }),
    ),
    ...model.steps
      .filter(({ block }) => active({ leaf: null, block }))
      .map((link) =>
        cached(link, () => {
          const { says, points } = link;
          return { kind: "step", says, leaf: null, at: positions([link.from, link.to], of), points };
        }),
      ),
  ];
}
