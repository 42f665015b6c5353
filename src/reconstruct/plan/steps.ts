import { between, LIMIT, type Model, type Row, type StepLink, variable } from "./model.ts";
import type { Bounds } from "./propagate.ts";

/** 一段: on low ≤ from ≤ high, to = round half up((times × from + plus) ÷ over). */
export interface Piece {
  low: number;
  high: number;
  times: number;
  plus: number;
  over: number;
}

const pointsOn = (pieces: Piece[]) => (value: number) => {
  const piece = pieces.find(({ low, high }) => low <= value && value <= high) as Piece;
  return Math.floor((2 * (piece.times * value + piece.plus) + piece.over) / (2 * piece.over));
};

const switchOf = (link: StepLink, index: number) => `${link.to} piece ${index}`;

/** 分段换算: declares the points that a rate earns. */
export function step(model: Model, from: string, to: string, pieces: Piece[], says: string) {
  const link: StepLink = { from, to, pieces, points: pointsOn(pieces), says };
  pieces.forEach((_, index) => {
    variable(model, switchOf(link, index), 0, 1);
  });
  model.steps.push(link);
}

/** A step whose two ends are both open, as linear relations with one switch for each piece. */
export function stepRows(link: StepLink, bounds: Bounds): Row[] {
  const isOpen = (name: string) => bounds.lower.get(name) !== bounds.upper.get(name);
  if (!isOpen(link.from) || !isOpen(link.to)) return [];
  const rows: Pick<Model, "rows"> = { rows: [] };
  const infinity = Number.POSITIVE_INFINITY;
  const { from, to, says } = link;
  const switches = link.pieces.map((_, index) => switchOf(link, index));
  between(
    rows,
    null,
    switches.map((name) => [1, name]),
    1,
    1,
    says,
  );
  link.pieces.forEach(({ low, high, times, plus, over }, index) => {
    const on = switches[index] as string;
    const big = 4 * LIMIT;
    between(
      rows,
      null,
      [
        [1, from],
        [-10000, on],
      ],
      low - 10000,
      infinity,
      says,
    );
    between(
      rows,
      null,
      [
        [1, from],
        [10000, on],
      ],
      -infinity,
      high + 10000,
      says,
    );
    between(
      rows,
      null,
      [
        [2 * over, to],
        [-2 * times, from],
        [big, on],
      ],
      -infinity,
      2 * plus + over + big,
      says,
    );
    between(
      rows,
      null,
      [
        [2 * over, to],
        [-2 * times, from],
        [-big, on],
      ],
      2 * plus - over + 1 - big,
      infinity,
      says,
    );
  });
  return rows.rows;
}
