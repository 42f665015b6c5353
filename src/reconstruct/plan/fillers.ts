import type { FiguresFile } from "../../domain/measure/figures.ts";
import { listed } from "./mentioned.ts";

/** How many unprinted subcategories a category needs. */
export interface Ask {
  category: string;
  unnamed: number;
}

const number = (value: number | null | undefined) => (typeof value === "number" ? value : null);
const needed = (rest: number, each: number | null) => (each && each > 0 && rest > 0 ? Math.ceil(rest / each) : 0);

/** How many classes a list of shares or counts leaves room for: what it does not print, each at most the last. */
function behind(values: (number | null)[], whole: number | null): number {
  if (whole === null || values.includes(null)) return 0;
  const sum = (values as number[]).reduce((total, value) => total + value, 0);
  return values.length + needed(whole - sum, values.at(-1) ?? null);
}

function classesBehindLists(file: FiguresFile): number {
  const shares = [...(file.districtsTop3 ?? []), ...(file.unitsTop3 ?? [])]
    .map((row) => (row.top ?? []).map((one) => number(one.share)))
    .filter((row) => row.length >= 3)
    .map((row) => behind(row, 100));
  const bad = (file.followUp?.dissatisfiedTop ?? []).map((row) => number(row.count));
  const unhappy = number(file.followUp?.dissatisfied) ?? number(file.appendix1?.total?.dissatisfied);
  return Math.max(0, ...shares, bad.length >= 5 ? behind(bad, unhappy) : 0);
}

/**
 * 需要多少类别: a month of this size, with what its lists print as the most that an unprinted class may have, needs so many
 * categories and in each of them so many unprinted subcategories.
 */
export function fillersNeeded(
  file: FiguresFile,
  canonical: (name: string) => string,
  categories: string[],
  known: { name: string; category: string; named: boolean }[],
) {
  const accepted = number(file.requests?.accepted) ?? number(file.handling?.accepted);
  const tops = file.topCategories ?? [];
  const subs = (file.topSubcategories ?? []).map((row, at) => ({
    name: canonical(listed("topSubcategories", at, row.subcategory)),
    count: number(row.count),
  }));
  const lastSub = subs.length >= 10 ? (subs.at(-1)?.count ?? null) : null;
  const counts = tops.map((row) => number(row.count));
  const share = tops.map((row) => number(row.share));
  const more = tops.length < 5 ? 0 : Math.max(behind(counts, accepted), behind(share, 100)) + 1;
  const names = new Set(tops.map((row, at) => listed("topCategories", at, row.category)));
  const printed = [...names].filter((name) => !categories.includes(name)).length;
  const each = Math.max(2, Math.ceil(classesBehindLists(file) / Math.max(categories.length, more, 1)) + 1);
  const room = (name: string): number => {
    const at = tops.findIndex((row, index) => listed("topCategories", index, row.category) === name);
    const row = tops[at] ?? tops.at(-1);
    const portion = number(row?.share);
    const most = number(row?.count) ?? (portion && accepted ? Math.ceil((portion * accepted) / 100) : null);
    if (most === null) return each;
    const inside =
      at < 0
        ? 0
        : subs
            .filter((sub) => known.some((one) => one.name === sub.name && one.category === name))
            .reduce((sum, sub) => sum + (sub.count ?? 0), 0);
    return Math.max(each, needed(most - inside, lastSub) + 1);
  };
  const invented = Array.from(
    { length: Math.max(0, more + printed - categories.length) },
    (_, at) => `其他类别${at + 1}`,
  );
  const asks = [...categories, ...invented].map((category) => ({ category, unnamed: room(category) }));
  return { asks, categories: categories.length + invented.length };
}
