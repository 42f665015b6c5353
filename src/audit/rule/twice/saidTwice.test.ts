import { describe, expect, test } from "vitest";
import { foundIn } from "../../../../test/world/audited.ts";

describe("说了两遍、分列的合计", () => {
  test("总数在结尾颠倒了两位", () => {
    const report = (total: string) => `10月，某市热线共受理市民和企业诉求52308件。\n最后小结一下：10月受理${total}件。`;
    expect(foundIn(report("53208"))).toEqual(["medium twoValues 53208件 52308件"]);
    expect(foundIn(report("52308"))).toEqual([]);
  });
  test("各渠道相加不是总数", () => {
    const report = (website: number) =>
      `县热线办共受理群众诉求2594件。\n从受理渠道看：电话2031件，微信140件，网站${website}件，上级平台转来211件，留言板38件。`;
    expect(foundIn(report(194))).toEqual(["medium partsAndWhole 2594件 2031件 140件 194件 211件 38件"]);
    expect(foundIn(report(174))).toEqual([]);
  });
  test("说了三项，列出四项", () => {
    expect(foundIn("将采取以下三项措施：一是倒查；二是取样；三是增加力量；四是提前告知。")).toEqual([
      "medium listLength 3 4",
    ]);
    expect(foundIn("以下5个单位均为100%，予以表扬：\n甲局、乙局、丙镇、丁镇。")).toEqual(["medium listLength 5 4"]);
  });

  test("标题改了一半：附件目录是11月，附件是10月", () => {
    const report = (month: number) =>
      `附件：某县2025年11月各单位办理情况统计表\n\n附件\n某县2025年${month}月各单位办理情况统计表`;
    expect(foundIn(report(10))).toEqual(["medium twoValues 10月 11月"]);
    expect(foundIn(report(11))).toEqual([]);
  });

  test("小结里的占比与正文不同", () => {
    const report = (share: string) =>
      `首月共受理供热类诉求6874件。\n1、室温不达标3906件，占56.8%。\n小结：室温不达标仍是最主要矛盾，占比${share}。`;
    expect(foundIn(report("53.2%"))).toContain("medium twoValues 53.2% 56.8%");
    expect(foundIn(report("56.8%"))).toEqual([]);
  });

  test("五位以上的数颠倒了相邻两位，不论怎么称呼；更正的通知不算", () => {
    const text = (stock: string) =>
      `知识库达到18642条，居全省第一方阵。\n一、知识库\n至年末知识库存量${stock}，全年新增2190条。`;
    expect(foundIn(text("18462条"))).toEqual(["medium twoValues 18462条 18642条"]);
    expect(foundIn(text("18642条"))).toEqual([]);
    expect(foundIn(text("18462条").replace("存量", "存量误写为"))).toEqual([]);
  });

  test("月份以后的开发区还是开发区", () => {
    const text = (total: number) =>
      `12月，开发区共收到诉求2316件。\n五、下步打算\n12月份开发区共办理诉求${total}件，按时率98.4%。`;
    expect(foundIn(text(2361))).toEqual(["medium twoValues 2361件 2316件"]);
    expect(foundIn(text(2316))).toEqual([]);
  });

  test("合计行在文中再说一遍", () => {
    const text = (signed: number) =>
      `各镇办理情况\n单位\t派发\t办结\t签收\n东镇\t320\t310\t318\n西镇\t268\t262\t266\n南镇\t190\t189\t190\n合计\t778\t761\t774\n全县派发工单778件，办结761件，签收${signed}件。`;
    expect(foundIn(text(747))).toEqual(["medium twoValues 747件 774"]);
    expect(foundIn(text(774))).toEqual([]);
  });
});
