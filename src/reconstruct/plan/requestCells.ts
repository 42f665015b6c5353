import type { RequestCounts } from "../../domain/measure/counts.ts";
import { fill, share } from "./share.ts";

/** One subcategory's requests of a month, by outcome, and how many of them belong to the hot event. */
export interface ClassRequests {
  category: string;
  firstContact: number;
  dispatched: number;
  pending: number;
  hot: number;
}

/** How readily a type of request goes to a unit, against being answered at once; types not named here stand between. */
const READINESS: Record<string, number> = { 投诉: 6, 举报: 6, 求助: 4, 建议: 3, 其他: 1, 表扬: 1, 咨询: 1, 无效: 0 };

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
const OUTCOMES = ["dispatched", "pending", "firstContact"] as const;

/** Types by outcome: the units get complaints sooner than inquiries, within what each type has. */
function typesByOutcome(types: { name: string; count: number }[], totals: Record<(typeof OUTCOMES)[number], number>) {
  let left = types.map(({ count }) => count);
  return OUTCOMES.map((outcome) => {
    const ready = left.map((count, at) => count * (READINESS[types[at]?.name as string] ?? 2));
    const weights = outcome === "firstContact" ? left : ready;
    const parts = share(totals[outcome], weights, left);
    left = left.map((count, at) => count - (parts[at] as number));
    return parts;
  });
}

/** 诉求逐格: requests by (subcategory, type, outcome) with these totals of classes, outcomes and types. */
export function requestCells(
  classes: ClassRequests[],
  types: { name: string; count: number }[],
): (RequestCounts & { hot: number })[] {
  const totals = { dispatched: 0, pending: 0, firstContact: 0 };
  for (const outcome of OUTCOMES) totals[outcome] = sum(classes.map((one) => one[outcome]));
  const hotLeft = classes.map(({ hot }) => hot);
  const matrices = typesByOutcome(types, totals).map((parts, at) => {
    const columns = classes.map((one) => one[OUTCOMES[at] as (typeof OUTCOMES)[number]]);
    return sum(columns) === 0 ? [] : fill(parts, columns);
  });
  return matrices.flatMap((matrix, outcomeAt) =>
    matrix.flatMap((row, typeAt) =>
      row.flatMap((count, at) => {
        if (count === 0) return [];
        const hot = Math.min(count, hotLeft[at] as number);
        hotLeft[at] = (hotLeft[at] as number) - hot;
        const outcome = OUTCOMES[outcomeAt] as RequestCounts["outcome"];
        return [
          { category: classes[at]?.category as string, type: types[typeAt]?.name as string, outcome, count, hot },
        ];
      }),
    ),
  );
}
