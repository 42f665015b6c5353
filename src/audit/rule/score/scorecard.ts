/**
 * 评分算式: scores whose weights the report prints. A record's numbers are looked through for runs whose sum times a weight
 * is another of its numbers, and for weighted scores that add up to a total; what most records keep is meant.
 */
import type { Finding } from "../../../domain/finding.ts";
import { columnsUpTo } from "../../read/columns.ts";
import type { Reading } from "../../read/reading.ts";
import type { Row, Table } from "../../read/table.ts";
import { finding, rowPlace } from "../../write.ts";

/** a record's scores in hundredths, in reading order, without its rates */
interface Card {
  row: Row;
  scores: number[];
  texts: string[];
  rates: number[];
}

interface Sum {
  target: number;
  from: number;
  to: number;
  /** one score that stands apart from its group; −1 for none */
  apart: number;
  weight: number;
}

export const scorecard = ({ tables }: Reading): Finding[] =>
  tables.filter(isScored).flatMap((table) => {
    const cards = table.rows.filter(({ isTotal }) => !isTotal).map(cardOf);
    const width = cards[0]?.scores.length ?? 0;
    if (cards.length < 2 || width < 4 || width > 60 || cards.some(({ scores }) => scores.length !== width)) return [];
    return [...weighted(cards, weightsOf(table)), ...totals(cards), ...deductions(cards, table)];
  });

const text = (table: Table): string => `${table.title} ${table.words.join(" ")} ${table.heads?.join(" ") ?? ""}`;
const isScored = (table: Table): boolean =>
  /得分|评分|总分|（\d+分）/.test(text(table)) && !/评价得分|知识库/.test(table.title);
const weightsOf = (table: Table): number[] =>
  [...new Set([...text(table).matchAll(/(\d{1,3})%/g)].map((match) => Number(match[1])))].filter(
    (weight) => weight > 0 && weight < 100,
  );

const score = /^\d{1,3}(?:\.\d{1,2})?$/;
const hundredths = (cell: string): number => Math.round(Number(cell.replace("%", "")) * 100);

function cardOf(row: Row): Card {
  const after = row.cells.slice(row.cells.indexOf(row.name) + 1);
  const cells = after.filter((cell) => score.test(cell));
  return {
    row,
    scores: cells.map(hundredths),
    texts: cells,
    rates: after.filter((cell) => /%$/.test(cell)).map(hundredths),
  };
}

const rounded = (value: number): number => Math.floor(value + 0.5);

function computed({ scores }: Card, { from, to, apart, weight }: Sum): number {
  let total = apart < 0 ? 0 : scores[apart]!;
  for (let at = from; at < to; at += 1) total += scores[at]!;
  return rounded((total * weight) / 100);
}

/** 折合得分: the sum of a run of items (one may stand apart) times a printed weight */
function weighted(cards: Card[], weights: number[]): Finding[] {
  const width = cards[0]!.scores.length;
  const all = columnsUpTo(width);
  return all.flatMap((target) => {
    const sums = all.flatMap((from) =>
      all
        .filter((to) => to >= from + 2 && to - from <= 8 && (target < from || target >= to))
        .flatMap((last) =>
          [-1, ...all.filter((apart) => (apart < from || apart >= last) && apart !== target)].flatMap((apart) =>
            weights.map((weight) => ({ target, from, to: last, apart, weight })),
          ),
        ),
    );
    return violations(cards, sums, target);
  });
}

/** 总分: a few scores that add up, the weighted ones */
function totals(cards: Card[]): Finding[] {
  const width = cards[0]!.scores.length;
  const target = cards[0]!.scores.reduce((best, value, at) => (value > cards[0]!.scores[best]! ? at : best), 0);
  const others = columnsUpTo(width).filter((at) => at !== target);
  const sets = others.flatMap((a, i) =>
    others.slice(i + 1).flatMap((b, j) => [[a, b], ...others.slice(i + j + 2).map((c) => [a, b, c])]),
  );
  const tried = sets.map((set) => ({
    set,
    wrong: cards.filter(({ scores }) => set.reduce((sum, at) => sum + scores[at]!, 0) !== scores[target]),
  }));
  if (tried.some(({ wrong }) => wrong.length === 0)) return [];
  const near = tried.filter(({ wrong }) => wrong.length === 1 && cards.length > 2);
  if (near.length !== 1) return [];
  const [{ set, wrong }] = near as [(typeof tried)[number]];
  const { row, scores, texts } = wrong[0]!;
  const added = set.reduce((sum, at) => sum + scores[at]!, 0);
  // more than 100 nobody gets
  if (scores[target] === 10_000 && added > 10_000) return [];
  const right = print(added);
  return [contradiction(row, texts[target]!, right, `${set.map((at) => texts[at]).join(" + ")} = ${right}`)];
}

const print = (value: number): string => (value / 100).toFixed(2);

/** telling: the results differ from record to record */
function violations(cards: Card[], sums: Sum[], target: number): Finding[] {
  if (new Set(cards.map(({ scores }) => scores[target])).size < 2) return [];
  let best: { sum: Sum; wrong: Card[] }[] = [];
  for (const sum of sums) {
    const wrong = cards.filter((card) => computed(card, sum) !== card.scores[target]);
    if (wrong.length === 0) return [];
    if (wrong.length === 1 && cards.length > 2) best = [...best, { sum, wrong }];
  }
  const close = best.filter(({ sum, wrong }) => Math.abs(computed(wrong[0]!, sum) - wrong[0]!.scores[target]!) <= 1000);
  if (close.length !== 1) return [];
  const [{ sum, wrong }] = close as [(typeof best)[number]];
  const { row, texts } = wrong[0]!;
  const items = [...texts.slice(sum.from, sum.to), ...(sum.apart < 0 ? [] : [texts[sum.apart]!])];
  const right = print(computed(wrong[0]!, sum));
  return [contradiction(row, texts[target]!, right, `(${items.join(" + ")}) × ${sum.weight}% = ${right}`)];
}

/**
 * 扣分: an item is full at 100%, and a rate loses points in proportion to what it lacks or later, never sooner. So the loss
 * per point lacking can't fall while more is lacking.
 */
function deductions(cards: Card[], table: Table): Finding[] {
  const words = table.words.filter((word) => /率（\d+分?）$|率$/.test(word));
  const count = cards[0]!.rates.length;
  if (count === 0 || words.length !== count || cards.some(({ rates }) => rates.length !== count)) return [];
  const points = words.map((word) => Number(/（(\d+)分?）/.exec(word)?.[1] ?? Number.NaN) * 100);
  if (!cards.every((card) => isScoredBy(card, points))) return [];
  return Array.from({ length: count }, (_, item) => item).flatMap((item) => steeper(cards, item, count));
}

/** the last scores of a record are those of its rates: none above its points, a full one for 100% */
const isScoredBy = ({ rates, scores }: Card, points: number[]): boolean =>
  points.every((most, item) => {
    const at = scores[scores.length - points.length + item];
    return at !== undefined && at <= most && (rates[item] !== 10_000 || at === most);
  });

function steeper(cards: Card[], item: number, count: number): Finding[] {
  const points = cards.map((card) => ({ card, rate: card.rates[item]!, at: card.scores.length - count + item }));
  const full = points.find(({ rate }) => rate === 10_000);
  if (!full) return [];
  const most = full.card.scores[full.at]!;
  const lost = points.flatMap(({ card, rate, at }) =>
    rate < 10_000 && card.scores[at]! > 0 ? [{ card, at, lacking: 10_000 - rate, loss: most - card.scores[at]! }] : [],
  );
  return lost.flatMap((less) => {
    const more = lost.find(
      (other) =>
        other.lacking > less.lacking && (2 * less.loss - 1) * other.lacking > (2 * other.loss + 1) * less.lacking,
    );
    if (!more) return [];
    const right = print(most - rounded((more.loss * less.lacking) / more.lacking));
    return [
      contradiction(
        less.card.row,
        less.card.texts[less.at]!,
        right,
        `缺 ${print(more.lacking)} 个百分点扣 ${print(more.loss)} 分，缺 ${print(less.lacking)} 个百分点应扣 ${print(rounded((more.loss * less.lacking) / more.lacking))} 分`,
      ),
    ];
  });
}

const contradiction = (row: Row, printed: string, right: string, arithmetic: string): Finding =>
  finding("scorecard", {
    confidence: 0.75,
    places: [rowPlace(row)],
    values: [printed, right],
    arithmetic: `${arithmetic} ≠ ${printed}`,
    message: `“${row.name}”的得分印作${printed}，按表中其他各行的算法应为${right}。`,
  });
