/** 字块: what a page shows in one go, and where; upright, whichever way the page is turned. Down the page y grows. */
export interface Piece {
  text: string;
  /** where it begins, and its baseline */
  x: number;
  y: number;
  width: number;
  /** of its font; a blank that fills a gap has none */
  height: number;
}

/** what the library tells of a piece */
export interface Shown {
  str: string;
  transform: number[];
  width: number;
  height: number;
}

/** a, b, c, d, e, f of a transformation, as a .pdf writes them */
export type Matrix = readonly number[];

/** 先 inner 后 outer */
export const times = (outer: Matrix, inner: Matrix): Matrix => {
  const [a, b, c, d, e, f] = outer as [number, number, number, number, number, number];
  const along = (x: number, y: number) => [a * x + c * y, b * x + d * y];
  const [x, y] = along(inner[4]!, inner[5]!) as [number, number];
  return [...along(inner[0]!, inner[1]!), ...along(inner[2]!, inner[3]!), x + e, y + f];
};

/** no turn, and a quarter, a half and three quarters back */
const turns: Matrix[] = [
  [1, 0, 0, 1, 0, 0],
  [0, -1, 1, 0, 0, 0],
  [-1, 0, 0, -1, 0, 0],
  [0, 1, -1, 0, 0, 0],
];

/** which way a text runs: 0 to the right, then clockwise by quarters; null where it slants, as a watermark does */
function quarterOf([a, b]: Matrix): number | null {
  const [across, down] = [Math.abs(a!), Math.abs(b!)];
  if (Math.min(across, down) > Math.max(across, down) * 0.1) return null;
  if (across > down) return a! > 0 ? 0 : 2;
  return b! > 0 ? 1 : 3;
}

/** 扶正: from the page's own places to upright ones, as most of its text runs */
export function uprightOf(shown: Shown[], page: Matrix): Matrix {
  const signs = [0, 0, 0, 0];
  for (const { str, transform } of shown) {
    const quarter = quarterOf(times(page, transform));
    if (quarter !== null) signs[quarter]! += str.length;
  }
  return times(turns[signs.indexOf(Math.max(...signs))]!, page);
}

/** 字块 of a page in upright places, without what slants */
export const piecesOf = (shown: Shown[], upright: Matrix): Piece[] =>
  unspaced(
    shown.flatMap(({ str, transform, width, height }) => {
      const placed = times(upright, transform);
      const [x, y] = [placed[4]!, placed[5]!];
      return str === "" || quarterOf(placed) === null ? [] : [{ text: str, x, y, width, height }];
    }),
  );

/** “受 理 1 2 件”: signs set apart, which the library tells with a blank between each */
const spaced = /^\S[，。；：、）》”]?(?: \S[，。；：、）》”]?)*$/u;

/** 去掉字距: on a page that is set with wide spacing a sign reaches to the next one */
function unspaced(pieces: Piece[]): Piece[] {
  const wide = pieces.filter(({ text }) => /^[^\p{ASCII}](?: [^\p{ASCII}]){3,}$/u.test(text));
  if (wide.length === 0) return pieces;
  const gaps = wide.map(({ text, width, height }) => {
    const signs = text.replaceAll(" ", "").length;
    return (width / height - signs) / (signs - 1);
  });
  const gap = gaps.sort((a, b) => a - b)[gaps.length >> 1]!;
  return pieces.map((piece) =>
    spaced.test(piece.text)
      ? { ...piece, text: piece.text.replaceAll(" ", ""), width: piece.width + gap * piece.height }
      : piece,
  );
}

export interface Range {
  from: number;
  to: number;
}

/** 从何处到何处: the least and the most of many numbers, more than a call may be given */
export function rangeOf(numbers: number[]): Range {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const number of numbers) [from, to] = [Math.min(from, number), Math.max(to, number)];
  return { from, to };
}
