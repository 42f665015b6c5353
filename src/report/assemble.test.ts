import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linjiang } from "../../test/world/linjiang.ts";
import { fullFacts, impossibleFacts, rulelessFacts, silentFacts, singleFacts } from "../../test/world/report.ts";
import type { Chart } from "../chart/chart.ts";
import { assembleReport, numbered } from "./assemble.ts";
import type { Block, Report } from "./block.ts";
import type { ReportFacts } from "./facts.ts";
import { contents } from "./monthly.ts";
import { reportText } from "./render/text.ts";

const headings = (report: Report) =>
  report.blocks.flatMap((block) => (block.kind === "heading" ? [`${block.number}${block.text}`] : []));
const captions = (report: Report) =>
  report.blocks.flatMap((block) => ("caption" in block && block.caption !== null ? [block.number] : []));
const withSections = (sections: string[]) => {
  const facts = fullFacts();
  const row = linjiang.rows.report!.at(-1)!;
  const report = [...linjiang.rows.report!, { ...row, value: { ...row.value, sections } }];
  return assembleReport({ ...facts, rulebook: { rows: { ...linjiang.rows, report } } });
};

describe("完整的一个月", () => {
  const report = assembleReport(fullFacts());
  const text = reportText(report);
  test("各节按目录编号", () => {
    expect(headings(report).slice(0, 8)).toEqual([
      "一、接听情况分析",
      "（一）总体情况",
      "（二）诉求热点情况",
      "1.诉求大类情况",
      "2.诉求小类情况",
      "3.热点事件情况",
      "4.诉求涉及单位分布情况",
      "（1）地域分布情况",
    ]);
    expect(headings(report)).toContain("五、下一步工作要求");
  });
  test("十一幅图表依次编号", () =>
    expect(captions(report)).toEqual(Array.from({ length: 11 }, (_, at) => `图${at + 1}`)));
  test("两个附件，横排", () =>
    expect(report.appendices.map(({ orientation }) => orientation)).toEqual(["landscape", "landscape"]));
  test("受理＝在线办结＋派发＋待处理", () =>
    expect(text).toContain("受理诉求11377件，其中在线办结8190件、派发承办单位办理3185件、待处理2件"));
  test("满意率旁总有参评率", () => expect(text).toMatch(/回访满意率78\.02%（参评率54\.21%）/));
  test("口径变更写明依据、日期和此前的口径", () =>
    expect(text).toContain(
      "依据市政务服务工作会议，自2023年2月1日起，满意率按“（满意量＋一般量）÷（回访总量−未评价量）”计算",
    ));
  test("按时办结率旁有超期存量", () => expect(text).toMatch(/按时办结率为99\.67%.*超期未反馈工单33件/));
  test("附件1的合计行和注", () => {
    expect(text).toContain("总计\t915\t18\t1.97%\t912\t99.67%\t99.67%\t915\t301\t86\t419\t109\t78.02%");
    expect(text).toContain("青溪县和石桥市自有热线平台的受理和办理数据不在本表之内");
  });
  test("县里所报的接通多于接听：附件2不印成率，得零分；各平台合计不计它", () => {
    const { appendix2, countyPlatforms } = impossibleFacts().figures;
    const [rate, points] = appendix2.rows.find(({ platform }) => platform === "青溪县")!.five.answer;
    expect([rate.value, rate.reason, points.value]).toEqual([null, "分子多于分母，不成比率", 0]);
    expect([countyPlatforms.answerRate.value, countyPlatforms.answerRate.note]).toEqual([
      7820,
      "青溪县所报的分子多于分母，没有计入",
    ]);
    expect(reportText(assembleReport(impossibleFacts()))).not.toMatch(/1000\.00%/);
  });
  test("附件2每行占满二十列", () => {
    const block = report.appendices[1]!.blocks[0]!;
    const table = block.kind === "table" ? block.table : null;
    const wide = (cells: { columns?: number }[]) => cells.reduce((sum, cell) => sum + (cell.columns ?? 1), 0);
    expect(table!.widths).toHaveLength(20);
    expect(table!.head.map(wide)).toEqual([20, 17, 17]);
    expect(table!.body.map((row) => (row.kind === "group" ? 0 : wide(row.cells)))).toEqual([20, 8, 20, 8]);
  });
  test("每个数都能打开", () => {
    const digits = report.blocks
      .flatMap((block) => (block.kind === "paragraph" ? block.spans : []))
      .filter((span) => typeof span === "string" && /\d+(\.\d+%|件|通|个百分点)/.test(span));
    expect(digits).toEqual([]);
  });
});

describe("几乎没有数据的一个月", () => {
  test.each([
    ["有规则", silentFacts],
    ["无规则", rulelessFacts],
  ])("%s：不出空图，不出 undefined、NaN、null", (_, facts) => {
    const report = assembleReport(facts());
    const text = reportText(report);
    expect(text).not.toMatch(/undefined|NaN|null|Infinity/);
    expect(captions(report)).toEqual([]);
    expect(report.appendices).toEqual([]);
    expect(text).toContain("没有可列出的诉求大类");
  });
  test("没有县级平台、案例、领导接听日，就没有那几节", () =>
    expect(headings(assembleReport(silentFacts())).join()).not.toMatch(/县级|案例|领导接听日/));
});

test("只有一件事的一个月：不排名次，不说最多、最低，不画只有一条的图", () => {
  const report = assembleReport(singleFacts());
  const text = reportText(report);
  expect(text).toContain("受理诉求1件");
  expect(text).not.toMatch(/最[多少高低快]|居首|居前|较多|高于总体/);
  const charts = report.blocks.flatMap((block) => (block.kind === "chart" ? [block.chart] : []));
  expect(charts.filter((chart) => chartRows(chart).length < 2)).toEqual([]);
});

/** some figures without a value, some lists empty, as the chosen numbers have it */
function thinned(value: unknown, choose: () => number): unknown {
  if (Array.isArray(value)) return choose() === 0 ? [] : value.map((item) => thinned(item, choose));
  if (value === null || typeof value !== "object") return value;
  if ("measure" in value)
    return (
      [
        { ...value, value: null, reason: "没有数据" },
        { ...value, value: 0 },
      ][choose()] ?? value
    );
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, thinned(item, choose)]));
}

const pairs = (facts: ReportFacts) => ({
  ...facts,
  figures: { ...facts.figures, appendix2: fullFacts().figures.appendix2 },
});

test("缺哪些数都能成文：不出空图，不出 undefined、NaN、null", () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat({ max: 6 })), (stream) => {
      const { figures, more, ...rest } = fullFacts();
      const thin = thinned({ figures, more }, () => stream.next().value) as Pick<ReportFacts, "figures" | "more">;
      const report = assembleReport(pairs({ ...rest, ...thin }));
      expect(reportText(report)).not.toMatch(/undefined|NaN|null|Infinity|，，|、、|。。|：。|，。/);
      for (const block of report.blocks)
        if (block.kind === "chart") expect(chartRows(block.chart).some((row) => row.value > 0)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

const chartRows = (chart: Chart) => (chart.kind === "panels" ? chart.panels.flatMap(({ rows }) => rows) : chart.rows);

describe("增选的节", () => {
  test("没有列出就不印", () =>
    expect(headings(assembleReport(fullFacts())).join()).not.toMatch(/时段|渠道|上年|涉企|预警|解决率|跟踪/));
  test("列出就在自己的大标题下", () => {
    const report = withSections(["calls", "hours", "channels", "yearBefore", "repeats"]);
    expect(headings(report)).toEqual([
      "一、接听情况分析",
      "（一）总体情况",
      "（二）来电时段分布",
      "（三）诉求来源渠道",
      "（四）与上年同期相比",
      "（五）重复诉求情况",
    ]);
    const text = reportText(report);
    expect(text).toContain("来电最集中的时段是23时至24时（230通）、22时至23时（220通）和21时至22时（210通）。");
    expect(text).toContain("依次是：电话900件、小程序、客户端100件，分别占受理诉求总量的90.00%和10.00%。");
    expect(text).toMatch(/上年同期12000通，同比(上升|下降)\d/);
  });
});

describe("解决率、涉企诉求、预警、上月疑难事项", () => {
  const report = withSections(["calls", "business", "earlyWarnings", "followUp", "solved", "cases", "difficultBefore"]);
  const text = reportText(report);
  test("各在自己的大标题下", () =>
    expect(headings(report)).toEqual(
      expect.arrayContaining(["（二）涉企诉求情况", "（三）诉求预警", "2.解决率", "3.上月疑难事项跟踪"]),
    ));
  test("解决率旁有回答率和满意率，回答少的注明样本不足", () => {
    expect(text).toContain(
      "当事人对是否解决作了回答的496件，其中已解决387件、未解决109件。解决率78.02%（回答率54.21%）；同期回访满意率78.02%（参评率54.21%）。",
    );
    expect(text).toMatch(/　东屏区人民政府\t140\t77\t60\t77\.92%\t55\.00%/);
    expect(text).toContain("回答少于10件的注明样本不足");
  });
  test("涉企诉求按标明的小类计，并说明不问来电人", () => {
    expect(text).toContain("10月受理涉企诉求1250件，占受理诉求总量的10.99%，环比上升9.17%；");
    expect(text).toContain("按事项分，登记与许可1250件，占涉企诉求的100.00%。");
    expect(text).toContain("不问来电人是不是企业");
  });
  test("预警带各期件数、增长和占比；一个区县的件数就是全市的，只列全市", () => {
    expect(text).toContain("10月有一项诉求明显增多：劳动维权4125件，较上月增长227.64%，占受理诉求总量的29.20%。");
    expect(text).toContain("劳动维权\t全市\t1259\t4125\t227.64%\t29.20%");
    expect(text).not.toContain("劳动维权\t高新区");
  });
  test("上月疑难事项说得出现在办到哪里", () => {
    expect(text).toContain("上月报告所列疑难事项共两件，截至10月31日24时，一件已经了结，一件尚未了结。");
    expect(text).toContain(
      "10月9日，再次派发至西塘区人民政府。截至10月31日24时，西塘区人民政府仍在办理，已超过办理期限。",
    );
    expect(text).toContain("本月没有新的办理记录。截至10月31日24时，西塘区人民政府已办结，回访结果为一般。");
  });
});

describe("目录由规则决定", () => {
  test("可调换次序", () =>
    expect(headings(withSections(["leaderDay", "calls"]))).toEqual([
      "一、领导接听日工作情况",
      "二、接听情况分析",
      "（一）总体情况",
    ]));
  test("不列附件就没有附件", () => expect(withSections(["calls"]).appendices).toEqual([]));
  test("不认识的名称略过", () => expect(headings(withSections(["wordCloud"]))).toEqual([]));
  test("任取若干节都能成文", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(contents.map(({ name }) => name)), (sections) => {
        const report = withSections(sections.length > 0 ? sections : ["calls"]);
        expect(report.blocks.every((block) => block.kind !== "heading" || block.number !== undefined)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});

test("下级标题在每个上级之下重新编号", () => {
  const heading = (level: 1 | 2 | 3 | 4): Block => ({ kind: "heading", name: "", level, text: "" });
  const levels = [1, 2, 3, 4, 4, 3, 2, 1, 2] as const;
  expect(numbered(levels.map(heading)).map((block) => block.number)).toEqual([
    "一、",
    "（一）",
    "1.",
    "（1）",
    "（2）",
    "2.",
    "（二）",
    "二、",
    "（一）",
  ]);
});
