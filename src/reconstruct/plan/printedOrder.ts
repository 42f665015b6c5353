import type { FiguresFile } from "../../domain/measure/figures.ts";
import type { CastUnit } from "./cast.ts";

/** Pairs of neighbours in print of which the first may be ahead only by its configured order. */
function printedPairs(file: FiguresFile, codeOf: (name: string) => string): [string, string][] {
  const five = (file.unitsTop3 ?? []).map((row) => ({ code: codeOf(row.unit as string), size: undefined }));
  const groups = (file.appendix1?.groups ?? []).map((group) =>
    (group.rows ?? []).map((row) => ({ code: codeOf(row.unit as string), size: row.validOrders ?? row.followUps })),
  );
  return [five, ...groups].flatMap((rows) =>
    rows.slice(1).flatMap((row, at): [string, string][] => {
      const before = rows[at] as (typeof rows)[number];
      const apart = row.size !== undefined && before.size !== undefined && row.size !== before.size;
      return apart ? [] : [[before.code, row.code]];
    }),
  );
}

/**
 * Lists are printed in descending order, ties in configured order: units are configured so that what is printed can be so;
 * the five with most orders before all others, else as the rulebook has them.
 */
export function keepPrintedOrder(units: CastUnit[], file: FiguresFile, codeOf: (name: string) => string) {
  const five = new Set((file.unitsTop3 ?? []).map((row) => codeOf(row.unit as string)));
  const pairs = printedPairs(file, codeOf);
  const orders = units.map((one) => one.order).sort((a, b) => a - b);
  const left = units.toSorted((a, b) => Number(five.has(b.code)) - Number(five.has(a.code)) || a.order - b.order);
  for (const order of orders) {
    const waits = (one: CastUnit) =>
      pairs.some(
        ([first, second]) => second === one.code && first !== one.code && left.some((other) => other.code === first),
      );
    const next = left.find((one) => !waits(one)) ?? (left[0] as CastUnit);
    left.splice(left.indexOf(next), 1);
    next.order = order;
  }
}
