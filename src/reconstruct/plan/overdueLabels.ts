import { firstDay } from "../../domain/calendar/month.ts";
import type { FiguresFile } from "../../domain/measure/figures.ts";
import type { RuleRow } from "../../domain/rule/rulebook.ts";
import { inPrintedOrder, neighbours, rangeOf } from "./configured.ts";
import { classBehind } from "./smallPlans.ts";
import type { World } from "./world.ts";

/** 并列的事项: topics of one unit that can't all have different counts keep the order in which they are printed. */
function tied(file: FiguresFile): string[][] {
  return (file.openOverdue?.byUnit ?? []).flatMap(({ count, topics }) => {
    const size = topics?.length ?? 0;
    return size > 1 && typeof count === "number" && count < (size * (size + 1)) / 2 ? [topics as string[]] : [];
  });
}

/** 标签次序: labels of overdue orders that are tied become printed names of the class that they stand under, in that order. */
export function labelRows(file: FiguresFile, world: World): RuleRow[] {
  const lists = tied(file);
  const own = (label: string) =>
    world.canonical(label) === label && !world.subcategories.some(({ name }) => name === label);
  const labels = [...new Set(lists.flat())];
  const pairs = lists.flatMap((names) => neighbours({ names, ranges: names.map(() => rangeOf(1, 1)) }).sure);
  return inPrintedOrder(labels, pairs)
    .filter(own)
    .map((key) => ({
      kind: "alias",
      key,
      from: firstDay(world.month),
      until: null,
      value: { of: classBehind(world, key).name, printedIn: ["openOverdue"] },
      source: "由月度数字文件推得",
      assumption: true,
    }));
}
