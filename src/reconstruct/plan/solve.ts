import type { SolveIntegers } from "../../domain/integer/problem.ts";
import type { Outcome } from "./linear.ts";
import type { Model, Row } from "./model.ts";
import { type Active, propagate } from "./propagate.ts";
import { solveAsIs } from "./settle.ts";

/** A natural value: near it if possible, else at least of its order. */
interface Wish {
  name: string;
  hint: number;
  near: boolean;
}

const wishRow = ({ name, hint, near }: Wish): Row => {
  const [lower, upper] = near ? [Math.floor(hint * 0.8), Math.ceil(hint * 1.25)] : [0, 10 * hint + 1000];
  return { leaf: null, terms: [[1, name]], lower, upper, says: "" };
};

/** Adds wishes as long as simple arithmetic allows them: all at once, else half by half. */
function withWishes(model: Model, wishes: Wish[], active: Active): Model {
  if (wishes.length === 0) return model;
  const wished = { ...model, rows: [...model.rows, ...wishes.map(wishRow)] };
  if (!propagate(wished, active).clash) return wished;
  const [first] = wishes;
  if (wishes.length === 1) return first!.near ? withWishes(model, [{ ...first!, near: false }], active) : model;
  const half = Math.ceil(wishes.length / 2);
  return withWishes(withWishes(model, wishes.slice(0, half), active), wishes.slice(half), active);
}

/**
 * 求解: exact whole numbers for the relations that are active, `natural` where they allow it, or the leaves that clash.
 */
export function solveModel(model: Model, active: Active, solver: SolveIntegers, natural = false): Outcome {
  if (!natural) return solveAsIs(model, active, solver);
  let wishes = [...model.hints].map(([name, hint]): Wish => ({ name, hint, near: true }));
  for (;;) {
    const wished = propagate(model, active).clash ? model : withWishes(model, wishes, active);
    const outcome = solveAsIs(wished, active, solver);
    if (wished === model || "values" in outcome) return outcome;
    const against = outcome.clash.variables;
    const tooMuch = ({ name }: Wish) => against?.includes(name) ?? true;
    if (!wishes.some(tooMuch)) return solveAsIs(model, active, solver);
    wishes = wishes.flatMap((wish) => (!tooMuch(wish) ? [wish] : wish.near ? [{ ...wish, near: false }] : []));
  }
}
