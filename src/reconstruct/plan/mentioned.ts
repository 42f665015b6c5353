import type { FiguresFile } from "../../domain/measure/figures.ts";

type Named = { name: string; parent: string | null };

/** 榜上无名的位置: a place of a list whose name the file does not give gets a name of its own. */
const placeholder = (list: string, at: number) => `${list}第${at + 1}项`;

const LISTS = {
  topCategories: "未列名大类",
  topSubcategories: "未列名小类",
  dissatisfiedTop: "未列名事项",
  shares: "未列名事项",
} as const;

/** 榜单上的名称: printed, or invented for that place. */
export function listed(list: keyof typeof LISTS, at: number, name: string | undefined): string {
  return name ?? placeholder(LISTS[list], at);
}

/** 热点表: both tables of hot topics, each topic under the category that the table gives; null where it gives none. */
const hotPairs = (file: FiguresFile) => [
  ...(file.handling?.firstContactHot ?? []).map((row) => ({
    category: row.category ?? null,
    topics: (row.topics ?? []) as string[],
  })),
  ...(file.handling?.dispatchedHot ?? []).map((row) => ({
    category: row.category ?? null,
    topics: row.topic ? [row.topic] : [],
  })),
];

function tiesIn(rows: { name: string; count?: number | null }[]): [string, string][] {
  return rows.slice(1).flatMap((row, at): [string, string][] => {
    const before = rows[at] as (typeof rows)[number];
    return typeof row.count === "number" && row.count === before.count ? [[before.name, row.name]] : [];
  });
}

/** 文件提到的类别: categories and canonical subcategories, with the parent where a table gives one, and printed ties. */
export function mentionedIn(file: FiguresFile, canonical: (name: string) => string) {
  const tops = (file.topCategories ?? []).map((row, at) => ({
    name: listed("topCategories", at, row.category),
    count: row.count,
  }));
  const subs = (file.topSubcategories ?? []).map((row, at) => ({
    name: canonical(listed("topSubcategories", at, row.subcategory)),
    count: row.count,
  }));
  const bad = (file.followUp?.dissatisfiedTop ?? []).map((row, at) => ({
    name: canonical(listed("dissatisfiedTop", at, row.topic)),
    count: row.count,
  }));
  const shared = [...(file.districtsTop3 ?? []), ...(file.unitsTop3 ?? [])].map((row) =>
    (row.top ?? []).map((one, at) => ({ name: canonical(listed("shares", at, one.topic)), count: one.share })),
  );
  const hot = hotPairs(file);
  const plain = (name: string): Named => ({ name, parent: null });
  return {
    categories: [...new Set([...tops.map(({ name }) => name), ...hot.flatMap((row) => row.category ?? [])])],
    subcategories: [
      ...hot.flatMap((row) => row.topics.map((name): Named => ({ name: canonical(name), parent: row.category }))),
      ...[...subs, ...bad, ...shared.flat()].map(({ name }) => plain(name)),
    ],
    ties: [tops, subs, bad, ...shared].flatMap(tiesIn),
  };
}
