import { draftFigureAsked, draftFigureOrigin, draftParams } from "../../../contract/report/draft.ts";
import { monthBounds } from "../../../domain/calendar/month.ts";
import { settingOf } from "../../../domain/measure/setting.ts";
import { refuse } from "../../../domain/refusal.ts";
import { figureLists } from "../../../report/draft/figureList.ts";
import { figurePaths } from "../../../report/draft/figurePaths.ts";
import { figureText } from "../../../report/phrase/number.ts";
import { measureName } from "../../../report/render/measureName.ts";
import { explained } from "../../../report/render/provenance.ts";
import { operation } from "../../operation.ts";
import { iso } from "../../time.ts";
import { READING } from "../view.ts";
import { factsOf } from "./load.ts";

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
    const facts = await factsOf(period, visit);
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
      lists: figureLists(figure, setting, { from: iso(from), until: iso(until) }),
    };
  },
});
