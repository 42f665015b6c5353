/** 快捷键的表: what the desks bind is what may be changed, or is fixed; nothing else. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { deskKeys, fixedKeys } from "../src/domain/access/deskKeys.ts";

it("工作台用的每个快捷键都在表里，表里的每个都有人用", () => {
  const folder = new URL("../src/web/", import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));
  const bound = files.flatMap((file) =>
    [...readFileSync(new URL(file, folder), "utf8").matchAll(/press(?:=|: )"([^"]+)"/g)].map((found) => found[1]!),
  );
  expect([...new Set(bound)].sort()).toEqual([...Object.keys(deskKeys), ...fixedKeys].sort());
});
