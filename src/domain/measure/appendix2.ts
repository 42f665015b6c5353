import type { RuleRow } from "../rule/rulebook.ts";
import { type MeasureKey, scoredMeasures } from "../scorecard/measures.ts";
import { type ComponentScore, type ItemInput, type Score, type ScoreInputs, score } from "../scorecard/score.ts";
import type { Scorecard } from "../scorecard/scorecard.ts";
import { itemWords } from "../scorecard/words.ts";
import { informedOf, NOTHING, onTimeOf } from "./appendix1.ts";
import type { CountyCounts, MonthCounts, MysteryCallSheet, Ratio, ScoreCounts, UnitFollowUpCounts } from "./counts.ts";
import { answerRatio, countyNames } from "./countyFigures.ts";
import { printHundredths } from "./exact.ts";
import { count, deliveredRate } from "./figure.ts";
import type { Appendix2Row, Figures, RateAndPoints } from "./figures.ts";
import type { Measured, RuleReference } from "./measured.ts";
import { satisfactionOf } from "./satisfaction.ts";
import { referenceTo, ruleOf, type Setting } from "./setting.ts";

type Ratios<K extends string> = Record<K, Ratio | null>;
type SheetKey = MeasureKey<"mysteryCall">;

export interface Contestant {
  platform: string;
  dispatched: Ratios<MeasureKey<"dispatched">>;
  five: Ratios<Exclude<MeasureKey<"five">, "accuracy">>;
  accuracy: number | null;
  sheets: MysteryCallSheet[];
}

/** 交办工单办理的各率, of a unit's row of appendix 1. */
export const dispatchedRatios = (
  setting: Setting,
  row: Omit<UnitFollowUpCounts, "unit">,
): Contestant["dispatched"] => ({
  onTime: onTimeOf(row),
  informed: informedOf(row),
  satisfaction: satisfactionOf(setting, row).ratio,
});

/** 参评平台所在地区的单位, its row of appendix 1 */
export function rowOfPlatform(setting: Setting, { units }: ScoreCounts, platform: string) {
  const unit = setting.counties.find((county) => county.name === platform)?.unit;
  return units.find((candidate) => candidate.unit === unit) ?? NOTHING;
}

/** 参评平台的依据: its unit's row of appendix 1, its own delivered rates, its mystery calls. */
export function contestant(setting: Setting, counts: ScoreCounts, platform: string): Contestant {
  const county: CountyCounts | undefined = counts.counties.find((candidate) => candidate.platform === platform);
  return {
    platform,
    dispatched: dispatchedRatios(setting, rowOfPlatform(setting, counts, platform)),
    five: {
      answer: county ? answerRatio(county) : null,
      firstContact: county?.firstContact ?? null,
      onTime: county?.onTime ?? null,
      followUp: county?.followUp ?? null,
      satisfaction: county?.satisfaction ?? null,
    },
    accuracy: county?.accuracy ?? null,
    sheets: counts.mysteryCalls.filter((sheet) => sheet.platform === platform),
  };
}

export const ratioInputs = (ratios: Ratios<string>): Record<string, ItemInput> =>
  Object.fromEntries(Object.entries(ratios).map(([key, ratio]) => [key, ratio && { ratio }]));

const SHEET_KEYS = Object.keys(scoredMeasures.mysteryCall) as SheetKey[];

/** 评分输入 of a contestant */
export const inputsOf = ({ dispatched, five, accuracy, sheets }: Contestant): ScoreInputs => ({
  dispatched: ratioInputs(dispatched),
  five: { ...ratioInputs(five), accuracy: accuracy === null ? null : { points: accuracy } },
  mysteryCall: Object.fromEntries(SHEET_KEYS.map((key) => [key, { sheets: sheets.map((sheet) => sheet[key]) }])),
});

/** 一行的造数: what each printed number of one platform's row is made with. */
interface RowMaker {
  pair(part: "dispatched" | "five", key: string): RateAndPoints<Measured>;
  item(path: string, part: ComponentScore["key"], key: string): Measured;
  weighted(part: ComponentScore["key"]): Measured;
  total(): Measured;
}

const ROW = "appendix2.rows[]";

function rowMaker(setting: Setting, card: Scorecard, who: Contestant, scored: Score, rule: RuleReference): RowMaker {
  const about = { of: who.platform, rule };
  const part = (key: ComponentScore["key"]) => scored.components.find((component) => component.key === key);
  const item: RowMaker["item"] = (path, at, key) => {
    const earned = part(at)?.items.find((one) => one.key === key)?.points ?? null;
    const rules = card.components.find((component) => component.key === at)?.items.find((one) => one.key === key);
    return count(setting, `${ROW}.${path}`, earned, { ...about, note: rules && itemWords(rules) });
  };
  return {
    item,
    pair: (at, key) => [
      deliveredRate(setting, `${ROW}.${at}.${key}[0]`, (who[at] as Ratios<string>)[key] ?? null, { of: who.platform }),
      item(`${at}.${key}[1]`, at, key),
    ],
    weighted: (at) => {
      const weight = card.components.find((component) => component.key === at)?.weight ?? 0;
      const sum = part(at)?.sum ?? null;
      const note = sum === null ? "" : `小计${printHundredths(sum)}分，按${weight / 100}%折合`;
      return count(setting, `${ROW}.${at}.weighted`, part(at)?.weighted ?? null, { ...about, note });
    },
    total: () => count(setting, `${ROW}.total`, scored.total, { ...about, note: "各部分折合得分相加" }),
  };
}

function rowOf(maker: RowMaker, who: Contestant): Omit<Appendix2Row<Measured>, "rank"> {
  const { pair, item, weighted } = maker;
  const sheet = (key: SheetKey) => item(`mysteryCall.${key}`, "mysteryCall", key);
  return {
    platform: who.platform,
    dispatched: {
      onTime: pair("dispatched", "onTime"),
      informed: pair("dispatched", "informed"),
      satisfaction: pair("dispatched", "satisfaction"),
      weighted: weighted("dispatched"),
    },
    five: {
      answer: pair("five", "answer"),
      firstContact: pair("five", "firstContact"),
      onTime: pair("five", "onTime"),
      followUp: pair("five", "followUp"),
      satisfaction: pair("five", "satisfaction"),
      accuracy: item("five.accuracy", "five", "accuracy"),
      weighted: weighted("five"),
    },
    mysteryCall: {
      voiceMenu: sheet("voiceMenu"),
      connection: sheet("connection"),
      etiquette: sheet("etiquette"),
      knowledge: sheet("knowledge"),
      followUp: sheet("followUp"),
      weighted: weighted("mysteryCall"),
    },
    total: maker.total(),
  };
}

const weightOf = (card: Scorecard | undefined, key: ComponentScore["key"]) =>
  (card?.components.find((component) => component.key === key)?.weight ?? 0) / 10000;

function weightsOf(card: Scorecard | undefined): Figures<Measured>["appendix2"]["weights"] {
  return {
    dispatchedOrders: weightOf(card, "dispatched"),
    fiveRatesOneDegree: weightOf(card, "five"),
    mysteryCalls: weightOf(card, "mysteryCall"),
  };
}

/** 参评平台: those that delivered anything, in configured order. */
export function contestants(setting: Setting, counts: ScoreCounts): string[] {
  const delivered = new Set([...counts.counties, ...counts.mysteryCalls].map((source) => source.platform));
  return countyNames(setting, counts).filter((platform) => delivered.has(platform));
}

function scoredRows(setting: Setting, counts: MonthCounts, row: RuleRow<"scorecard">) {
  const rule = referenceTo(row, row.value.note.join("；"));
  return contestants(setting, counts).map((platform) => {
    const who = contestant(setting, counts, platform);
    return rowOf(rowMaker(setting, row.value, who, score(row.value, inputsOf(who)), rule), who);
  });
}

const totalOf = (row: { total: Measured }) => row.total.value ?? Number.NEGATIVE_INFINITY;

/** 附件2 综合排名: by total, descending; equal totals keep configured order; without a scorecard no rows. */
export function appendix2(setting: Setting, counts: MonthCounts): Figures<Measured>["appendix2"] {
  const card = ruleOf(setting, "scorecard", "countyComposite");
  const rows = card ? scoredRows(setting, counts, card) : [];
  return {
    weights: weightsOf(card?.value),
    rows: rows
      .toSorted((a, b) => (totalOf(b) > totalOf(a) ? 1 : totalOf(b) < totalOf(a) ? -1 : 0))
      .map((row, at) => ({ rank: at + 1, ...row })),
  };
}
