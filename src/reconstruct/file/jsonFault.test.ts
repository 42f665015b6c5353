import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonFault } from "./jsonFault.ts";

const isWhole = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

test.each([
  ['{\n "a": 1,\n "b": }', 3, 7, "}"],
  ['{"a": 1,}', 1, 9, "}"],
  ['{"a": [1, 2', 1, 12, ""],
  ['{"甲𠮷": 01}', 1, 9, "1"],
  ["", 1, 1, ""],
  ['{"a": "未完', 1, 10, ""],
  ["{'a': 1}", 1, 2, "'"],
])("指出第一处错误的行与列：%j", (text, line, column, found) => {
  expect(jsonFault(text)).toEqual({ line, column, found });
});

test("与 JSON.parse 同意哪些是完整的 JSON，删去、改动任何一个字符也一样", () => {
  const changed = fc.tuple(fc.json(), fc.nat(), fc.constantFrom("", "}", "]", ",", ":", '"', "1", " ", "\\", "-"));
  fc.assert(
    fc.property(changed, ([json, at, by]) => {
      const place = at % (json.length + 1);
      const text = json.slice(0, place) + by + json.slice(place + 1);
      expect(jsonFault(json)).toBeNull();
      expect(jsonFault(text) === null).toBe(isWhole(text));
    }),
    { numRuns: 500, seed: 7 },
  );
});
