import type { Measured } from "../../src/domain/measure/measured.ts";
import type { Appendix, Cell, NumberedBlock, Report, Span, TableRow } from "../../src/report/block.ts";
import { hostileFormula, hostileText, rareCharacters, unknownCharacter } from "./strangeText.ts";

const month = "2031-05";

/** 一个数, as a measured figure */
export const figure = (kind: Measured["kind"], value: number, parts: Partial<Measured> = {}): Measured => ({
  measure: "orders.test",
  kind,
  value,
  month,
  cohort: "按派发时间计入本月的工单",
  ...parts,
});

const percentText = (value: number) => `${Math.trunc(value / 100)}.${String(value % 100).padStart(2, "0")}%`;
export const countSpan = (value: number): Span => ({ text: String(value), figure: figure("count", value) });
export const percentSpan = (numerator: number, denominator: number): Span => {
  const value = Number((BigInt(numerator) * 20000n + BigInt(denominator)) / (2n * BigInt(denominator)));
  return { text: percentText(value), figure: figure("percent", value, { numerator, denominator }) };
};

const cell = (align: Cell["align"], ...spans: Span[]): Cell => ({ align, spans });
const heading = (level: 1 | 2 | 3 | 4, number: string, text: string): NumberedBlock => ({
  kind: "heading",
  name: "",
  level,
  number,
  text,
});
const paragraph = (...spans: Span[]): NumberedBlock => ({ kind: "paragraph", name: "", spans });

const longUnit = "云岭高新技术产业开发区管理委员会社会事务与营商环境综合服务中心";
const unitNames = (group: string, count: number) =>
  Array.from({ length: count }, (_, at) => (at === 3 ? `${group}${longUnit}` : `${group}第${at + 1}承办局`));

/** one unit's row: 序号 单位 派发 按时 率 回访 满意 一般 不满意 未评价 满意率 */
function unitRow(at: number, name: string) {
  const dispatched = 37 + ((at * 131) % 900);
  const onTime = dispatched - (at % 7);
  const followed = dispatched - 5;
  const [neutral, dissatisfied, unanswered] = [at % 5, (at * 3) % 7, (at * 11) % 13];
  return {
    name,
    counts: [
      dispatched,
      onTime,
      followed,
      followed - neutral - dissatisfied - unanswered,
      neutral,
      dissatisfied,
      unanswered,
    ],
  };
}
type Counts = ReturnType<typeof unitRow>["counts"];

const cellsOf = (rank: string, name: string, counts: Counts): Cell[] => {
  const [dispatched, onTime, followed, satisfied, neutral, dissatisfied, unanswered] = counts as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return [
    cell("center", rank),
    cell("left", name),
    cell("right", countSpan(dispatched)),
    cell("right", countSpan(onTime)),
    cell("right", percentSpan(onTime, dispatched)),
    cell("right", countSpan(followed)),
    ...[satisfied, neutral, dissatisfied, unanswered].map((value) => cell("right", countSpan(value))),
    cell("right", percentSpan(satisfied, followed - unanswered)),
  ];
};

const sum = (rows: Counts[]): Counts => rows[0]!.map((_, at) => rows.reduce((total, row) => total + row[at]!, 0));

function unitTable(): TableRow[] {
  const groups = [
    { name: "县市区园区", units: unitNames("", 12) },
    { name: "市直部门", units: unitNames("市", 36) },
    { name: "公共服务企事业单位", units: unitNames("公用", 12) },
  ].map((group, nth) => ({ ...group, rows: group.units.map((name, at) => unitRow(nth * 40 + at, name)) }));
  return [
    ...groups.flatMap(({ name, rows }): TableRow[] => [
      { kind: "group", text: name },
      ...rows.map((row, at): TableRow => ({ kind: "row", cells: cellsOf(String(at + 1), row.name, row.counts) })),
      { kind: "total", cells: cellsOf("", "小计", sum(rows.map(({ counts }) => counts))) },
    ]),
    { kind: "total", cells: cellsOf("", "合计", sum(groups.flatMap(({ rows }) => rows.map(({ counts }) => counts)))) },
  ];
}

const unitAppendix: Appendix = {
  title: "2031年5月承办单位工单办理情况表",
  orientation: "landscape",
  blocks: [
    {
      kind: "table",
      caption: null,
      table: {
        widths: [5, 26, 8, 8, 9, 8, 8, 7, 7, 7, 9],
        head: [
          [
            { text: "序号", rows: 2 },
            { text: "承办单位", rows: 2 },
            { text: "办理", columns: 3 },
            { text: "回访", columns: 6 },
          ],
          ...[
            ["派发量", "按时办结", "按时办结率", "回访量", "满意", "一般", "不满意", "未评价", "满意率"].map(
              (text) => ({ text }),
            ),
          ],
        ],
        body: unitTable(),
      },
    },
    { kind: "notes", name: "", items: [["按派发量由多到少排列。"], ["满意率＝满意量÷（回访总量－未评价量）。"]] },
  ],
};

const scoreHead = ["接通率", "在线办结率", "按时办结率", "回访率", "满意率", "数据准确度"];
const rankingAppendix: Appendix = {
  title: "2031年5月县级热线综合排名",
  orientation: "landscape",
  blocks: [
    {
      kind: "table",
      caption: null,
      table: {
        widths: [5, 12, ...scoreHead.flatMap(() => [8, 7, 7]), 9],
        head: [
          [
            { text: "排名", rows: 3 },
            { text: "平台", rows: 3 },
            { text: "五率一度", columns: 18 },
            { text: "综合得分", rows: 3 },
          ],
          scoreHead.map((text) => ({ text, columns: 3 })),
          scoreHead.flatMap(() => ["数值", "得分", "折合"].map((text) => ({ text }))),
        ],
        body: ["甲水县", "乙山县", "丙桥市"].flatMap((name, at): TableRow[] => [
          {
            kind: "row",
            cells: [
              { ...cell("center", countSpan(at + 1)), rows: 2 },
              { ...cell("center", name), rows: 2 },
              ...scoreHead.flatMap((_, nth) => [
                cell("right", percentSpan(950 - at * 7 - nth, 1000)),
                cell("right", { text: "98.50", figure: figure("score", 9850) }),
                { ...cell("right", { text: "14.78", figure: figure("score", 1478) }), rows: 2 },
              ]),
              { ...cell("right", { text: "96.20", figure: figure("score", 9620 - at) }), rows: 2 },
            ],
          },
          {
            kind: "row",
            cells: scoreHead.flatMap((_, nth) => [
              cell("right", { text: "9.50", figure: figure("score", 950 - nth) }),
              cell("right", { text: "—", figure: { ...figure("score", 0), value: null, reason: "没有考核" } }),
            ]),
          },
        ]),
      },
    },
    { kind: "notes", name: "", items: [["综合得分为各项折合得分之和。"]] },
  ],
};

const chartRows = (names: string[]) =>
  names.map((label, at) => ({ label, value: 9000 - at * 1103, print: `${9000 - at * 1103} 件，${30 - at * 3}.25%` }));

const golden: NumberedBlock[] = [
  heading(2, "（三）", "生僻字样页"),
  paragraph(`以下为人名用字：${rareCharacters.join("、")}。`),
  {
    kind: "table",
    number: "表 2",
    caption: "人名用字表",
    table: {
      widths: [1, 1, 1, 1, 1],
      head: [["甲", "乙", "丙", "丁", "戊"].map((text) => ({ text }))],
      body: [0, 5, 10, 15].map((from) => ({
        kind: "row",
        cells: rareCharacters.slice(from, from + 5).map((character) => cell("center", character)),
      })),
    },
  },
  paragraph(`没有字体的字：${unknownCharacter}。`),
  {
    kind: "chart",
    number: "图 3",
    caption: `人名用字（${rareCharacters.slice(0, 3).join("")}）`,
    chart: {
      kind: "bars",
      unit: "件",
      alt: "人名用字",
      rows: chartRows(rareCharacters.slice(0, 3).map((character) => `${character}先生`)),
    },
  },
];

const body: NumberedBlock[] = [
  heading(1, "一、", "总体运行情况"),
  heading(2, "（一）", "话务情况"),
  paragraph(
    "5月，全市热线共接到来电",
    countSpan(56405),
    "个，接通率",
    percentSpan(19200, 19661),
    "，环比上升0.43个百分点。",
    "“一号对外”运行平稳，群众诉求主要集中在住房、交通、环境（噪声）等方面；各单位办理及时。",
  ),
  {
    kind: "chart",
    number: "图 1",
    caption: "诉求类型占比",
    chart: {
      kind: "pie",
      unit: "件",
      alt: "咨询最多，占三成",
      rows: chartRows(["咨询", "投诉", "求助", "建议", "举报"]),
    },
  },
  heading(2, "（二）", "诉求特点"),
  heading(3, "1.", "诉求集中的大类"),
  paragraph(
    ...Array.from(
      { length: 12 },
      (_, at) =>
        `第${at + 1}类诉求${9000 - at * 311}件，占${12 - at}.50%，主要反映供水管网老化、夜间施工噪声、小区物业管理等问题；`,
    ),
  ),
  {
    kind: "chart",
    number: "图 2",
    caption: "各区诉求前三小类",
    chart: {
      kind: "panels",
      unit: "%",
      alt: "八个区各前三小类",
      panels: ["东屏区", "西岭区", "南湖区", "北桥区", "中江县", "高岗县", "云岭高新区", "临港经开区"].map((title) => ({
        title,
        rows: chartRows(["供水供电", "房屋质量与物业服务纠纷", "交通秩序"]),
      })),
    },
  },
  heading(4, "（1）", "各区情况"),
  { kind: "paragraph", name: "", lead: "读图。", spans: ["各区诉求结构相近，差别在新建小区集中的城区。"] },
  {
    kind: "table",
    number: "表 1",
    caption: "不满意工单所涉事项",
    table: {
      widths: [1, 4, 2],
      head: [[{ text: "序号" }, { text: "事项" }, { text: "件数" }]],
      body: ["小区物业服务", hostileFormula, hostileText].map((text, at) => ({
        kind: "row",
        cells: [cell("center", countSpan(at + 1)), cell("left", text), cell("right", countSpan(120 - at * 31))],
      })),
    },
  },
  ...golden,
  heading(1, "二、", "下一步工作要求"),
  paragraph({ text: `彭先生反映：${hostileText}`, office: true }),
  paragraph({ text: hostileFormula, office: true }),
  ...Array.from({ length: 9 }, (_, at) =>
    paragraph(
      `第${at + 1}项要求。各承办单位要对照退单时限、先行联系、办结反馈等环节逐件核查，杜绝超期，确保群众诉求件件有着落、事事有回音。`,
    ),
  ),
];

/** 一份虚构的报告: long names, a table of 60 rows, merged heads, all kinds of charts, hostile text, rare characters. */
export const reportDocument: Report = {
  platform: "云岭市",
  month,
  title: ["云岭市12345政务服务便民热线", "2031年5月运行情况分析报告"],
  demonstration: true,
  preamble: ["根据《云岭市12345热线管理办法》的要求，现将5月运行情况报告如下。"],
  blocks: body,
  appendices: [unitAppendix, rankingAppendix],
  issuer: "云岭市12345热线协调小组办公室",
  date: "2031年6月12日",
  reportTo: "市委、市政府领导。",
  sendTo: "各县市区、园区，市直各单位，各公共服务企事业单位。",
  frozen: { position: 4711, instant: Date.parse("2031-06-10T01:30:00Z"), at: "2031-06-10T01:30:00Z", digest: "00ff" },
};
