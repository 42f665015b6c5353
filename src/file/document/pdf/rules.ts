/** 框线: the straight lines that a page draws, in upright places. */
import { type Matrix, rangeOf, times } from "./piece.ts";

/** one line: where it stands, and from where to where it goes */
export interface Rule {
  at: number;
  from: number;
  to: number;
}

export interface Rules {
  across: Rule[];
  down: Rule[];
}

/** how a page is drawn, step by step, as the library tells it */
export interface Drawing {
  fnArray: number[];
  argsArray: unknown[];
}

/** the numbers of the steps that matter here */
export type Steps = Record<
  | "save"
  | "restore"
  | "transform"
  | "paintFormXObjectBegin"
  | "paintFormXObjectEnd"
  | "constructPath"
  | "endPath"
  | "fill"
  | "eoFill",
  number
>;

/** thicker than this is a surface, points */
const THICKEST = 2.5;
/** ends that lie this near meet, points */
export const NEAR = 3;

type Point = readonly [x: number, y: number];

/** 各框线: strokes, and surfaces as thin as strokes; what is drawn in pieces is one */
export function rulesOf(drawing: Drawing, steps: Steps, upright: Matrix): Rules {
  const rules: Rules = { across: [], down: [] };
  const kept: Matrix[] = [];
  let place = upright;
  for (const [at, step] of drawing.fnArray.entries()) {
    const given = drawing.argsArray[at] as unknown[];
    if (step === steps.save) kept.push(place);
    else if (step === steps.restore || step === steps.paintFormXObjectEnd) place = kept.pop() ?? place;
    else if (step === steps.transform) place = times(place, given as number[]);
    else if (step === steps.paintFormXObjectBegin) {
      kept.push(place);
      if (given[0]) place = times(place, given[0] as Matrix);
    } else if (step === steps.constructPath && given[0] !== steps.endPath) {
      const isFilled = given[0] === steps.fill || given[0] === steps.eoFill;
      for (const path of pathsOf((given[1] as (ArrayLike<number> | null)[])[0] ?? [], place))
        add(rules, path, isFilled);
    }
  }
  return { across: merged(rules.across), down: merged(rules.down) };
}

/** how many numbers follow each step of a path: to begin, a straight line, two kinds of curve, back to its beginning */
const lengths = [2, 2, 6, 4, 0];

/** the straight paths of one drawing step; none that has a curve */
function pathsOf(data: ArrayLike<number>, place: Matrix): Point[][] {
  const paths: Point[][] = [];
  const [a, b, c, d, e, f] = place as [number, number, number, number, number, number];
  for (let at = 0; at < data.length; at += 1 + (lengths[data[at]!] ?? data.length)) {
    const [step, x, y] = [data[at]!, data[at + 1]!, data[at + 2]!];
    const point: Point = [a * x + c * y + e, b * x + d * y + f];
    const path = paths.at(-1);
    if (step === 0) paths.push([point]);
    else if (step === 1) path?.push(point);
    else if (step === 4 && path?.[0]) path.push(path[0]);
    else path?.splice(0);
  }
  return paths;
}

function add(rules: Rules, path: Point[], isFilled: boolean): void {
  const [wide, high] = [rangeOf(path.map(([x]) => x)), rangeOf(path.map(([, y]) => y))];
  const isThin = path.length < 8 && Math.min(wide.to - wide.from, high.to - high.from) <= THICKEST;
  if (isThin) addStroke(rules, [wide.from, high.from], [wide.to, high.to]);
  else if (!isFilled) for (const [at, point] of path.slice(1).entries()) addStroke(rules, path[at]!, point);
}

function addStroke(rules: Rules, [x0, y0]: Point, [x1, y1]: Point): void {
  const [wide, high] = [Math.abs(x1 - x0), Math.abs(y1 - y0)];
  if (Math.min(wide, high) > THICKEST || Math.max(wide, high) === 0) return;
  if (wide > high) rules.across.push({ at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) });
  else rules.down.push({ at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) });
}

/** strokes on one height that touch are one rule; what stays shorter than a sign is none */
function merged(strokes: Rule[]): Rule[] {
  return leveled(strokes, ({ at }) => at).flatMap(({ own }) => {
    const whole: Rule[] = [];
    for (const stroke of own.sort((a, b) => a.from - b.from)) {
      const last = whole.at(-1);
      if (last && stroke.from <= last.to + NEAR) last.to = Math.max(last.to, stroke.to);
      else whole.push({ ...stroke });
    }
    return whole.filter(({ from, to }) => to - from > 2 * NEAR);
  });
}

/** 分层: what stands at nearly the same place, in order */
export function leveled<One>(all: One[], placeOf: (one: One) => number): { at: number; own: One[] }[] {
  const levels: { at: number; own: One[] }[] = [];
  for (const one of [...all].sort((a, b) => placeOf(a) - placeOf(b))) {
    const level = levels.at(-1);
    if (level && placeOf(one) - level.at <= NEAR) level.own.push(one);
    else levels.push({ at: placeOf(one), own: [one] });
  }
  return levels;
}
