/** 考核得分的样子 */

import type { z } from "zod";
import type { monthScores, scoreMove, scoreRow } from "../../contract/score/score.ts";
import { dateWords } from "../../domain/calendar/civil.ts";
import { changeOfRule } from "../../domain/measure/satisfaction.ts";
import {
  intervalOf,
  isRated,
  type MonthScores,
  type Scored,
  type ScoreMove,
  type ScoreTable,
} from "../../domain/measure/scores.ts";
import type { RuleRow } from "../../domain/rule/rulebook.ts";
import {
  componentArithmetic,
  itemArithmetic,
  roundingWords,
  totalArithmetic,
} from "../../domain/scorecard/arithmetic.ts";
import type { Score } from "../../domain/scorecard/score.ts";
import { itemWords } from "../../domain/scorecard/words.ts";

type Row = z.input<typeof scoreRow>;
type Component = Row["components"][number];

/** 样本不足的说明, of none as well; null where enough rated, or where nothing is known of ratings */
function fewOf({ enough }: MonthScores, rated: number | undefined): string | null {
  if (!enough || rated === undefined || rated >= enough.value.value) return null;
  return `样本不足：已评价 ${rated} 件`;
}

function componentView(
  scored: Scored,
  { card, ranking }: ScoreTable,
  part: Score["components"][number],
  scores: MonthScores,
): Component {
  const component = card.components.find(({ key }) => key === part.key)!;
  const { key, name, weight } = component;
  const inputs = scored.inputs[key] ?? {};
  const items = component.items.map((item, at): Component["items"][number] => {
    const input = inputs[item.key] ?? null;
    const earned = part.items[at]!;
    const interval = intervalOf(item.key, input, ranking?.value);
    return {
      ...{ key: item.key, name: item.name, rule: itemWords(item), full: item.points },
      ...{ rate: earned.rate, points: earned.points, arithmetic: itemArithmetic(item, input, earned) },
      ...{ interval, few: isRated(item.key) ? fewOf(scores, scored.rated[key]) : null },
    };
  });
  const arithmetic = componentArithmetic(card, component, part);
  return { key, name, weight, sum: part.sum, weighted: part.weighted, arithmetic, items };
}

function rowView(scored: Scored, table: ScoreTable, earlier: ScoreTable | null, scores: MonthScores): Row {
  const { key, name, group, total, standing, score } = scored;
  const before = earlier?.rows.find((row) => row.key === key) ?? null;
  const components = score.components.map((part) => componentView(scored, table, part, scores));
  return {
    ...{ key, name, group, total, ...standing },
    arithmetic: total === null && score.total !== null ? "没有人评价，不参与评比" : totalArithmetic(score),
    before: sideView(before),
    change: changeBetween(before, scored),
    few: components.some(({ items }) => items.some(({ few }) => few !== null)),
    components,
  };
}

const changeBetween = (before: Scored | null, after: Scored | null): number | null =>
  before?.total == null || after?.total == null ? null : after.total - before.total;

const sideView = (scored: Scored | null) =>
  scored && { total: scored.total, rank: scored.standing.rank, grade: scored.standing.grade };

const sourceOf = ({ from, source, assumption }: RuleRow) => ({ from, source, assumption });

export const cardView = (rule: RuleRow<"scorecard">) => ({ ...sourceOf(rule), name: rule.value.name });

const tableView = (table: ScoreTable, earlier: ScoreTable | null, scores: MonthScores) => ({
  ranking: table.ranking && {
    ...sourceOf(table.ranking),
    show: table.ranking.value.show,
    words: table.ranking.value.words,
  },
  rows: table.rows.map((row) => rowView(row, table, earlier, scores)),
});

/** 与上月比较要知道的: what both months weren't scored alike by */
function earlierSays(scores: MonthScores, earlier: MonthScores | null): string | null {
  if (earlier === null) return "没有上月的得分，不比较。";
  const card =
    scores.rule.from === earlier.rule.from
      ? null
      : `评分表自${dateWords(scores.rule.from)}起变更：上月照上月的评分表计分，没有按同一张重算`;
  const said = [card, changeOfRule(scores.setting, earlier.setting)].filter((one) => one !== null);
  return said.length === 0 ? null : said.map((one) => `${one}。`).join("");
}

export const scoresView = (
  month: string,
  scores: MonthScores,
  earlier: MonthScores | null,
): z.input<typeof monthScores> => ({
  month,
  card: { ...cardView(scores.rule), rounding: roundingWords(scores.rule.value), notes: scores.rule.value.note },
  earlier: earlierSays(scores, earlier),
  counties: tableView(scores.counties, earlier?.counties ?? null, scores),
  units: tableView(scores.units, earlier?.units ?? null, scores),
});

export const moveView = ({ key, name, group, before, after }: ScoreMove): z.input<typeof scoreMove> => ({
  ...{ key, name, group, change: changeBetween(before, after) },
  ...{ before: sideView(before), after: sideView(after) },
});
