import type { FiguresFile } from "../../domain/measure/figures.ts";
import { acceptedAbout } from "./demand.ts";

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

/** 需要多少大类: those known, and what the list of categories leaves room for, each at most its last. */
export function categoriesNeeded(file: FiguresFile, known: string[]): number {
  const accepted = acceptedAbout(file);
  const tops = file.topCategories ?? [];
  if (tops.length === 0) return known.length;
  const most = Math.max(
    behind(
      tops.map((row) => number(row.count)),
      accepted,
    ),
    behind(
      tops.map((row) => number(row.share)),
      100,
    ),
  );
  return Math.max(known.length, most + 1);
}

/** 需要多少小类: what the lists print is the most that an unprinted class may have, so each category needs so many of them. */
export function fillersNeeded(
  file: FiguresFile,
  canonical: (name: string) => string,
  categories: string[],
  known: { name: string; category: string; named: boolean }[],
): Ask[] {
  const accepted = acceptedAbout(file);
  const tops = file.topCategories ?? [];
  const subs = (file.topSubcategories ?? []).map((row) => ({
    name: canonical(row.subcategory as string),
    count: number(row.count),
  }));
  // the last place is no more than the last that tells
  const lastSub = subs.findLast(({ count }) => count !== null)?.count ?? null;
  const each = Math.max(2, Math.ceil(classesBehindLists(file) / Math.max(categories.length, 1)) + 1);
  const room = (name: string): number => {
    const at = tops.findIndex((row) => row.category === name);
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
    // of a very short last place a class that is configured before it may have one less
    const behindLast = lastSub === null ? null : Math.max(1, lastSub - 1);
    return Math.max(each, needed(most - inside, behindLast) + 1);
  };
  // of those half are mapped to indicators: either half must do alone
  const halves = file.civilizedCity ? 2 : 1;
  return categories.map((category) => ({ category, unnamed: halves * room(category) }));
}
