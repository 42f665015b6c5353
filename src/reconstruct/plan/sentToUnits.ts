import type { FiguresFile } from "../../domain/measure/figures.ts";
import type { ClassNumbers } from "./byClass.ts";
import { unitAt } from "./cast.ts";
import { OTHERS, ofUnit } from "./dispatched.ts";
import { followed } from "./followUps.ts";
import { fill, share } from "./share.ts";
import type { World } from "./world.ts";

export type Cells = { unit: string; category: string; count: number }[];

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

/** What a unit beside the five largest may have at most. */
function capOf(world: World, file: FiguresFile, values: Map<string, number>) {
  const five = file.unitsTop3 ?? [];
  const last = five.length > 0 ? world.unitOf(unitAt(file, five.length - 1)) : null;
  const most = last ? (values.get(ofUnit(last.code)) ?? 0) : Number.POSITIVE_INFINITY;
  return (unit: World["units"][number]) =>
    unit.apart || !last ? Number.POSITIVE_INFINITY : most - (unit.order < last.order ? 1 : 0);
}

/** 派发到单位: the printed units as solved; all others share the rest in proportion to what they were followed up on. */
export function sentToUnits(
  world: World,
  file: FiguresFile,
  values: Map<string, number>,
  classes: ClassNumbers[],
): Cells {
  const shown = [...(classes[0]?.sent.keys() ?? [])].filter((unit) => unit !== OTHERS);
  const printed = classes.flatMap(({ subcategory, sent }) =>
    shown.map((unit) => ({ unit, category: subcategory.code, count: sent.get(unit) ?? 0 })),
  );
  const rest = classes.map(({ sent }) => sent.get(OTHERS) ?? 0);
  const others = world.units.filter((unit) => !shown.includes(unit.code));
  const weights = others.map((unit) => values.get(followed("followUps", unit.code)) ?? 0);
  const cap = capOf(world, file, values);
  const matrix = sum(rest) === 0 ? [] : fill(share(sum(rest), weights, others.map(cap)), rest);
  const spread = matrix.flatMap((row, at) =>
    row.map((count, index) => ({
      unit: others[at]?.code as string,
      category: classes[index]?.subcategory.code as string,
      count,
    })),
  );
  return [...printed, ...spread].filter(({ count }) => count > 0);
}
