import { describe, expect, test } from "vitest";
import { assemble, inForce } from "../src/domain/rule/inForce.ts";
import type { RuleKind, RuleRow } from "../src/domain/rule/rulebook.ts";
import { books, booksFor } from "./books.ts";

const rowsFor = (platform: string) => booksFor(platform).flatMap((book) => book.rows);
const ofKind = <K extends RuleKind>(rows: RuleRow[], kind: K) =>
  rows.filter((row) => row.kind === kind) as RuleRow<K>[];
const keys = (rows: RuleRow[], kind: RuleKind) => new Set(ofKind(rows, kind).map((row) => row.key));
const repeated = <T>(values: T[]) => values.filter((value, at) => values.indexOf(value) !== at);

describe("规则书目录", () => {
  test("有自己的书就不用通用的；没有的用全国和通用", () => {
    expect(booksFor("湘潭市").map((book) => book.id)).toEqual(["national", "hunan", "xiangtan"]);
    expect(booksFor("某市").map((book) => book.id)).toEqual(["national", "default"]);
  });

  test.each(books.map((book) => [book.id, book.rows] as const))("%s：每行有出处，同一天同一键只有一行", (_, rows) => {
    expect(rows.filter((row) => row.source.trim() === "")).toEqual([]);
    expect(repeated(rows.map((row) => `${row.kind} ${row.key} ${row.from}`))).toEqual([]);
    expect(rows.filter((row) => row.until !== null && row.until <= row.from)).toEqual([]);
  });
});

describe.each(["湘潭市", "某市"])("%s 的规则", (platform) => {
  const rows = rowsFor(platform);
  const tree = ofKind(rows, "category");

  test("类名不重复，小类都有上级，约十五乘八", () => {
    expect(repeated(tree.map((row) => row.value.name))).toEqual([]);
    expect(repeated(tree.map((row) => row.value.order))).toEqual([]);
    const parents = new Set(tree.filter((row) => row.value.parent === null).map((row) => row.key));
    const subcategories = tree.filter((row) => row.value.parent !== null);
    expect(subcategories.filter((row) => !parents.has(row.value.parent ?? ""))).toEqual([]);
    expect(parents.size).toBeGreaterThanOrEqual(15);
    expect(subcategories.length).toBeGreaterThanOrEqual(120);
  });

  test("文明创建、涉企诉求、派单目录、别名、地区所指的都存在", () => {
    const [codes, units] = [keys(rows, "category"), keys(rows, "unit")];
    const names = new Set(tree.map((row) => row.value.name));
    expect([...keys(rows, "civilized")].filter((code) => !codes.has(code))).toEqual([]);
    expect([...keys(rows, "business")].filter((code) => !codes.has(code))).toEqual([]);
    expect(ofKind(rows, "alias").filter((row) => !names.has(row.value.of))).toEqual([]);
    const directed = ofKind(rows, "directory");
    expect(directed.filter((row) => !units.has(row.value.unit) || !codes.has(row.key.split("@")[0] ?? ""))).toEqual([]);
    const placed = [...ofKind(rows, "place"), ...ofKind(rows, "county")].map((row) => row.value.unit);
    expect(placed.filter((unit) => unit !== undefined && !units.has(unit))).toEqual([]);
    const groups = keys(rows, "unitGroup");
    expect(ofKind(rows, "unit").filter((row) => !groups.has(row.value.group))).toEqual([]);
  });

  test("月报需要的规则都在", () => {
    const book = assemble([rows]);
    const wanted: [RuleKind, string][] = [
      ["satisfaction", "satisfactionRate"],
      ["answerWithin", "answeredWithin15s"],
      ["threshold", "largeShare"],
      ["limit", "returnRequest"],
      ["limit", "resolve"],
      ["followUpMode", "mode"],
      ["scorecard", "countyComposite"],
      ["report", "monthly"],
      ["wording", "nextSteps"],
    ];
    expect(wanted.filter(([kind, key]) => inForce(book, kind, key, "2022-11-01") === null)).toEqual([]);
  });

  test("评分表各部分满分一百、权重合计一百", () => {
    const [card] = ofKind(rows, "scorecard");
    const full = card?.value.components.map((part) => part.items.reduce((sum, item) => sum + item.points, 0));
    expect(full).toEqual([10000, 10000, 10000]);
    expect(card?.value.components.reduce((sum, part) => sum + part.weight, 0)).toBe(10000);
  });
});

describe("湘潭市", () => {
  const book = assemble([rowsFor("湘潭市")]);

  test("满意率口径 2022 年 11 月 1 日变更，此前为假定", () => {
    const on = (date: string) => inForce(book, "satisfaction", "satisfactionRate", date);
    expect(on("2022-10-31")).toMatchObject({
      assumption: true,
      value: { numerator: ["satisfied", "neutral", "noResponse"] },
    });
    expect(on("2022-11-01")).toMatchObject({
      assumption: false,
      value: { numerator: ["satisfied"], authority: "市政府领导指示" },
    });
  });

  test("53 家单位分三组", () => {
    const units = book.rows.unit ?? [];
    const size = (group: string) => units.filter((row) => row.value.group === group).length;
    expect([size("district"), size("department"), size("enterprise")]).toEqual([8, 32, 13]);
  });

  test("违章建筑先由资规局、后由城管局承办", () => {
    const unitOn = (date: string) => inForce(book, "directory", "0603", date)?.value.unit;
    const named = (name: string) => book.rows.unit?.find((row) => row.value.name === name)?.key;
    expect([unitOn("2022-10-14"), unitOn("2022-11-30")]).toEqual([named("市资规局"), named("市城管局")]);
  });
});
