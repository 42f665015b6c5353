/**
 * 标准地图: the operator's own approved map of the districts, drawn as it was given. Borders are drawn from such a map alone
 * and with its 审图号 beside them (《地图管理条例》第十五条、第二十二条); without one the districts are tiles.
 */
import { type Refused, refuse } from "../refusal.ts";

/** longitude and latitude in degrees, as GeoJSON has them */
export type Position = readonly [longitude: number, latitude: number, ...rest: number[]];
export type Ring = readonly Position[];

export interface MapFeature {
  /** null: a line of the map that is no district's */
  name: string | null;
  /** each closed by itself; a ring within a ring is a hole */
  rings: readonly Ring[];
  /** drawn, filled with nothing */
  lines: readonly Ring[];
}

export interface District {
  place: string;
  name: string;
}

export interface DrawnArea {
  place: string;
  /** as SVG has it */
  path: string;
  /** where its name stands: always inside */
  label: { x: number; y: number };
}

/** 画好的地图: `width` × `height` units of its own, north above. */
export interface DrawnMap {
  width: number;
  height: number;
  areas: DrawnArea[];
  /** what else the map shows */
  lines: string;
}

const WIDTH = 1000;
const MIDDLE = 0.5;

/** 审图号, as it is printed on approved maps: '湘S(2023)045号', 'GS京(2022)1061号'. Null: isn't one. */
export function approvalOf(text: string): string | null {
  const plain = text
    .normalize("NFKC")
    .replace(/\s/g, "")
    .replace(/^审图号:?/, "");
  return /^(GS|\p{Script=Han})[A-Z\p{Script=Han}]{0,4}\(\d{4}\)\d{1,6}号$/u.test(plain) ? plain : null;
}

type Point = readonly [x: number, y: number];
type Project = (position: Position) => Point;

/** Degrees of longitude are as wide as they are at the map's middle latitude: a city isn't larger than that. */
function projectionOf(rings: readonly Ring[]): { project: Project; height: number } {
  const [west, south, east, north] = rings
    .flat()
    .reduce<number[]>(
      ([w, s, e, n], [x, y]) => [Math.min(w!, x), Math.min(s!, y), Math.max(e!, x), Math.max(n!, y)],
      [180, 90, -180, -90],
    ) as [number, number, number, number];
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = WIDTH / Math.max((east - west) * narrow, Number.EPSILON);
  const tenth = (value: number) => Math.round(value * 10) / 10;
  return {
    project: ([x, y]) => [tenth((x - west) * narrow * scale), tenth((north - y) * scale)],
    height: Math.ceil((north - south) * scale),
  };
}

const pathOf = (points: readonly Point[], closed: boolean): string =>
  `M${points.map(([x, y]) => `${x} ${y}`).join("L")}${closed ? "Z" : ""}`;

/** Where the rings are crossed at this height, from the left. */
const crossingsAt = (rings: readonly (readonly Point[])[], height: number): number[] =>
  rings
    .flatMap((ring) =>
      ring.flatMap(([x, y], at) => {
        const [nextX, nextY] = ring[(at + 1) % ring.length]!;
        return y > height === nextY > height ? [] : [x + ((height - y) / (nextY - y)) * (nextX - x)];
      }),
    )
    .toSorted((one, other) => one - other);

/** In the middle of the widest stretch at half the height, which lies inside whatever shape it has. */
function labelOf(rings: readonly (readonly Point[])[]): { x: number; y: number } {
  const heights = rings.flat().map(([, y]) => y);
  // beside every corner, so that none is met in passing
  const y = (Math.min(...heights) + Math.max(...heights)) / 2 + MIDDLE / WIDTH;
  const crossings = crossingsAt(rings, y);
  const stretches = crossings.flatMap((from, at) => (at % 2 === 0 ? [[from, crossings[at + 1] ?? from] as const] : []));
  const [from, to] = stretches.toSorted((one, other) => other[1] - other[0] - (one[1] - one[0]))[0] ?? [
    rings[0]![0]![0],
    rings[0]![0]![0],
  ];
  return { x: Math.round((from + to) / 2), y: Math.round(y) };
}

const named = (names: readonly string[]) => names.map((name) => `“${name}”`).join("、");

/** 画地图. Refuses a map that shows a district which the rulebook doesn't know, or lacks one that it does. */
export function drawMap(features: readonly MapFeature[], districts: readonly District[]): DrawnMap | Refused {
  const placeOf = new Map(districts.map(({ place, name }) => [name, place]));
  const unknown = features.flatMap(({ name }) => (name !== null && !placeOf.has(name) ? [name] : []));
  if (unknown.length > 0)
    return refuse(
      "mapUnknownDistrict",
      `地图里的${named(unknown)}在规则库里没有同名的区县。`,
      "请把地图里的 name 改成规则库里的名称，或者先在“地区”里登记。",
    );
  const shown = new Set(features.flatMap(({ name }) => (name === null ? [] : [name])));
  const missing = districts.filter(({ name }) => !shown.has(name));
  if (missing.length > 0)
    return refuse(
      "mapDistrictMissing",
      `地图里没有${named(missing.map(({ name }) => name))}。`,
      "请换一份画全了的地图，每个区县一个要素，名称写在 name 里。",
    );
  const { project, height } = projectionOf(features.flatMap(({ rings, lines }) => [...rings, ...lines]));
  const pointsOf = (ring: Ring) => ring.map(project);
  const areas = districts.map(({ place, name }) => {
    const rings = features.flatMap((one) => (one.name === name ? one.rings.map(pointsOf) : []));
    return { place, path: rings.map((ring) => pathOf(ring, true)).join(""), label: labelOf(rings) };
  });
  const lines = features.flatMap((one) => [
    ...(one.name === null ? one.rings.map((ring) => pathOf(pointsOf(ring), true)) : []),
    ...one.lines.map((line) => pathOf(pointsOf(line), false)),
  ]);
  return { width: WIDTH, height, areas, lines: lines.join("") };
}
