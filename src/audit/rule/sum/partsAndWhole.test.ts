import { describe, expect, test } from "vitest";
import { auditText, foundIn } from "../../../../test/world/audited.ts";

test("“其中”列全了的，哪怕差得多，也是总数的分项", () => {
  const text = "共受理诉求284406件。其中，咨询类124599件，占63.72%；求助类56672件，占28.98%；其它类14261件，占7.30%。";
  expect(foundIn(text)).toContain("high partsAndWhole 284406件 124599件 56672件 14261件");
});

describe("分项与合计", () => {
  test("其中各项占比合为百分之百，件数相加却不是合计", () => {
    const [finding] = auditText(
      "本月受理诉求1,000件，其中：咨询类600件，占60.00%；求助类301件，占30.00%；投诉类100件，占10.00%。",
    );
    expect(finding).toMatchObject({
      kind: "partsAndWhole",
      severity: "high",
      values: ["1,000件", "600件", "301件", "100件"],
    });
    expect(finding!.arithmetic).toBe("600 + 301 + 100 = 1001 ≠ 1,000件");
    expect(finding!.message).toMatch(/1,000件.*1001/);
    expect(finding!.places).toEqual([
      { line: 1, text: "本月受理诉求1,000件" },
      { line: 1, text: "本月受理诉求1,000件，其中：咨询类600件" },
      { line: 1, text: "求助类301件" },
      { line: 1, text: "投诉类100件" },
    ]);
  });

  test("括号里列全了的，前几项恰好是印的那个数，是漏加了后面的", () => {
    const text = (whole: string) => `互联网受理${whole}件（其中公众号18935件、网站6173件、客户端4820件），占15.52%。`;
    expect(foundIn(text("25108"))).toEqual(["high partsAndWhole 25108件 18935件 6173件 4820件"]);
    expect(foundIn(text("29928"))).toEqual([]);
    // a part of the last one, told behind a comma, is none of the list
    expect(foundIn("互联网受理25108件（其中公众号18935件、网站6173件，客户端4820件）。")).toEqual([]);
  });

  test("在线办结与派发合起来就是受理，不写“其中”也算", () => {
    expect(foundIn("共受理诉求２０００件，在线办结1200件，派发工单810件。")).toEqual([
      "medium partsAndWhole 2000件 1200件 810件",
    ]);
    expect(foundIn("共受理诉求2000件，在线办结1200件，派发工单800件。")).toEqual([]);
  });

  test("一行断在数的中间，照样读成一个数", () => {
    const text =
      "本月全市热线平台共受理各类群众诉求并形成有效工单总计12\n00件，其中电话渠道受理1000件，网络渠道受理150件，其他渠道受\n理40件，各类渠道运行总体平稳有序，没有发生影响服务的故障，\n系统升级工作按计划推进。";
    expect(foundIn(text)).toEqual(["high partsAndWhole 1200件 1000件 150件 40件"]);
  });

  test("只举主要几项的，相加不足合计不算矛盾", () => {
    expect(foundIn("共受理诉求2000件，其中，供水问题300件、供电问题200件。")).toEqual([]);
    expect(foundIn("共受理诉求2000件，其中主要是供水问题1000件、供电问题999件等。")).toEqual([]);
  });

  test("一件派给几家、文中说明了的，相加超出不算矛盾", () => {
    expect(foundIn("派发工单100件，其中市住建局60件、市城管局50件，部分工单涉及多个单位。")).toEqual([]);
  });

  test("以万计的合计只要落得进四舍五入的范围就不算矛盾", () => {
    expect(foundIn("受理诉求1.2万件，其中在线办结9000件，派发工单3049件。")).toEqual([]);
    expect(foundIn("受理诉求1.2万件，其中在线办结9000件，派发工单4149件。")).toEqual([
      "high partsAndWhole 1.2万件 9000件 4149件",
    ]);
  });

  test("基本满意和不满意共几件，是两种在一起的；其余几件是剩下的全部；查处是核查以后的事", () => {
    expect(foundIn("回访506件，满意478件，基本满意和不满意共38件。")).toEqual([
      "medium partsAndWhole 506件 478件 38件",
    ]);
    expect(foundIn("回访506件，满意478件，基本满意和不满意共28件。")).toEqual([]);
    expect(foundIn("应整改52件，已整改55件，其余4件为站牌迁移。")).toEqual([
      expect.stringContaining("partsAndWhole 52件 55件 4件"),
    ]);
    expect(foundIn("应整改59件，已整改55件，其余4件为站牌迁移。")).toEqual([]);
    expect(foundIn("举报1643件中，核查完成1546件，立案查处186件，立案率12.03%。")).toEqual([]);
  });

  test("分别为几件，共几件；已办结与尚未办结；几户之中", () => {
    const lights = (sum: number) => `涉及路灯、井盖、排水，分别为171件、96件、155件，共${sum}件。`;
    expect(foundIn(lights(412))).toEqual(["high partsAndWhole 412件 171件 96件 155件"]);
    expect(foundIn(lights(422))).toEqual([]);
    const hard = (left: number) => `省热线办对126件疑难诉求挂牌督办，已办结109件，尚未办结${left}件。`;
    expect(foundIn(hard(27))).toEqual(["high partsAndWhole 126件 109件 27件"]);
    expect(foundIn(hard(17))).toEqual([]);
  });

  test("说了分为几类、说了其他没有的，列出的就是全部；含在其内的不是一项", () => {
    const kinds = (last: number) =>
      `3126件分为五类：投诉1247件；咨询529件；求助1232件；建议、表扬109件；举报${last}件。`;
    expect(foundIn(kinds(9))).toEqual([]);
    expect(foundIn(kinds(29))).toEqual([expect.stringContaining("partsAndWhole 3126件")]);
    const late = (sum: number) => `超期${sum}件，分别是县住建局5件、县水务局3件，其他单位无逾期。`;
    expect(foundIn(late(8))).toEqual([]);
    expect(foundIn(late(18))).toEqual([expect.stringContaining("partsAndWhole 18件")]);
    expect(foundIn("人工座席18个，其中2个为夜班座席，均含在18个之内。")).toEqual([]);
  });

  test("均不超过几件，不是哪一项的数", () => {
    expect(foundIn("逾期17件，涉及6个部门，其中省住房城乡建设厅5件，其余部门均不超过3件。")).toEqual([]);
  });
});
