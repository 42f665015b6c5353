import type { SolveIntegers } from "../../domain/integer/problem.ts";
import type { FiguresFile } from "../../domain/measure/figures.ts";
import type { Rulebook } from "../../domain/rule/rulebook.ts";
import { attempts, type Prepared, prepared } from "./attempt.ts";
import type { Conflict } from "./conflicts.ts";
import { type Effort, isSpent } from "./effort.ts";
import { leavesOf } from "./month.ts";
import { naming } from "./naming.ts";

/** Leaves that hang on which class or category a place of a list is. */
const ON_NAMES =
  /^(topCategories|topSubcategories|districtsTop3|unitsTop3|civilizedCity|handling\.\w+Hot)\b|dissatisfiedTop/;

/** So many namings are tried, as long as effort is left. */
const MOST_NAMINGS = 200;
/** Filling in all names is about as much work as so many steps of the solver. */
const NAMING_STEPS = 50;

/** 换名: the first other naming under which all leaves hold but those `given` up; null where none is found. */
export function otherNaming(
  stated: FiguresFile,
  book: Rulebook,
  solver: SolveIntegers,
  given: Set<string>,
  effort: Effort,
): Prepared | null {
  const tried = new Set<string>();
  for (let nth = 0; nth < MOST_NAMINGS && !isSpent(effort); nth++) {
    effort.left -= NAMING_STEPS;
    const of = prepared(stated, book, naming(nth), effort);
    const names = JSON.stringify([of.file, of.world.subcategories]);
    if (tried.has(names)) continue;
    tried.add(names);
    const leaves = leavesOf(of.model).filter((leaf) => !given.has(leaf));
    if (nth > 0 && !("clash" in attempts(of, solver)(leaves, true))) return of;
  }
  return null;
}

/** 牵涉名称的矛盾, which another naming may do away with. */
export const isOnNames = (conflict: Conflict): boolean => conflict.leaves.some((leaf) => ON_NAMES.test(leaf));
