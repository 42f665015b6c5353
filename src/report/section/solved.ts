import { pointersOf } from "../../domain/calendar/period.ts";
import type { Measured } from "../../domain/measure/measured.ts";
import type { SolvedFigures, SolvedRow } from "../../domain/measure/solvedFigures.ts";
import type { Block, Cell, TableRow } from "../block.ts";
import type { ReportFacts } from "../facts.ts";
import { count, num, some } from "../phrase/number.ts";
import { periodSaid } from "../phrase/reach.ts";
import { enoughRatings, isFew, satisfaction } from "../phrase/satisfaction.ts";
import { say } from "../phrase/say.ts";
import { notes, numberCell, paragraph, plainTable, type Section, textCell } from "./section.ts";

type Row = SolvedRow<Measured>;

/** 解决率: what the followed up answered about whether it was solved, beside how satisfied they are; by group and district. */
export const solved: Section = {
  name: "solved",
  extra: true,
  path: ["办理情况分析", "本级热线办理情况", "解决率"],
  write: (facts) => {
    const of = facts.further?.solved;
    if (!of) return [];
    const { whole } = of;
    if (!some(whole.followUps)) return [paragraph("rate", `${pointersOf(facts.month).this}没有结束的回访。`)];
    if (!some(whole.answered))
      return [
        paragraph(
          "rate",
          ...say`${periodSaid(facts)}回访转办诉求${count(whole.followUps, "件")}，没有当事人回答是否解决，解决率无法计算。`,
        ),
      ];
    return [paragraph("rate", ...overall(facts, whole)), ...table(facts, of), remarks(facts)];
  },
};

function overall(facts: ReportFacts, of: Row) {
  const { month, rulebook, figures, more } = facts;
  const enough = enoughRatings(rulebook, month);
  const satisfied = satisfaction("回访满意率", figures.followUp.satisfactionRate, more.responseShares.followUp, enough);
  return say`${periodSaid(facts)}回访转办诉求${count(of.followUps, "件")}，当事人对是否解决作了回答的${count(of.answered, "件")}，其中已解决${count(of.solved, "件")}、未解决${count(of.unsolved, "件")}。${satisfaction("解决率", of.rate, of.answerShare, enough, "回答率")}；同期${satisfied}。`;
}

function cells(row: Row, name: string, enough: number | null): Cell[] {
  const few = row.rate.value !== null && isFew(row.answerShare, enough);
  const rate: Cell = few ? { spans: [num(row.rate), "（样本不足）"], align: "right" } : numberCell(row.rate);
  const counts = [row.followUps, row.answered, row.solved].map((figure) => numberCell(figure));
  return [textCell(name), ...counts, rate, numberCell(row.answerShare)];
}

/** one group alone is the whole again */
function table({ rulebook, month }: ReportFacts, of: SolvedFigures<Measured>): Block[] {
  const districts = of.groups.flatMap(({ units }) => units);
  if (of.groups.length < 2 && districts.length < 2) return [];
  const enough = enoughRatings(rulebook, month);
  const rows = of.groups.flatMap((group) => [
    cells(group, group.of, enough),
    ...group.units.map((unit) => cells(unit, `　${unit.of}`, enough)),
  ]);
  const made = plainTable([9, 4, 4, 4, 7, 4], ["承办单位", "回访", "回答", "已解决", "解决率", "回答率"], rows);
  const total: TableRow = { kind: "total", cells: cells(of.whole, "总计", enough) };
  return [{ kind: "table", table: { ...made, body: [...made.body, total] }, caption: "各类承办单位的解决率" }];
}

function remarks({ rulebook, month }: ReportFacts): Block {
  const enough = enoughRatings(rulebook, month);
  return notes([
    ["解决率＝回答已解决的工单量÷回答是否解决的工单量，没有回答的不计入；回答率＝回答是否解决的工单量÷回访总量"],
    ["按首次回访的回答计，归入回访时的主办单位"],
    ...(enough === null ? [] : [[`回答少于${enough}件的注明样本不足`]]),
  ]);
}
