import { describe, expect, it } from "vitest";
import { assumed, since, stated } from "../../../rulebook/row.ts";
import { assemble } from "../rule/inForce.ts";
import { competentUnit } from "./lookup.ts";

const place = (key: string, parent: string | null, level: "district" | "street") =>
  assumed("place", key, { name: key, parent, order: 1, level }, "测试");
const row = (key: string, unit: string) => assumed("directory", key, { unit, basis: "职能" }, "测试");
const memorandum = stated("directory", "c2", { unit: "u9", basis: "会议备忘录" }, "测试");

const book = assemble([
  [place("d1", null, "district"), place("s1", "d1", "street")],
  [row("c1", "u1"), row("c1@d1", "u2"), row("c2", "u3"), row("c2@d1", "u4"), since(memorandum, "2022-11-21")],
]);
const unitOf = (subcategory: string, at: string | null, on = "2022-11-01") =>
  competentUnit(book, subcategory, at, on)?.value.unit ?? null;

describe("派单目录", () => {
  it("按小类；有地区的行时按地区，街道随所属的区", () => {
    expect([unitOf("c1", null), unitOf("c1", "d1"), unitOf("c1", "s1"), unitOf("c1", "d9")]).toEqual([
      "u1",
      "u2",
      "u2",
      "u1",
    ]);
  });

  it("会议备忘录自生效之日起优先，之前不变；依据就是那一行", () => {
    expect([unitOf("c2", "d1", "2022-11-20"), unitOf("c2", "d1", "2022-11-21")]).toEqual(["u4", "u9"]);
    expect(competentUnit(book, "c2", "d1", "2022-12-01")?.value.basis).toBe("会议备忘录");
  });

  it("目录没有的就是没有", () => expect(unitOf("c7", "d1")).toBe(null));
});
