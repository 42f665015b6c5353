import { describe, expect, test } from "vitest";
import { foundIn } from "../../../../test/world/audited.ts";

const places = (name: string) =>
  `当天转来举报件，其中青阜市23件；云泽市、澄湖市、永泽市均有7件；黎阳市6件；${name}5件；花垣州2件。`;

const table = (name: string) =>
  [
    "责任单位  来电  办结",
    "临港局  27  27",
    "滨江局  19  18",
    "鹤东局  15  15",
    "白鹭局  11  11",
    `${name}  8  8`,
  ].join("\n");

describe("列了两次", () => {
  test("各地各列一次", () => {
    expect(foundIn(places("长汀市"))).toEqual([]);
    expect(foundIn(table("鹤西局"))).toEqual([]);
  });

  test("几地合说一个数，其中一地又单说一个数", () => {
    expect(foundIn(places("永泽市"))).toEqual(["medium listLength 5件 7件"]);
  });

  test("表中一个单位列了两行，数不同", () => {
    expect(foundIn(table("鹤东局"))).toEqual(["medium listLength 鹤东局 8 8 鹤东局 15 15"]);
  });

  test("两个小计不是重名", () => {
    expect(
      foundIn(`${table("鹤西局")}\n小计  80  79\n小计  20  20`).filter((one) => one.includes("listLength")),
    ).toEqual([]);
  });
});
