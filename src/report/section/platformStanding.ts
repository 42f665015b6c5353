/** 县级平台怎样列: in places, in grades or in neither, as the rule of the month says; the same as on the page of scores. */
import { ruleDay } from "../../domain/calendar/month.ts";
import type { Appendix2Row } from "../../domain/measure/figures.ts";
import type { Measured } from "../../domain/measure/measured.ts";
import { inForce } from "../../domain/rule/inForce.ts";
import { gradeOf } from "../../domain/scorecard/ranking.ts";
import type { ReportFacts } from "../facts.ts";
import { num, numeral } from "../phrase/number.ts";
import { say, type Words } from "../phrase/say.ts";

type Row = Appendix2Row<Measured>;

const ruleOf = ({ rulebook, month }: ReportFacts) =>
  inForce(rulebook, "ranking", "counties", ruleDay(month))?.value ?? null;

export const isRanked = (facts: ReportFacts): boolean => ruleOf(facts)?.show === "ranks";

/** by place, or in configured order where there are no places */
export function platformRows(facts: ReportFacts): Row[] {
  const { appendix2, countyPlatforms } = facts.figures;
  if (isRanked(facts)) return appendix2.rows;
  const order = countyPlatforms.byPlatform.map(({ platform }) => platform);
  return appendix2.rows.toSorted((a, b) => order.indexOf(a.platform) - order.indexOf(b.platform));
}

/** 名次一栏: its head and what stands in it; null: there is no such column */
export function standingColumn(facts: ReportFacts): { head: string; cell(row: Row): string } | null {
  const rule = ruleOf(facts);
  if (rule?.show === "ranks") return { head: "排名", cell: ({ rank }) => String(rank) };
  if (rule?.show !== "grades") return null;
  const grade = ({ total }: Row) => (total.value === null ? "—" : (gradeOf(rule.grades, total.value) ?? "—"));
  return { head: "分档", cell: grade };
}

/** 得分和名次 of one platform, as part of a sentence */
export function standingSaid(facts: ReportFacts, row: Row): Words {
  const scored = say`${row.platform}（${num(row.total)}分）`;
  if (isRanked(facts)) return say`${scored}列第${numeral(row.rank)}`;
  const column = standingColumn(facts);
  return column ? say`${scored}为“${column.cell(row)}”` : scored;
}
