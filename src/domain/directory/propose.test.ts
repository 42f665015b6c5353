import { expect, it } from "vitest";
import type { Rulebook, RuleRow } from "../rule/rulebook.ts";
import { districtOf, streetOf } from "./area.ts";
import { proposedUnit, unitOfPlace } from "./propose.ts";

const place = (key: string, parent: string | null, unit?: string): RuleRow<"place"> => ({
  kind: "place",
  key,
  from: "2022-01-01",
  until: null,
  value: { name: key, parent, order: 1, level: parent === null ? "district" : "street", ...(unit ? { unit } : {}) },
  source: "测试",
  assumption: true,
});
const book: Rulebook = {
  rows: { place: [place("东", null, "east"), place("东街", "东"), place("东街一", "东街"), place("西", null)] },
};
const on = "2022-10-10";
const isUnit = (unit: string) => unit !== "gone";
const precedent = (unit: string, orders: number, returned = 0) => ({ unit, orders, returned });

it("先看目录，再看先例，再看属地；都没有就不建议", () => {
  const precedents = [precedent("a", 3), precedent("b", 9, 1)];
  expect(proposedUnit({ directory: "d", precedents, place: "east" }, isUnit)).toEqual({
    unit: "d",
    ground: "directory",
  });
  expect(proposedUnit({ directory: null, precedents, place: "east" }, isUnit)).toEqual({
    unit: "b",
    ground: "precedent",
  });
  expect(proposedUnit({ directory: null, precedents: [], place: "east" }, isUnit)).toEqual({
    unit: "east",
    ground: "place",
  });
  expect(proposedUnit({ directory: null, precedents: [], place: null }, isUnit)).toBeNull();
});

it("退掉的不算先例；停用的单位不建议", () => {
  const returned = [precedent("a", 5, 5)];
  expect(proposedUnit({ directory: null, precedents: returned, place: null }, isUnit)).toBeNull();
  const gone = [precedent("gone", 8), precedent("a", 1)];
  expect(proposedUnit({ directory: "gone", precedents: gone, place: null }, isUnit)).toEqual({
    unit: "a",
    ground: "precedent",
  });
});

it("街道的事属于它的区", () => {
  expect(unitOfPlace(book, "东街一", on)).toBe("east");
  expect(unitOfPlace(book, "西", on)).toBeNull();
});

it("一片地方：同一区是整个区；同一街道是街道和它的社区，整个区的只看区本身；书里没有的是它自己", () => {
  expect(districtOf(book, "东街一", on)).toEqual({ top: "东", places: ["东", "东街", "东街一"] });
  expect(districtOf(book, null, on)).toBeNull();
  const street = { top: "东街", places: ["东街", "东街一"] };
  expect([streetOf(book, "东街一", on), streetOf(book, "东街", on)]).toEqual([street, street]);
  expect(streetOf(book, "东", on)).toEqual({ top: "东", places: ["东"] });
  expect([districtOf(book, "无", on), streetOf(book, "无", on)]).toEqual([
    { top: "无", places: ["无"] },
    { top: "无", places: ["无"] },
  ]);
});
