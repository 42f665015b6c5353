import { describe, expect, test } from "vitest";
import { foundIn } from "../../../../test/world/audited.ts";

describe("平均每件、日均、分数相加", () => {
  test("平均每件", () => {
    const text = (mean: string) => `受理欠薪类诉求9491件，涉及劳动者31874人次。平均每件涉及${mean}人次。`;
    expect(foundIn(text("4.4"))).toEqual(["medium average 4.4人次 31874人次 9491件"]);
    expect(foundIn(text("3.4"))).toEqual([]);
  });

  test("一个来电问几件事，不是自己除以自己", () => {
    expect(foundIn("按事项统计共提供人工服务8361次，平均每个人工来电1.18次。")).toEqual([]);
  });

  test("每万平方米几件，是本句的件数除以本句的面积", () => {
    const text = (mean: string) =>
      `城北公司412件，供热面积386万平方米，每万平方米1.07件；东湖公司351件，供热面积402万平方米，每万平方米${mean}件。`;
    expect(foundIn(text("1.15"))).toEqual(["medium average 1.15件 351件 402万平方米"]);
    expect(foundIn(text("0.87"))).toEqual([]);
  });

  test("约数也不会差那么多", () => {
    const text = (mean: string) => `2024年11月份运行情况\n11月份，热线受理诉求23304件，日均约${mean}件。`;
    expect(foundIn(text("832"))).toEqual(["medium average 约832件 23304件"]);
    expect(foundIn(text("780"))).toEqual([]);
  });

  test("日均是几样之和的，最小的几件也在内", () => {
    const counted =
      "上周（即1月25日至1月31日）的接电情况，共接处来电4392件、市长信箱184件、其他来信3件，日均654件。其中，求助类3118件、咨询类1383件、建议类72件、表扬类6件，转办事项290件。";
    expect(foundIn(`2月2日讯　记者从市长公开办公室获悉了${counted}`)).toEqual([]);
  });

  test("通数不除以人数的人，只除以排班的人次", () => {
    const staffed = "排班84人，病假3人，借调支援5人，实到86人次。\n周五接2262通，人均26.3通";
    expect(foundIn(`${staffed}；最轻的周日出勤68人，人均22.2通。`)).toEqual([]);
  });

  test("文中的总分", () => {
    const text = (total: string) =>
      `水利局三项基础分依次为38.60分、28.20分、18.90分，加5.00分，扣1.00分，总分${total}分。`;
    expect(foundIn(text("90.70"))).toEqual(["medium scorecard 90.70分 38.60分 28.20分 18.90分 5.00分 1.00分"]);
    expect(foundIn(text("89.70"))).toEqual([]);
  });

  test("每千户一栏", () => {
    const rows = (last: string) =>
      `银行	投诉	网点	每千网点投诉\n甲行	120	480	250.0\n乙行	96	640	150.0\n丙行	75	300	250.0\n丁行	118	176	${last}\n戊行	60	400	150.0\n己行	40	160	250.0\n庚行	30	120	250.0\n`;
    expect(foundIn(rows("670.5"))).toEqual([]);
    expect(foundIn(rows("607.5"))).toEqual(["high tableRow 607.5 670.45"]);
  });
});
