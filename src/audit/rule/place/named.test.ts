import { describe, expect, test } from "vitest";
import { foundIn } from "../../../../test/world/audited.ts";

const table = `各县区办理情况
县区	派发量	环比	满意率
东区	820	+5.1%	95.12%
西区	760	-3.4%	96.03%
南县	540	+2.0%	93.40%
北县	410	-1.8%	94.75%
`;

describe("点名的与表", () => {
  test.each([
    ["先说按什么看", "从满意率看，东区最高，南县最低。", "medium rank 95.12% 96.03%"],
    ["次之的数", "派发量以东区820件为最多，西区670件次之。", "medium twoValues 670件 760"],
    ["最多的数在别的行", "最高为西区的820件。", "medium rank 760 820"],
    ["点名说低于", "南县、北县满意率低于94%。", "medium wording 94% 94.75%"],
    ["点名的合计", "东区、西区合计1680件。", "medium partsAndWhole 1680件 820 760"],
    ["方向与表相反", "西区环比上升3.4%。", "medium change 3.4% -3.4%"],
    ["差一位", "东区环比上升5.7%。", "medium twoValues 5.7% +5.1%"],
  ])("%s", (_, text, expected) => {
    expect(foundIn(table + text)).toContain(expected);
  });

  test.each([
    ["都对", "从满意率看，西区最高，南县最低。东区、西区合计1580件。南县满意率低于94%。西区环比下降3.4%。"],
    ["别的名单", "满意率超过94%的有2家：城管局、住建局。"],
    ["人均的", "按常住人口计，每万人派发量最高的是北县。"],
    ["最高的是没有列出的", "南县满意率较最高的开发区低5个百分点。"],
  ])("%s，不是矛盾", (_, text) => {
    expect(foundIn(table + text)).toEqual([]);
  });

  test("得几分，是表中的综合得分", () => {
    const scored = (said: string) =>
      `名次\t单位\t签收及时\t按期办结\t群众满意\t加减分\t综合得分\n1\t人社局\t20.0\t29.8\t28.1\t1.0\t78.9\n2\t公积金中心\t20.0\t29.9\t28.4\t0.5\t78.8\n3\t教育局\t19.9\t28.5\t27.3\t0.5\t76.2\n4\t城管局\t19.8\t28.9\t26.6\t0.5\t75.8\n人社局、公积金中心、教育局列前三位，其中教育局得${said}分。`;
    expect(foundIn(scored("75.7"))).toEqual(["medium twoValues 75.7分 76.2"]);
    expect(foundIn(scored("76.2"))).toEqual([]);
  });

  test("一行行列出的也是表", () => {
    const list =
      "——社会保险98712通，占39.3%；\n——劳动关系48275通，占19.2%；\n——就业创业31462通，占12.5%；\n——人事人才22010通，占8.8%。\n";
    expect(foundIn(`${list}劳动关系类咨询量居第二位。`)).toEqual([]);
    expect(foundIn(`${list}就业创业类咨询量居第二位。`)).toEqual(["medium rank 2 31462通"]);
  });

  test("横排的月份", () => {
    const months =
      "指标	1月	2月	3月	4月	5月\n受理量	6120	5344	6481	6702	6633\n接通率	98.2%	97.8%	98.5%	98.1%	96.4%\n";
    expect(foundIn(`${months}接通率在98%以上的月份有3个。`)).toEqual([]);
    expect(foundIn(`${months}接通率在98%以上的月份有4个。`).map((one) => one.slice(0, 20))).toEqual([
      "medium wording 4 3",
    ]);
    expect(foundIn(`${months}3月以来受理量逐月上升。`)).toEqual(["medium wording 6702 6633"]);
  });

  test("并排的两半是一张表", () => {
    const folded = (rank: number) =>
      `单位	得分	排名	单位	得分	排名\n甲县	97.1	1	丙县	95.2	${rank}\n乙县	96.4	2	丁县	93.0	4\n`;
    expect(foundIn(folded(3))).toEqual([]);
    expect(foundIn(folded(2)).length).toBeGreaterThan(0);
  });

  test("几升几降", () => {
    const moved = (said: string) =>
      `领域	10月	9月\n城建	3011	2846\n交通	2480	2533\n社保	2116	1987\n教育	1593	1601\n与9月相比，四个领域${said}。`;
    expect(foundIn(moved("二升二降"))).toEqual([]);
    expect(foundIn(moved("三升一降"))).toEqual(["medium wording 三升一降 2升2降"]);
  });

  test("括号编号的一行行，逗号后是数", () => {
    const list = "（1）社会保险，987件\n（2）劳动关系，482件\n（3）就业创业，314件\n（4）人事人才，220件\n";
    expect(foundIn(`${list}就业创业咨询量排在第二位。`)).toEqual(["medium rank 2 314件"]);
    expect(foundIn(`${list}劳动关系咨询量排在第二位。`)).toEqual([]);
  });

  test("两行之差", () => {
    const rows = "各镇受理量\n单位\t受理量\n东镇\t320\n西镇\t268\n南镇\t190\n";
    expect(foundIn(`${rows}东镇与西镇相差62件。`)).toEqual(["medium change 62件 320 268"]);
    expect(foundIn(`${rows}东镇与西镇相差52件。`)).toEqual([]);
    const more = "各镇受理量\n单位\t受理量\t同比\n东镇\t320\t-8.1%\n西镇\t268\t-2.4%\n南镇\t190\t+3.0%\n";
    expect(foundIn(`${more}三镇中较上年同比下降的有东镇、西镇2家，其余1家上升。`)).toEqual([]);
    expect(foundIn(`${more}三镇中比平时下降的有东镇、西镇2家，其余1家上升。`)).toEqual([]);
  });
});
