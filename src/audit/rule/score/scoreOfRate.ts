/**
 * 由率得分: scores that go up or down in step with a rate of the same row, here or in another table. The points that a
 * percentage point is worth are printed somewhere; which rate they are of is seen from the rows that keep it.
 */
import type { Finding } from "../../../domain/finding.ts";
import { columnsUpTo } from "../../read/columns.ts";
import type { Reading } from "../../read/reading.ts";
import type { Row, Table } from "../../read/table.ts";
import { finding, rowPlace } from "../../write.ts";

interface Point {
  row: Row;
  rateRow: Row;
  rate: number;
  score: number;
}

/** hundredths of a point that one may be off: both were rounded */
const SLACK = 0.0101;

export function scoreOfRate({ tables, passages }: Reading): Finding[] {
  const slopes = slopesOf([...passages.map(({ text }) => text), ...tables.flatMap(textsOf)]);
  return tables.filter(isScored).flatMap((table) =>
    scoreColumns(table).flatMap((column) => {
      const tried = tables.flatMap((other) =>
        rateColumns(other).flatMap((rate) => fitOf(pointsOf(table, column, other, rate), slopes)),
      );
      if (tried.length === 0 || tried.some(({ wrong }) => wrong.length === 0)) return [];
      const most = Math.max(...tried.map(({ kept }) => kept));
      const best = tried.filter(({ kept }) => kept === most);
      return best.length === 1 ? best[0]!.wrong.map((point) => contradiction(point, best[0]!)) : [];
    }),
  );
}

const textsOf = ({ rows, words, title }: Table): string[] => [
  title,
  words.join(" "),
  ...rows.map(({ cells }) => cells.join(" ")),
];
const isScored = ({ title, words, heads }: Table): boolean =>
  /得分|评分|总分|得 ?分|考核/.test(`${title} ${words.join(" ")} ${heads?.join(" ") ?? ""}`);

/** what a percentage point may be worth: 扣0.6分, 25×比率, 按时办结率×40分, （20分） */
function slopesOf(texts: string[]): number[] {
  const found = texts.flatMap((text) => [
    ...[...text.matchAll(/扣(\d+(?:\.\d+)?)/g)].flatMap(([, points]) => [Number(points), -Number(points)]),
    ...[...text.matchAll(/(\d{1,3}(?:\.\d)?)(?:分|%)?[×*]/g)].map(([, points]) => Number(points) / 100),
    ...[...text.matchAll(/[×*](\d{1,3}(?:\.\d)?)/g)].map(([, points]) => Number(points) / 100),
    ...[...text.matchAll(/（(?:满分)?(\d{1,3})分?）/g)].map(([, points]) => Number(points) / 100),
  ]);
  return [...new Set(found)].filter((slope) => slope !== 0 && Math.abs(slope) <= 5);
}

const columnsOfCells = (table: Table, test: (cell: string) => boolean): number[] =>
  columnsUpTo(table.width).filter((column) => {
    const cells = table.rows.flatMap(({ cells: own, numbers }) => (numbers[column] ? [own[column]!] : []));
    return cells.length > 3 && cells.every(test);
  });
const scoreColumns = (table: Table): number[] => columnsOfCells(table, (cell) => /^\d{1,3}\.\d{1,2}$/.test(cell));
const rateColumns = (table: Table): number[] => columnsOfCells(table, (cell) => /^\d{1,3}(?:\.\d+)?%$/.test(cell));

function pointsOf(table: Table, column: number, other: Table, rate: number): Point[] {
  const rates = new Map(other.rows.map((row) => [row.name, row]));
  return table.rows.flatMap((row) => {
    const [score, rateRow] = [row.values[column]!, rates.get(row.name)];
    const value = rateRow?.values[rate] ?? Number.NaN;
    return !row.isTotal && rateRow && Number.isFinite(score) && Number.isFinite(value)
      ? [{ row, rateRow, rate: value, score }]
      : [];
  });
}

interface Fit {
  slope: number;
  base: number;
  kept: number;
  wrong: Point[];
}

/** a line of a printed slope that all rows lie on but one or two; those at the most points may lie beyond its end */
function fitOf(points: Point[], slopes: number[]): Fit[] {
  const most = Math.max(...points.map(({ score }) => score));
  return slopes.flatMap((slope) => {
    const bases = points.map(({ rate, score }) => score - slope * rate);
    const counted = bases.map((base) => ({
      base,
      near: bases.filter((other) => Math.abs(other - base) <= SLACK).length,
    }));
    const { base } = counted.reduce((top, next) => (next.near > top.near ? next : top), { base: 0, near: 0 });
    const isOn = ({ rate, score }: Point) => Math.abs(score - slope * rate - base) <= SLACK;
    const kept = points.filter((point) => isOn(point) && (point.score < most || slope * point.rate + base <= most));
    const wrong = points.filter((point) => !isOn(point) && !isFull(point, { slope, base }, most));
    const isAtMost = points.some((point) => isFull(point, { slope, base }, most));
    const telling = new Set(kept.map(({ rate }) => rate)).size + (isAtMost ? 1 : 0);
    const needs = Math.abs(base) < SLACK ? 3 : 4;
    return telling >= needs && wrong.length <= Math.max(1, points.length / 6)
      ? [{ slope, base, kept: telling, wrong }]
      : [];
  });
}

/** at the most points there is nothing more to win */
const isFull = ({ rate, score }: Point, { slope, base }: Pick<Fit, "slope" | "base">, most: number): boolean =>
  score === most && slope * rate + base >= most - SLACK;

function contradiction({ row, rateRow, rate, score }: Point, { slope, base, kept }: Fit): Finding {
  const right = (slope * rate + base).toFixed(2);
  const start = Math.abs(base) < SLACK ? "" : ` ${base < 0 ? "−" : "+"} ${Math.abs(base).toFixed(2)}`;
  return finding("scorecard", {
    confidence: kept >= 5 ? 0.85 : 0.7,
    places: row === rateRow ? [rowPlace(row)] : [rowPlace(row), rowPlace(rateRow)],
    values: [score.toFixed(2), right],
    arithmetic: `${Number((slope * 100).toFixed(2))} × ${rate.toFixed(2)}%${start} = ${right} ≠ ${score.toFixed(2)}`,
    message: `表中“${row.name}”的一项得分印作${score.toFixed(2)}，率是${rate.toFixed(2)}%，按其他各行的算法应为${right}。`,
  });
}
