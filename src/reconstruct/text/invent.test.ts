import { expect, it } from "vitest";
import { requestTypes } from "../../../rulebook/default/requestTypes.ts";
import { rules } from "../../../test/world/city.ts";
import { assemble } from "../../domain/rule/inForce.ts";
import { inventMatter } from "./invent.ts";

const book = assemble([rules, requestTypes]);
const ON = "2022-10-10";

it("编出来的诉求：类型、小类、地区都在规则库里，同一个种子同一件，没有规则就没有", () => {
  const keys = (kind: "category" | "requestType" | "place") => (book.rows[kind] ?? []).map(({ key }) => key);
  const matters = Array.from({ length: 50 }, (_, seed) => inventMatter(book, ON, seed)!);
  for (const { type, category, place, text } of matters) {
    expect(keys("requestType")).toContain(type);
    expect(keys("category")).toContain(category);
    expect(keys("place")).toContain(place);
    expect(text.length).toBeGreaterThan(10);
  }
  expect(new Set(matters.map(({ text }) => text)).size).toBeGreaterThan(40);
  expect(inventMatter(book, ON, 7)).toEqual(matters[7]);
  expect(inventMatter(assemble([]), ON, 7)).toBeNull();
});
