import type { FiguresFile } from "../../domain/measure/figures.ts";
import { appendix2Rows } from "./appendix2.ts";
import { beforeRows } from "./before.ts";
import { callRows } from "./calls.ts";
import { countyRows } from "./counties.ts";
import { dispatchedRows } from "./dispatched.ts";
import type { Effort } from "./effort.ts";
import { followUpRows } from "./followUps.ts";
import { type Model, newModel } from "./model.ts";
import type { Active } from "./propagate.ts";
import { requestRows } from "./requests.ts";
import { smallTableRows } from "./smallTables.ts";
import type { World } from "./world.ts";

/** 各部分: every table of the month as relations; a part's structure counts where some leaf of it does. */
const BLOCKS: [name: string, rows: (model: Model, world: World, file: FiguresFile) => void][] = [
  ["calls", (model, world, file) => callRows(model, file, world.within15sOf)],
  ["requests", requestRows],
  ["dispatched", dispatchedRows],
  ["followUps", followUpRows],
  ["counties", countyRows],
  ["appendix2", appendix2Rows],
  ["smallTables", smallTableRows],
  ["before", (model, _, file) => beforeRows(model, file)],
];

/** 当月模型: all that the file states of the month itself (what it says of the month before is `before.ts`). */
export function monthModel(world: World, file: FiguresFile, effort: Effort): Model {
  const model = newModel(effort);
  for (const [block, rows] of BLOCKS) {
    const lists = [model.rows, model.ratios, model.steps];
    const from = lists.map((list) => list.length);
    rows(model, world, file);
    lists.forEach((list, at) => {
      for (const relation of list.slice(from[at])) relation.block = block;
    });
  }
  return model;
}

export const leavesOf = (model: Model): string[] => [
  ...new Set([...model.rows, ...model.ratios].flatMap(({ leaf }) => (leaf === null ? [] : [leaf]))),
];

/**
 * 只取这些叶子: their own relations, and the structure of every part that has one of them; with `whole` that of all parts.
 */
export function onlyLeaves(model: Model): (leaves: string[], whole: boolean) => Active {
  const blocks = new Map<string, Set<string>>();
  for (const { leaf, block } of [...model.rows, ...model.ratios])
    if (leaf !== null && block) blocks.set(leaf, (blocks.get(leaf) ?? new Set()).add(block));
  return (leaves, whole) => {
    const own = new Set(leaves);
    const touched = new Set(leaves.flatMap((leaf) => [...(blocks.get(leaf) ?? [])]));
    return ({ leaf, block }) => (leaf === null ? whole || !block || touched.has(block) : own.has(leaf));
  };
}
