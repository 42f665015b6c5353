/** 考核得分: what the scorecard makes of a month, for each county platform and each unit, with how sure it is. */
import type { RuleRow } from "../rule/rulebook.ts";
import { type Ranking, type Span, type Standing, standings } from "../scorecard/ranking.ts";
import { type ItemInput, isImpossible, type Score, type ScoreInputs, score } from "../scorecard/score.ts";
import type { Scorecard, ScorecardComponent } from "../scorecard/scorecard.ts";
import { contestant, contestants, dispatchedRatios, inputsOf, ratioInputs, rowOfPlatform } from "./appendix2.ts";
import type { Ratio, ScoreCounts, UnitFollowUpCounts } from "./counts.ts";
import { type Interval, wilson } from "./interval.ts";
import type { MonthSource } from "./monthFigures.ts";
import { ratedCount } from "./satisfaction.ts";
import { ruleOf, type Setting, settingOf, unitName, unitOrder } from "./setting.ts";

export type ScoreSource = Omit<MonthSource, "counts" | "before"> & { counts: ScoreCounts };

/** 一个得分, with what it was made of and where it would lie if its rates of few ratings did. */
export interface Scored extends Span {
  /** a unit's code, a platform's name */
  key: string;
  name: string;
  /** 分组: ranked within it; null: all together */
  group: string | null;
  inputs: ScoreInputs;
  /** how many rated, of each part that has a rate of ratings */
  rated: Partial<Record<ScorecardComponent["key"], number>>;
  score: Score;
  standing: Standing;
}

/** 一组得分 under one way of ranking, in the order in which it is shown */
export interface ScoreTable {
  /** a unit's is of the first part alone */
  card: Scorecard;
  ranking: RuleRow<"ranking"> | null;
  rows: Scored[];
}

export interface MonthScores {
  setting: Setting;
  rule: RuleRow<"scorecard">;
  /** 样本不足 below so many ratings */
  enough: RuleRow<"threshold"> | null;
  counties: ScoreTable;
  units: ScoreTable;
}

/** 满意率一类的项目: what citizens' ratings make; the rest is counted of all there is. */
export const isRated = (key: string): boolean => key === "satisfaction";

export const ratioIn = (input: ItemInput): Ratio | null => (input && "ratio" in input ? input.ratio : null);

/** 区间 of an item's rate; null where it isn't made of ratings */
export function intervalOf(key: string, input: ItemInput, ranking: Ranking | undefined): Interval | null {
  const ratio = ratioIn(input);
  return ranking && ratio && isRated(key) && !isImpossible(input) ? wilson(ratio, ranking.z) : null;
}

/** the inputs with every rate of ratings at one end of its interval */
function atEnd(inputs: ScoreInputs, end: keyof Interval, ranking: Ranking | undefined): ScoreInputs {
  const moved = Object.entries(inputs).map(([part, items]) => {
    const ends = Object.entries(items).map(([key, input]) => {
      const interval = intervalOf(key, input, ranking);
      return [key, interval ? { rate: interval[end] } : input];
    });
    return [part, Object.fromEntries(ends)];
  });
  return Object.fromEntries(moved);
}

type Unplaced = Omit<Scored, "standing">;
type Who = Pick<Scored, "key" | "name" | "group" | "inputs" | "rated">;

function scored(card: Scorecard, ranking: Ranking | undefined, who: Who): Unplaced {
  const at = (end: keyof Interval) => score(card, atEnd(who.inputs, end, ranking)).total;
  const own = score(card, who.inputs);
  return { ...who, score: own, total: own.total, low: at("low"), high: at("high") };
}

/** 各组各自排名; with places by total, else in the order they came in. */
function table(card: Scorecard, ranking: RuleRow<"ranking"> | null, rows: Unplaced[]): ScoreTable {
  const groups = [...new Set(rows.map(({ group }) => group))];
  const placed = groups.flatMap((group) => {
    const own = rows.filter((row) => row.group === group);
    const found = standings(ranking?.value ?? null, own);
    const all = own.map((row) => ({ ...row, standing: found.get(row)! }));
    return ranking?.value.show === "ranks"
      ? all.toSorted((a, b) => (a.standing.rank ?? all.length + 1) - (b.standing.rank ?? all.length + 1))
      : all;
  });
  return { card, ranking, rows: placed };
}

/** 单位的评分表: the part about work orders the city hands out, alone and for the whole score. */
export const unitCard = (card: Scorecard): Scorecard => ({
  ...card,
  components: card.components.filter(({ key }) => key === "dispatched").map((part) => ({ ...part, weight: 10_000 })),
});

const groupName = (setting: Setting, code: string) =>
  setting.unitGroups.find(({ id }) => id === setting.units.get(code)?.group)?.name ?? null;
const groupOrder = (setting: Setting, { unit }: UnitFollowUpCounts) =>
  setting.unitGroups.findIndex(({ id }) => id === setting.units.get(unit)?.group);

function unitsOf(setting: Setting, { units }: ScoreCounts): Who[] {
  return units
    .filter(({ validOrders }) => validOrders > 0)
    .toSorted(
      (a, b) =>
        groupOrder(setting, a) - groupOrder(setting, b) || unitOrder(setting, a.unit) - unitOrder(setting, b.unit),
    )
    .map((row) => ({
      key: row.unit,
      name: unitName(setting, row.unit),
      group: groupName(setting, row.unit),
      inputs: { dispatched: ratioInputs(dispatchedRatios(setting, row)) },
      rated: { dispatched: ratedCount(row) },
    }));
}

/** 没有人评价的单位不参与评比, as appendix 1 says: without what citizens say, the rest would be restated to a full score. */
const unlessUnrated = (row: Unplaced): Unplaced =>
  row.rated.dispatched === 0 ? { ...row, total: null, low: null, high: null } : row;

function countiesOf(setting: Setting, counts: ScoreCounts): Who[] {
  return contestants(setting, counts).map((platform) => {
    const own = counts.counties.find((county) => county.platform === platform);
    return {
      key: platform,
      name: platform,
      group: null,
      inputs: inputsOf(contestant(setting, counts, platform)),
      rated: {
        dispatched: ratedCount(rowOfPlatform(setting, counts, platform)),
        five: own?.satisfaction?.denominator ?? 0,
      },
    };
  });
}

/** 一个月的考核得分 under the rules of its first day; null where no scorecard was in force. */
export function monthScores({ counts, rulebook, platform, month }: ScoreSource): MonthScores | null {
  const setting = settingOf(rulebook, platform, month);
  const rule = ruleOf(setting, "scorecard", "countyComposite");
  if (rule === null) return null;
  const tableOf = (key: string, card: Scorecard, rows: Who[], judged = (row: Unplaced) => row) => {
    const ranking = ruleOf(setting, "ranking", key);
    return table(
      card,
      ranking,
      rows.map((row) => judged(scored(card, ranking?.value, row))),
    );
  };
  return {
    setting,
    rule,
    enough: ruleOf(setting, "threshold", "enoughRatings"),
    counties: tableOf("counties", rule.value, countiesOf(setting, counts)),
    units: tableOf("units", unitCard(rule.value), unitsOf(setting, counts), unlessUnrated),
  };
}

/** 两种算法的一行: the same one under two scorecards */
export interface ScoreMove {
  key: string;
  name: string;
  group: string | null;
  before: Scored | null;
  after: Scored | null;
}

/** 并排: whatever either side has, in the order of the first, then of the other. */
export function sideBySide(before: ScoreTable | null, after: ScoreTable | null): ScoreMove[] {
  const [was, is] = [before?.rows ?? [], after?.rows ?? []];
  const known = new Set(was.map(({ key }) => key));
  return [...was, ...is.filter(({ key }) => !known.has(key))].map(({ key, name, group }) => ({
    ...{ key, name, group },
    before: was.find((row) => row.key === key) ?? null,
    after: is.find((row) => row.key === key) ?? null,
  }));
}
