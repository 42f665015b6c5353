import { describe, expect, it } from "vitest";
import { assumed, since } from "../../../rulebook/row.ts";
import { assemble } from "../rule/inForce.ts";
import type { RuleRow } from "../rule/rulebook.ts";
import { initialsOf } from "./initials.ts";
import { placesNamed, subcategoriesNamed } from "./named.ts";
import { findNamed } from "./typeAhead.ts";

const SOURCE = "测试用虚构城市";
const levels = ["district", "street", "community"] as const;
const place = (key: string, name: string, parent: string | null, aliases?: string[], level = 0) =>
  assumed("place", key, { name, parent, order: 1, level: levels[level]!, ...(aliases ? { aliases } : {}) }, SOURCE);
const category = (key: string, name: string, parent: string | null) =>
  assumed("category", key, { name, parent, order: 1 }, SOURCE);
const retired = (row: RuleRow<"place">, from: string, successor: string) =>
  since({ ...row, value: { ...row.value, retired: { successor } } }, from);

const ridge = place("e1a", "桂花岗社区", "e1", undefined, 2);
const rulebook = assemble([
  [
    place("e", "东屏区", null, ["东屏新区"]),
    place("e1", "望榆街道", "e", undefined, 1),
    ridge,
    retired(ridge, "2025-03-01", "e1b"),
    place("e1b", "桂影社区", "e1", undefined, 2),
    place("w", "长单县", null),
    category("h", "住房", null),
    category("h1", "物业管理", "h"),
    category("h2", "违法建设", "h"),
    assumed("alias", "私搭乱建", { of: "违法建设" }, SOURCE),
  ],
]);
const places = (on = "2026-01-01") => placesNamed(rulebook, on);
const found = (typed: string, most = 10) => findNamed(places(), typed, most).map(({ name }) => name);

describe("边打边找", () => {
  it("拼音首字母：常用字一个，多音字几个，字母数字是自己，别的没有", () => {
    expect([..."桂花街道物业榆"].map(initialsOf).join("")).toBe("ghjdwyy");
    expect(initialsOf("长")).toBe("cz");
    expect(["a", "7", "，", "あ"].map(initialsOf)).toEqual(["a", "7", "", ""]);
  });

  it("名称的任何一段、首字母、首字母和字混着打都找得到；全角和大写也一样", () => {
    for (const typed of ["桂影", "影社区", "gysq", "gy", "桂y", "ＧＹ", "GY"])
      expect(found(typed)).toContain("桂影社区");
    expect(found("cdx")).toEqual(["长单县"]);
    expect(found("zsx")).toEqual(["长单县"]);
    expect(found("没有的地方")).toEqual([]);
    expect(found("  ")).toEqual([]);
  });

  it("停用的地区按原名找得到接替的，说明何时停用；停用之前还是它自己", () => {
    expect(findNamed(places(), "桂花岗", 5)).toEqual([
      { key: "e1b", name: "桂影社区", within: ["东屏区", "望榆街道"], said: "原桂花岗社区，2025年3月起停用" },
    ]);
    expect(findNamed(places("2025-02-28"), "桂花岗", 5).map(({ key }) => key)).toEqual(["e1a"]);
    expect(findNamed(places(), "东屏新区", 1)[0]).toMatchObject({ key: "e", said: "又称东屏新区" });
  });

  it("区、街道、社区一层层找：名称对上的在前，它下面的在后；几个词都要对上", () => {
    expect(found("东屏")).toEqual(["东屏区", "望榆街道", "桂影社区"]);
    expect(found("dp gy")).toEqual(["桂影社区"]);
    expect(found("长单 gy")).toEqual([]);
    expect(found("东屏", 2)).toHaveLength(2);
  });

  it("小类按名称、别名、大类找", () => {
    const all = subcategoriesNamed(rulebook, "2026-01-01");
    expect(findNamed(all, "wfjs", 5).map(({ key }) => key)).toEqual(["h2"]);
    expect(findNamed(all, "乱建", 5)).toEqual([
      { key: "h2", name: "违法建设", within: ["住房"], said: "又称私搭乱建" },
    ]);
    expect(findNamed(all, "住房", 5).map(({ key }) => key)).toEqual(["h1", "h2"]);
  });
});
