import { draftFigureAsked, draftFigureOrigin, draftParams } from "../../../contract/report/draft.ts";
import { monthBounds } from "../../../domain/calendar/month.ts";
import { type BreakdownRow, breakdowns, dimensions } from "../../../domain/measure/breakdown.ts";
import type { MonthCounts } from "../../../domain/measure/counts.ts";
import { percent, printHundredths } from "../../../domain/measure/exact.ts";
import type { Measured } from "../../../domain/measure/measured.ts";
import { type Setting, settingOf } from "../../../domain/measure/setting.ts";
import { refuse } from "../../../domain/refusal.ts";
import { figureLists, leaderDayList } from "../../../report/draft/figureList.ts";
import { FURTHER, figurePaths } from "../../../report/draft/figurePaths.ts";
import { measureName } from "../../../report/phrase/measureName.ts";
import { figureText, NO_VALUE } from "../../../report/phrase/number.ts";
import { explained } from "../../../report/phrase/origin.ts";
import { heldIn } from "../../leaderDay/load.ts";
import { operation } from "../../operation.ts";
import { iso } from "../../time.ts";
import type { Visit } from "../../visit.ts";
import { READING } from "../view.ts";
import { loadDraft } from "./load.ts";

/** of the day that it is about, found by its date and unit */
async function dayList(figure: Measured, period: string, visit: Visit) {
  const { leaderDay: about } = figure;
  if (!about) return [];
  const held = await heldIn(visit.db, period, visit);
  const day = held.find(({ date, unit }) => date === about.date && unit === about.unit);
  return day ? leaderDayList(figure, day) : [];
}

const MOST = 10;

/** 分解: the largest parts, and the others together */
function breakdownsOf(figure: Measured, setting: Setting, counts: MonthCounts) {
  const printed = ({ name, numerator, denominator }: BreakdownRow) => {
    const value = percent(numerator, denominator);
    return { name, numerator, denominator, text: value === null ? NO_VALUE : `${printHundredths(value)}%` };
  };
  return breakdowns(figure, setting, counts).map(({ by, rows }) => {
    const [first, rest] = [rows.slice(0, MOST), rows.slice(MOST)];
    const others =
      rest.length > 0 ? [printed(togetherAs(`其余 ${rest.length} 个`, rest, figure.kind === "count"))] : [];
    return {
      name: dimensions[by],
      of: figure.kind === "count" ? ("share" as const) : ("rate" as const),
      rows: [...first.map(printed), ...others],
    };
  });
}

/** parts of a count have one whole, parts of a rate each their own */
const togetherAs = (name: string, rows: readonly BreakdownRow[], isShare: boolean): BreakdownRow => ({
  name,
  numerator: rows.reduce((sum, row) => sum + row.numerator, 0),
  denominator: isShare ? rows[0]!.denominator : rows.reduce((sum, row) => sum + row.denominator, 0),
});

/** 一个数的出处: how it was worked out, by which rule, and the lists it was counted from. */
export const readDraftFigure = operation({
  id: "readReportDraftFigure",
  method: "GET",
  path: "/report-drafts/{period}/figure",
  summary: "一个数的出处：口径、依据、算式、统计范围，和它背后的清单",
  tag: "月报",
  permit: READING,
  params: draftParams,
  query: draftFigureAsked,
  answer: draftFigureOrigin,
  async handle({ params: { period }, query: { figure: path } }, visit) {
    const { facts, source } = await loadDraft(period, visit, path.startsWith(FURTHER));
    const figure = figurePaths(facts).get(path);
    if (!figure) return refuse("notFound", "底稿里没有这个数了。", "请从底稿里另打开一个。");
    const { zone, name } = visit.platform;
    // what was counted of another period is listed in that one
    const { from, until } = monthBounds(figure.month, zone);
    const setting = settingOf(facts.rulebook, name, facts.month);
    return {
      ...{ figure: path, name: measureName(figure.measure), of: figure.of ?? null, text: figureText(figure) },
      ...{ numerator: figure.numerator ?? null, denominator: figure.denominator ?? null },
      rows: explained(figure).map(([label, words]) => ({ label, words })),
      breakdowns: breakdownsOf(figure, setting, source.counts),
      lists: [
        ...figureLists(figure, setting, { from: iso(from), until: iso(until) }),
        ...(await dayList(figure, period, visit)),
      ],
    };
  },
});
