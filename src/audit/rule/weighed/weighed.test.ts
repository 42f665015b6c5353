import { describe, expect, test } from "vitest";
import { textDocument } from "../../../../test/world/audited.ts";
import type { Finding } from "../../../domain/finding.ts";
import { type Reading, readDocument } from "../../read/reading.ts";
import { weighedChanges } from "./changes.ts";
import { type Clues, likelihood, weighed } from "./doubt.ts";
import { weighedMeans } from "./means.ts";
import { weighedPairs } from "./pairs.ts";
import { weighedRates } from "./rates.ts";
import { sumDoubts, weighedSums } from "./sums.ts";

const told = (rule: (reading: Reading) => Finding[], text: string): string[] =>
  rule(readDocument(textDocument(text))).map(({ values }) => values.join(" "));

describe("疑点：线索合起来够分量的才说", () => {
  const points = { base: -200, told: 0.5, clue: { swapped: 300, hedged: -400 } };

  test("分量是几率的对数，线索相加", () => {
    expect(likelihood({}, points)).toBeCloseTo(0.119, 3);
    expect(likelihood({ swapped: 1 }, points)).toBeCloseTo(0.731, 3);
    expect(likelihood({ swapped: 1, hedged: 1, unknown: 1 }, points)).toBeCloseTo(0.047, 3);
  });

  test("一个数有几个疑点，只说最有分量的", () => {
    const [doubt] = sumDoubts(readDocument(textDocument("退回重办14件，其中答非所问6件、过于笼统5件、未联系4件。")));
    const others = [
      { ...doubt!, clues: {} as Clues },
      { ...doubt!, clues: { swapped: 1 } },
      { ...doubt!, clues: { swapped: 2 } },
    ];
    expect(weighed(others, points).map(({ confidence }) => confidence)).toEqual([0.98]);
  });
});

describe("疑似不合的和", () => {
  test.each([
    [
      "其中几项",
      "退回重办14件，其中办理结果与事实不符的6件、答复过于笼统的5件、未联系诉求人的4件。",
      "14件 6件 5件 4件",
    ],
    [
      "总数在后一句",
      "采集员上报7936件、视频智能抓拍1502件、随手拍518件、转入214件。以上为立案口径，共10070件。",
      "10070件 7936件 1502件 518件 214件",
    ],
    ["冒号以后各几家", "工单派往26家单位：街道3家、内设部门15家、驻区单位5家、国有公司2家。", "26家 3家 15家 5家 2家"],
  ])("%s，合不起来", (_, text, expected) => {
    expect(told(weighedSums, text)).toEqual([expected]);
  });

  test.each([
    ["后面还有别的量词的一项", "共受理各类问题8480件。其中，电话受理8341件，电子邮件受理137件，短信受理2条。"],
    ["名单没有完", "已办结10758件。其中，咨询类4677件、求助类5617件、投诉举报类454件、建议类88件、感谢63件。"],
    ["括号里的是前一项的", "受理咨询431件，其中，热线咨询回复427件（含来电咨询14件），网站咨询4件。"],
    [
      "是前面几个总数合起来的",
      "接电4392件、信箱184件、来信3件。其中，求助类3118件、咨询类1383件、建议类72件、表扬类6件。",
    ],
    ["连总数所在一句的都算", "上级转办74件，网民留言51件，来电48492件。其中10月15938件，11月16204件，12月16475件。"],
    ["占比不足百分之百，另有别的", "事件1788件。热点有：市容1443件，占80.7%；秩序344件，占19.24%。"],
    ["主要几项", "共受理诉求2000件，主要是供水问题1000件、供电问题990件。"],
    ["下一行说的是另一项", "5.噪声扰民1097件。\n其中物业服务反映较多的有：公共收益412件、电梯维保377件、物业费301件。"],
    ["除外以后的", "除表扬感谢外共381件。\n办结361件，在办22件，超时3件。"],
  ])("%s，不是矛盾", (_, text) => {
    expect(told(weighedSums, text)).toEqual([]);
  });
});

describe("疑似一数两值", () => {
  const table = "指标  数值  上季度\n接通率  98.76%  98.10%\n受理量  4120  4011";
  const total = "单位  转办量  办结\n甲区  8000  7900\n乙县  5467  5400\n合计  13567  13300";

  test.each([
    ["文与表颠倒了两位", `三季度接通率98.67%，市民等待时间缩短。\n${table}`, "98.67% 98.76%"],
    ["文与表的合计差一位", `向各单位转办13467件，办理平稳。\n${total}`, "13467件 13567"],
  ])("%s", (_, text, expected) => {
    expect(told(weighedPairs, text)).toContain(expected);
  });

  test.each([
    ["同一句式的两行", "城西营业所：13407件；万户诉求量1473件。\n城东营业所：11820件；万户诉求量1374件。"],
    ["两个月的", "10月共受理工单1247件，物业管理类295件。\n11月共受理工单1258件，物业管理类259件。"],
    ["勘误", `上期所载接通率98.10%，现更新为98.67%。\n${table}`],
    ["去年的", `接通率去年同期为98.67%。\n${table}`],
    ["比的就是表里的那一个", `企业接通率96.78%，高于98.76%。\n${table}`],
    ["几个单位的，不是合计", `向五个镇街转办13467件。\n${total}`],
    ["目标", "未解决的诉求41件。\n年底前至少再解决14件。"],
  ])("%s，不是矛盾", (_, text) => {
    expect(told(weighedPairs, text)).toEqual([]);
  });
});

describe("疑似不合的率", () => {
  test.each([
    [
      "直接答复率与前面的件数",
      "全年受理8.94万件，其中直接答复6.71万件，直接答复率85.06%。",
      "85.06% 6.71万件 8.94万件",
    ],
    ["办结率与前面的件数", "派发工单675件，按时结案671件，按时结案率98.41%。", "98.41% 671件 675件"],
  ])("%s", (_, text, expected) => {
    expect(told(weighedRates, text)).toEqual([expected]);
  });

  test.each([
    ["按期的底数是到期的", "共受理10920件，按期办结10324件，按期办结率98.53%。"],
    ["另一种率", "共接收投诉1028件，受理757件，调解成功率73.76%。"],
    ["两个数得的是另一个率", "转办1208件，办结1208件，办结率100%，按期办结率94.62%。"],
    ["去年的件数，去年的底数", "全年承办8265件。重复933件，占11.3%，2023年为852件，占10.8%。"],
    ["直办和办结合起来的率", "受理7227宗，当场答复5113宗，转办2114宗，办结1898宗，办结率97.01%。"],
    [
      "另几项占比的底数也是它的",
      "当月转来4071件。\n住建类1099件，占比29.07%。\n市场类553件，占比14.62%。\n民生类537件，占比14.2%。",
    ],
  ])("%s，不是矛盾", (_, text) => {
    expect(told(weighedRates, text)).toEqual([]);
  });
});

describe("疑似不合的增减", () => {
  test.each([
    ["由多变少却写上升", "9月份共受理诉求48626件，8月为51903件，环比上升6.31%。", "6.31% 48626件 51903件"],
    ["以本期为底数", "共受理诉求5883件，去年同期7126件，同比下降21.1%。", "21.1% 5883件 7126件"],
  ])("%s", (_, text, expected) => {
    expect(told(weighedChanges, text)).toContain(expected);
  });

  test("以万计的差额，说法里带着万", () => {
    const [found] = weighedChanges(
      readDocument(textDocument("上半年受理612843件，去年上半年是581207件，多了3.61万件。")),
    );
    expect(found?.message).toContain("增加3.16万件");
  });

  test.each([
    ["另一对数得的增减", "满意率95.04%，比去年同期的95.31%微降0.27个百分点，解决率提高0.37个百分点。"],
    ["差额除以前数", "2月供热来电虽居首位，但比1月的5870件少2459件，回落41.9%，其中漏水506件。"],
    ["前几项各有自己的上年同期", "施工噪声上年同期1190件，增长5.4%；生活噪声上年同期1023件，增长15.3%。"],
  ])("%s，不是矛盾", (_, text) => {
    expect(told(weighedChanges, text)).toEqual([]);
  });
});

describe("疑似不合的平均", () => {
  test.each([
    ["一季的日均", "第二季度（4月至6月），全市热线共受理诉求115847件，季度日均1328件。", "1328件 115847件"],
    ["三十一天按三十天算", "10月受理市民来电93265个，日均3109个。", "3109个 93265个"],
    ["人均", "年末在岗62人，全年接通电话286532次，人均约4261次。", "约4261次 286532次"],
    ["十二个月", "全年共受理诉求812652件，月均76721件。", "76721件 812652件"],
  ])("%s", (_, text, expected) => {
    expect(told(weighedMeans, text)).toEqual([expected]);
  });

  test.each([
    ["两项合起来的日均", "假期8天，投诉3396件、举报701件，日均受理投诉举报512件。"],
    ["另一个月的天数", "2月份受理9874件，日均由353件降至341件（2月28天，3月31天）。"],
    ["较上月的数不是本月的月份", "七月全月来件52380件（6月47911件），日均1690件。"],
    ["高于日均", "当日1300件，高于全季日均1328件；全季115847件。"],
    ["工作日日均", "10月受理来电93265个，工作日日均3909个。"],
  ])("%s，不是矛盾", (_, text) => {
    expect(told(weighedMeans, text)).toEqual([]);
  });
});
