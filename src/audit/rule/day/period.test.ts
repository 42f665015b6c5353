import { describe, expect, test } from "vitest";
import { foundIn } from "../../../../test/world/audited.ts";

describe("期间：正文与标题、季度的月份、假期的日均", () => {
  test.each([
    [
      "正文开头是另一个月",
      "【遂陵市12345热线2021年6月情况通报】\n2021年5月，全市共办理热线工单4872件。",
      "【遂陵市12345热线2021年6月情况通报】\n2021年6月，全市共办理热线工单4872件。",
      "medium twoValues 6月 5月",
    ],
    ["一季四个月", "全季（4—7月）共派单28416件。", "全季（4—6月）共派单28416件。", "medium impossible 全季（4-7月"],
    [
      "假期的日均",
      "国庆假期运行情况\n（10月1日至10月7日）\n假期共受理诉求6288件，日均938件。",
      "国庆假期运行情况\n（10月1日至10月7日）\n假期共受理诉求6288件，日均898件。",
      "medium average 938件 6288件",
    ],
    [
      "几时几分到几时几分",
      "10月3日21时40分接报，22时15分找到，用时45分钟。",
      "10月3日21时40分接报，22时15分找到，用时35分钟。",
      "medium change 45分钟 21时40分 22时15分",
    ],
  ])("%s", (_, wrong, right, found) => {
    expect(foundIn(wrong)).toEqual([found]);
    expect(foundIn(right)).toEqual([]);
  });
});
