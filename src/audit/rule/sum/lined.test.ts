import { describe, expect, test } from "vitest";
import { foundIn } from "../../../../test/world/audited.ts";

describe("分行列举与算式", () => {
  const lines = (last: number) =>
    `上半年发出督办单37件，按事由分为三类：\n1.逾期未办督办14件；\n2.办理不实督办12件；\n3.推诿扯皮督办${last}件。`;
  test("分行各项相加不是开头的数", () => {
    expect(foundIn(lines(10))).toEqual(["high partsAndWhole 37件 14件 12件 10件"]);
    expect(foundIn(lines(11))).toEqual([]);
  });

  test("只列主要的几行，不算", () => {
    const some = "本月受理咨询380件，主要集中在：\n1.社保120件；\n2.医保90件；\n3.户籍60件。";
    expect(foundIn(some)).toEqual([]);
  });

  test("扣分各行相加", () => {
    const off = (whole: string) =>
      `发现问题26件，合计扣${whole}分。具体：\n（1）内容不符6件，每件扣1.0分，扣6.0分；\n（2）超时未联系11件，每件扣0.5分，扣5.5分；\n（3）附件缺失9件，每件扣0.2分，扣1.8分。`;
    expect(foundIn(off("13.3"))).toEqual([]);
    expect(foundIn(off("14.8"))).toEqual(["high partsAndWhole 14.8分 6.0分 5.5分 1.8分"]);
  });

  test.each([
    ["写出的算式", "桂园街道：39.5+28.9+18.4+8.0=95.8", "high partsAndWhole 95.8 94.80"],
    ["写出的除法", "合格率412÷450=91.6%。", []],
    ["错的除法", "合格率412÷450=96.1%。", "high partsAndWhole 96.1% 91.56%"],
    ["除以零", "比值5÷0=0。", []],
  ])("%s", (_, text, expected) => {
    expect(foundIn(text)).toEqual([expected].flat());
  });

  test("共几件，分开说的几件", () => {
    expect(foundIn("退单共24件次，乡镇11件次、县直部门15件次。")).toEqual([
      "medium partsAndWhole 24件次 11件次 15件次",
    ]);
    expect(foundIn("退单共26件次，乡镇11件次、县直部门15件次。")).toEqual([]);
  });

  test("没办结的、剩余的", () => {
    const left = (rest: number) => `市级督办312件，办结274件，没办结的还有${rest}件。`;
    expect(foundIn(left(48))).toEqual(["high partsAndWhole 312件 274件 48件"]);
    expect(foundIn(left(38))).toEqual([]);
    expect(foundIn("诉求2277件，涉及工程建设1204件、加工制造561件、餐饮住宿287件，其余225件。")).toEqual([]);
  });

  test("三者之和即为总量", () => {
    const all = (third: number) =>
      `全市热线受理诉求42319件。打电话反映的31264件，网上提交的9482件，转来的${third}件，三者之和即为上述受理总量。`;
    expect(foundIn(all(1673))).toEqual(["high partsAndWhole 42319件 31264件 9482件 1673件"]);
    expect(foundIn(all(1573))).toEqual([]);
  });

  test("其中的一项比全部还多", () => {
    expect(foundIn("重复来电的诉求人43人，其中石桥镇47人。")).toEqual(["medium partsAndWhole 47人 43人"]);
    expect(foundIn("拖欠工资共反映76件，已办结81件。")).toEqual(["medium partsAndWhole 81件 76件"]);
    expect(foundIn("拖欠工资共反映76件，含上月结转，已办结81件。")).toEqual([]);
  });

  test("四个季度的行与全年", () => {
    const text = (year: number) =>
      `全年受理${year}件。\n季度\t受理量\n一季度\t420\n二季度\t460\n三季度\t510\n四季度\t480`;
    expect(foundIn(text(1880))).toEqual(["medium partsAndWhole 1880件 420 460 510 480"]);
    expect(foundIn(text(1870))).toEqual([]);
  });
});
