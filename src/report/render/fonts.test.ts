import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { inFolder } from "../../../test/paper/tools.ts";
import { findFonts } from "./fonts.ts";

describe("找字体", () => {
  test("五种字体都有着落，每种一句话，代用的说明代用", () => {
    const { faces, notes, standIns } = findFonts();
    expect(Object.keys(faces)).toEqual(["title", "body", "kai", "hei", "heiBold"]);
    expect(notes).toHaveLength(5);
    expect(notes.filter((note) => note.includes("代替"))).toHaveLength(standIns.length);
    expect(Object.values(faces).every(({ embeddable }) => embeddable)).toBe(true);
  });

  test("只认文件里的字体，不认文件名", () =>
    inFolder((folder) => {
      const before = findFonts().faces;
      mkdirSync(join(folder, "fonts"));
      copyFileSync(before.hei.path, join(folder, "fonts", "simfang.ttf")); // a sans face under the name of 仿宋
      writeFileSync(join(folder, "fonts", "simkai.ttf"), "这不是字体");
      const after = findFonts([join(folder, "fonts")]).faces;
      expect([after.body.path, after.kai.path]).toEqual([before.body.path, before.kai.path]);
    }));
});
