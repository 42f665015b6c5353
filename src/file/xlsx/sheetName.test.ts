import fc from "fast-check";
import { expect, test } from "vitest";
import { sheetNames } from "./sheetName.ts";

test("去掉不许用的字符，空名写作“表”，重名编号", () => {
  expect(sheetNames(["a/b:c[1]*?\\", "", "'图'", "图"])).toEqual(["abc1", "表", "图", "图（2）"]);
});

test("任何名字都成为合法而互不相同的表名", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme", maxLength: 60 })), (wishes) => {
      const names = sheetNames(wishes);
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(wishes.length);
      for (const name of names) {
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(31);
        expect(name).not.toMatch(/[[\]:*?/\\']/);
        expect(() => encodeURIComponent(name)).not.toThrow(); // no half characters
      }
    }),
  );
});
