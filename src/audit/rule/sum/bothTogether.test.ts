import { describe, expect, test } from "vitest";
import { foundIn } from "../../../../test/world/audited.ts";

const text = (both: string) =>
  `8月收到有效信息410件。按性质分，投诉49件、举报2件、咨询300件、其他59件。\n根据规定，对8月收到的${both}件投诉举报进行了受理。`;

describe("合称的数", () => {
  test("投诉49件、举报2件，投诉举报51件", () => {
    expect(foundIn(text("51"))).toEqual([]);
  });

  test("投诉举报印作52件", () => {
    expect(foundIn(text("52"))).toEqual(["medium partsAndWhole 52件 49件 2件"]);
  });

  test("已处理的投诉举报可以少些，相差很多的是别的", () => {
    expect(foundIn("投诉6297件，举报583件。已处理投诉举报6829件。")).toEqual([]);
    expect(foundIn(text("96"))).toEqual([]);
  });
});
