import { pointersOf } from "../../domain/calendar/period.ts";
import type { Block, Span } from "../block.ts";
import type { ReportFacts } from "../facts.ts";
import { moved } from "../phrase/change.ts";
import { count, counted, several, some } from "../phrase/number.ts";
import { periodSaid, reach, recordsBeginLater } from "../phrase/reach.ts";
import { say, separated } from "../phrase/say.ts";
import { numberCell, paragraph, plainTable, type Section, textCell } from "./section.ts";

/** 超期未反馈工单: the stock at the period's end, or as it is now while it goes on, whose it is and how it moved; beside it the month's returns. */
export const openOverdue: Section = {
  name: "openOverdue",
  path: ["办理情况分析", "本级热线办理情况", "超期未反馈工单"],
  write: (facts) => [paragraph("stock", ...stock(facts)), ...returns(facts), ...table(facts)],
};

function stock(facts: ReportFacts): Span[] {
  const { month, more } = facts;
  const { openOverdue } = facts.figures;
  const until = `截至${reach(facts)}，`;
  const than = `较${pointersOf(month).lastEnd}`;
  const change = recordsBeginLater(facts) ? `${than}无可比数据` : moved(more.openOverdue.movement, "件", than);
  if (!some(openOverdue.total)) {
    return openOverdue.total.value === null
      ? say`${pointersOf(month).this}没有超期未反馈工单的统计。`
      : say`${until}没有超期未反馈的工单，${change}。`;
  }
  const units = openOverdue.byUnit.map((row) => counted(row.unit, row.count, "件"));
  const whose = units.length > 0 ? say`，涉及${several(units.length)}家承办单位：${separated(units, "、")}` : [];
  return say`${until}仍有${count(openOverdue.total, "件")}工单超期未反馈，${change}${whose}。`;
}

function returns(facts: ReportFacts): Block[] {
  const { returns: of } = facts.more;
  if (!some(of.requested)) return [];
  return [
    paragraph(
      "returns",
      ...say`${periodSaid(facts)}承办单位申请退单${count(of.requested, "件次")}，其中超过规定期限的${count(of.late, "件次")}；热线办同意${count(of.accepted, "件次")}、驳回${count(of.rejected, "件次")}。`,
    ),
  ];
}

function table(facts: ReportFacts): Block[] {
  const {
    month,
    figures: { openOverdue },
    more,
  } = facts;
  if (openOverdue.byUnit.length === 0) return [];
  const rows = openOverdue.byUnit.map(({ unit, count: n, topics }) => {
    const known = more.openOverdue.byUnit.find((row) => row.unit === unit)?.movement;
    const change = recordsBeginLater(facts) ? undefined : known;
    return [
      textCell(unit),
      numberCell(n),
      change ? { spans: moved(change, "", ""), align: "right" as const } : textCell("—", { align: "right" }),
      textCell(topics.join("、")),
    ];
  });
  const made = plainTable([3, 1, 2, 4], ["承办单位", "数量（件）", `较${pointersOf(month).lastEnd}`, "诉求内容"], rows);
  return [{ kind: "table", table: made, caption: "超期未反馈工单" }];
}
