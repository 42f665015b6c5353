import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { april, may, rulebook } from "../../../test/world/yunling.ts";
import { CATALOGUE, entryOf, LISTS, pattern } from "./catalogue.ts";
import { compareFigures, describeDifference } from "./compare.ts";
import type { FiguresFile } from "./figures.ts";
import { monthFigures } from "./monthFigures.ts";
import { toFile } from "./toFile.ts";

const demo = JSON.parse(readFileSync("demo/2022-11.figures.json", "utf8")) as FiguresFile;
const ours = toFile(monthFigures({ counts: may, before: april, rulebook, platform: "云岭市", month: "2023-05" }));

/** every leaf of a file by path, nulls included */
function leaves(value: unknown, path = ""): [string, unknown][] {
  if (Array.isArray(value)) return value.flatMap((entry, at) => leaves(entry, `${path}[${at}]`));
  if (value === null || typeof value !== "object") return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path ? `${path}.${key}` : key));
}

function changed(path: string, to: unknown, file: FiguresFile = demo): FiguresFile {
  const copy = structuredClone(file);
  const keys = path.split(/[.[\]]+/).filter((key) => key !== "");
  const last = keys.pop() ?? "";
  const holder = keys.reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, copy);
  holder[last] = to;
  return copy;
}

const isCopied = (path: string) =>
  CATALOGUE.some((row) => !row.compared && (path === row.path || path.startsWith(`${row.path}.`)));
const compared = leaves(demo).filter(([path]) => !isCopied(path));

describe("指标目录", () => {
  test("演示文件与算出的文件的每个叶子都在目录里", () => {
    const all = [...leaves(demo), ...leaves(ours)].map(([path]) => path).filter((path) => !isCopied(path));
    expect(all.filter((path) => entryOf(path) === null)).toEqual([]);
  });

  test("目录里要核对的每一条都是算得出的", () => {
    const printed = new Set(leaves(ours).map(([path]) => pattern(path)));
    const wanted = CATALOGUE.filter((row) => row.compared).map((row) => row.path);
    expect(wanted.filter((path) => !printed.has(path) && path !== "followUp.channel")).toEqual([]);
  });

  test("路径不重复，每张清单都有核对方式", () => {
    const paths = CATALOGUE.map((row) => row.path);
    expect(new Set(paths).size).toBe(paths.length);
    const lists = paths.flatMap((path) => [...path.matchAll(/\[\]/g)].map((match) => path.slice(0, match.index)));
    expect(lists.filter((path) => !LISTS[path])).toEqual([]);
  });
});

describe("核对", () => {
  test("与自己相同", () => {
    expect(compareFigures(demo, demo)).toEqual([]);
    expect(compareFigures(ours, ours)).toEqual([]);
  });

  test("改动任何一个数或日期，恰好报出这一处", () => {
    const plain = compared.filter(([path]) =>
      ["count", "percent", "points", "change", "score", "order", "date"].includes(entryOf(path)?.kind ?? ""),
    );
    fc.assert(
      fc.property(fc.constantFrom(...plain), ([path, value]) => {
        const other = typeof value === "number" ? value + 0.01 : "2022-11-17";
        expect(compareFigures(demo, changed(path, other))).toEqual([{ path, published: value, computed: other }]);
      }),
      { numRuns: 200 },
    );
  });

  test("只核对发布的文件写了的", () => {
    expect(compareFigures({ calls: { offered: 1000 } }, ours)).toEqual([]);
    expect(compareFigures({ calls: { offered: 1001 } }, ours)).toEqual([
      { path: "calls.offered", published: 1001, computed: 1000 },
    ]);
    expect(compareFigures({ topCategories: [{ category: "出行" }] }, ours)).toEqual([]);
  });

  test("出处、说明、落款、截点、类名、推算说明不核对", () => {
    const copy = {
      ...demo,
      source: "别处",
      note: "x",
      issued: "2023-01-01",
      categories: { aliases: demo.categories?.aliases },
    };
    expect(compareFigures(copy, demo)).toEqual([]);
  });

  test("名称经别名相同即相同", () => {
    const alias = changed("topSubcategories[0].subcategory", "疫情防控");
    expect(compareFigures(demo, alias)).toEqual([]);
    expect(
      compareFigures({ topSubcategories: [{ subcategory: "甲" }] }, { topSubcategories: [{ subcategory: "乙" }] }),
    ).toHaveLength(1);
    expect(
      compareFigures(
        { topSubcategories: [{ subcategory: "甲" }] },
        { topSubcategories: [{ subcategory: "乙" }] },
        { 甲: "乙" },
      ),
    ).toEqual([]);
  });

  test("排名次序不同：报出各名次", () => {
    const [first, second, ...rest] = demo.topCategories ?? [];
    const swapped = { ...demo, topCategories: [second!, first!, ...rest] };
    expect(compareFigures(demo, swapped).map((one) => one.path)).toEqual(
      ["category", "count", "share"]
        .flatMap((key) => [`topCategories[0].${key}`])
        .concat(["category", "count", "share"].map((key) => `topCategories[1].${key}`)),
    );
  });

  test("配置次序的清单按名称核对，次序不同也报出", () => {
    const [one, two] = ours.districtsTop3 ?? [];
    const reversed = { districtsTop3: [two!, one!] };
    expect(compareFigures(reversed, ours).map((one) => one.path)).toEqual([
      "districtsTop3[0].place",
      "districtsTop3[1].place",
    ]);
    expect(compareFigures({ districtsTop3: [two!] }, ours)).toEqual([]);
  });

  test("没有的条目逐叶报出；附件1多出的行也报出", () => {
    const shorter = structuredClone(ours);
    shorter.appendix1?.groups?.[1]?.rows?.pop();
    const missing = compareFigures(ours, shorter);
    expect(missing).toContainEqual({ path: "appendix1.groups[1].rows[1].unit", published: "市交管局", computed: null });
    expect(compareFigures(shorter, ours)).toEqual([
      { path: "appendix1.groups[1].rows[1].unit", published: null, computed: "市交管局" },
    ]);
  });

  test("附件1无人评价印作 0.00% 而数据为空，视为相同；别处不是", () => {
    const path = "appendix1.groups[2].rows[0].satisfactionRate";
    expect(compareFigures(changed(path, 0, ours), ours)).toEqual([]);
    expect(compareFigures({ calls: { answerRate: 0 } }, { calls: { answerRate: null } })).toHaveLength(1);
  });

  test("目录不认识的叶子不会被当作相同", () => {
    const strange = { calls: { offered: 1000, busy: 3 } } as FiguresFile;
    expect(compareFigures(strange, ours)).toEqual([{ path: "calls.busy", published: 3, computed: null }]);
  });

  test("用中文说出不同", () => {
    expect(describeDifference({ path: "calls.offered", published: 3, computed: null })).toBe(
      "calls.offered：发布为3，计算为无",
    );
  });
});
