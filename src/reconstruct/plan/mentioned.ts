import type { FiguresFile } from "../../domain/measure/figures.ts";
import { type Descending, likeliest, neighbours, rangeOf } from "./configured.ts";

const printed = <R>(
  rows: R[] | undefined,
  nameOf: (row: R) => string,
  numberOf: (row: R) => number | null | undefined,
): Descending => ({ names: (rows ?? []).map(nameOf), ranges: (rows ?? []).map((row) => rangeOf(numberOf(row), 1)) });

/** The same for shares, which say little of where two are equal. */
const shares: typeof printed = (rows, nameOf, numberOf) => ({
  names: (rows ?? []).map(nameOf),
  ranges: (rows ?? []).map((row) => rangeOf(numberOf(row), 0)),
});

/** 两张热点表: each topic under the category that the table gives. */
const hotPairs = (file: FiguresFile) => [
  ...(file.handling?.firstContactHot ?? []).map((row) => ({
    category: row.category as string,
    topics: (row.topics ?? []) as string[],
  })),
  ...(file.handling?.dispatchedHot ?? []).map((row) => ({
    category: row.category as string,
    topics: [row.topic as string],
  })),
];

/** Of a list's last place and a class printed only elsewhere, the former may be ahead by its configured order. */
const cutOff = ({ names, ranges }: Descending, all: string[]): [string, string][] =>
  names.length === 0 || (ranges.at(-1)?.least ?? 0) > 20
    ? []
    : all.filter((name) => !names.includes(name)).map((name) => [names.at(-1) as string, name]);

/** 文件提到的类别: categories, canonical subcategories, parents by the hot tables, and in which order they must be configured. */
export function mentionedIn(file: FiguresFile, canonical: (name: string) => string) {
  const hot = hotPairs(file);
  const same = (name: string | undefined) => canonical(name as string);
  const tops = printed(
    file.topCategories,
    (row) => row.category as string,
    (row) => row.count,
  );
  const subs = printed(
    file.topSubcategories,
    (row) => same(row.subcategory),
    (row) => row.count,
  );
  const bad = printed(
    file.followUp?.dissatisfiedTop,
    (row) => same(row.topic),
    (row) => row.count,
  );
  const panels = [...(file.districtsTop3 ?? []), ...(file.unitsTop3 ?? [])].map(({ top }) =>
    shares(
      top,
      (row) => same(row.topic),
      (row) => row.share,
    ),
  );
  const within = hot.map(({ topics }) => printed(topics, same, () => null));
  const tables = [file.handling?.firstContactHot, file.handling?.dispatchedHot].map((rows) =>
    printed(
      rows as { category: string }[] | undefined,
      (row) => row.category,
      () => null,
    ),
  );
  const lists = [subs, bad, ...panels, ...within];
  const categories = [...new Set([...tops.names, ...hot.map(({ category }) => category)])];
  const subcategories = [...new Set(lists.flatMap(({ names }) => names))];
  return {
    categories,
    subcategories,
    parents: new Map(hot.flatMap(({ category, topics }) => topics.map((name) => [same(name), category] as const))),
    sure: [tops, ...lists].flatMap((list) => neighbours(list).sure),
    perhaps: [
      ...likeliest([tops, ...tables, ...lists]),
      ...lists.slice(0, -within.length || undefined).flatMap((list) => cutOff(list, subcategories)),
      ...[tops, ...tables].flatMap((list) => cutOff(list, categories)),
    ],
  };
}
