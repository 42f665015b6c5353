import { ruleDay } from "../../domain/calendar/month.ts";
import { pointersOf } from "../../domain/calendar/period.ts";
import type { Appendix1Counts } from "../../domain/measure/figures.ts";
import type { Measured } from "../../domain/measure/measured.ts";
import { inForce } from "../../domain/rule/inForce.ts";
import type { Appendix, Block, Cell, Span, TableRow } from "../block.ts";
import type { ReportFacts } from "../facts.ts";
import { shortMonth } from "../phrase/date.ts";
import { num, some } from "../phrase/number.ts";
import { formulaInForce } from "../phrase/satisfaction.ts";
import { enumerated, say } from "../phrase/say.ts";
import { notes, numberCell, textCell } from "./section.ts";

type Column = Exclude<keyof Appendix1Counts<Measured>, "informed">;

/** the columns after 序号 and 单位, in printed order */
const columns: [Column, string, number][] = [
  ["validOrders", "有效工单量", 6],
  ["returnsRejected", "已驳回退单申请量", 7],
  ["returnRate", "退单申请率", 7],
  ["onTime", "按时反馈量", 6],
  ["onTimeRate", "按时办结率", 8],
  ["informedRate", "联系反馈当事人率", 8],
  ["followUps", "回访总量", 6],
  ["satisfied", "满意量", 6],
  ["neutral", "一般量", 6],
  ["noResponse", "未评价量", 6],
  ["dissatisfied", "不满意量", 6],
  ["satisfactionRate", "回访满意率", 8],
];

/** 附件1的标题 */
export const appendix1Title = ({ month, platform }: ReportFacts): string =>
  `${shortMonth(month)}${platform}12345热线平台工单办理情况统计表`;

/** 附件1: order handling per unit, in groups, with the total and its notes; null in a month without rows. */
export function appendix1(facts: ReportFacts): Appendix | null {
  const { groups } = facts.figures.appendix1;
  if (!groups.some((group) => group.rows.length > 0)) return null;
  return {
    title: appendix1Title(facts),
    orientation: "landscape",
    blocks: [table(facts), notes(remarks(facts))],
  };
}

function table(facts: ReportFacts): Block {
  const { groups, total } = facts.figures.appendix1;
  const print = noRatingPrint(facts);
  const body = groups.flatMap((group): TableRow[] =>
    group.rows.length === 0
      ? []
      : [
          { kind: "group", text: `${group.name}（合计${group.rows.length}家）` },
          ...group.rows.map((row): TableRow => {
            const lead = [textCell(String(row.no), { align: "center" }), textCell(row.unit)];
            return { kind: "row", cells: [...lead, ...cells(row, print)] };
          }),
        ],
  );
  const totals: TableRow = {
    kind: "total",
    cells: [textCell("总计", { columns: 2, align: "center" }), ...cells(total, print)],
  };
  return {
    kind: "table",
    caption: null,
    table: {
      widths: [4, 18, ...columns.map(([, , width]) => width)],
      head: [["序号", "承办单位", ...columns.map(([, name]) => name)].map((text) => ({ text }))],
      body: [...body, totals],
    },
  };
}

const cells = (row: Appendix1Counts<Measured>, noRating: string): Cell[] =>
  columns.map(([column]) =>
    column === "satisfactionRate" && row[column].value === null
      ? { spans: [{ text: noRating, figure: row[column] }], align: "right" }
      : numberCell(row[column]),
  );

const noRatingPrint = ({ rulebook, month }: ReportFacts) =>
  inForce(rulebook, "report", "monthly", ruleDay(month))?.value.noRatingPrint ?? "—";

function remarks(facts: ReportFacts): Span[][] {
  const { total } = facts.figures.appendix1;
  const formula = formulaInForce(facts.rulebook, facts.month);
  const counties = facts.figures.countyPlatforms.byPlatform.map(({ platform }) => platform);
  const idle = noRatingPrint(facts) === "—" ? [] : say`；无人评价的单位印作${noRatingPrint(facts)}，不参与评比`;
  const informed = some(total.informed) ? say`，其中已联系反馈当事人${num(total.informed)}件` : [];
  return [
    say`各单位在组内按有效工单量由多到少排列`,
    say`本表以回访时间为截点，统计首次回访在${pointersOf(facts.month).this}结束的工单，共${num(total.validOrders)}件${informed}`,
    ...(formula ? [say`“未评价量”为回访后市民未作评价的工单；${formula}${idle}`] : []),
    ...(counties.length > 0
      ? [say`${enumerated(counties)}自有热线平台的受理和办理数据不在本表之内，所列工单均由本级平台交办`]
      : []),
  ];
}
