import { draftFigureAsked, draftFigureOtherwise, draftParams } from "../../../contract/report/draft.ts";
import { furtherFigures } from "../../../domain/measure/furtherFigures.ts";
import type { Measured } from "../../../domain/measure/measured.ts";
import { monthFigures } from "../../../domain/measure/monthFigures.ts";
import { reportFigures } from "../../../domain/measure/reportFigures.ts";
import { settingOf } from "../../../domain/measure/setting.ts";
import { refuse } from "../../../domain/refusal.ts";
import { otherVersions, underVersion } from "../../../domain/rule/otherwise.ts";
import type { RuleRow } from "../../../domain/rule/rulebook.ts";
import { ruleTitle } from "../../../domain/rule/title.ts";
import { FURTHER, figurePaths } from "../../../report/draft/figurePaths.ts";
import { figureText } from "../../../report/phrase/number.ts";
import { furtherCounts } from "../../../store/question/further.ts";
import { operation } from "../../operation.ts";
import type { Visit } from "../../visit.ts";
import { type ComputedReport, sourceUnder } from "../compute.ts";
import { READING } from "../view.ts";
import { loadDraft } from "./load.ts";

const noFigure = refuse("notFound", "底稿里没有这个数了。", "请从底稿里另打开一个。");

const printed = (figure: Measured | undefined) => ({
  text: figure ? figureText(figure) : "没有这个数",
  numerator: figure?.numerator ?? null,
  denominator: figure?.denominator ?? null,
});

/** the same figure of the same counts, under another version of its rule */
async function under(row: RuleRow, path: string, { facts, source }: ComputedReport, { db, platform }: Visit) {
  const other = await sourceUnder(db, platform, source, underVersion(source.rulebook, row));
  const { soFar } = other.counts;
  const setting = settingOf(other.rulebook, platform.name, facts.month, soFar !== undefined);
  const further = path.startsWith(FURTHER)
    ? furtherFigures(setting, other.counts, await furtherCounts(db, platform, facts.month, other.rulebook, soFar?.at))
    : facts.further;
  const figures = figurePaths({ figures: monthFigures(other), more: reportFigures(other), further });
  return {
    ...{ words: ruleTitle(row, source.rulebook), source: row.source, from: row.from },
    ...printed(figures.get(path)),
  };
}

/** 换一种口径看: a figure beside what it would be under the other versions of its rule; nothing is changed by asking. */
export const readFigureOtherwise = operation({
  id: "readReportDraftFigureOtherwise",
  method: "GET",
  path: "/report-drafts/{period}/figure-otherwise",
  summary: "换一种口径看：同一个数按规则库里别的几版口径或评分表各是多少，只看不改",
  tag: "月报",
  permit: READING,
  params: draftParams,
  query: draftFigureAsked,
  answer: draftFigureOtherwise,
  async handle({ params: { period }, query: { figure: path } }, visit) {
    const computed = await loadDraft(period, visit, path.startsWith(FURTHER));
    const { rulebook } = computed.source;
    const figure = figurePaths(computed.facts).get(path);
    if (!figure) return noFigure;
    const { rule } = figure;
    if (!rule) return { now: null, others: [] };
    const others = [];
    for (const row of otherVersions(rulebook, rule.kind, rule.key, rule.from))
      others.push(await under(row, path, computed, visit));
    return { now: { words: rule.words, source: rule.source, from: rule.from, ...printed(figure) }, others };
  },
});
