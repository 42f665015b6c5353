import fc from "fast-check";
import { expect, it } from "vitest";
import { approvalOf, type DrawnMap, drawMap, type MapFeature, type Position } from "./map.ts";

const districts = [
  { place: "p-east", name: "东河区" },
  { place: "p-west", name: "西山区" },
];
const square = (west: number, south: number, size = 1): Position[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const area = (name: string | null, ...rings: Position[][]): MapFeature => ({ name, rings, lines: [] });
const drawn = (features: MapFeature[]) => drawMap(features, districts) as DrawnMap;

it("审图号：认得出各种写法，别的都不是", () => {
  for (const [text, read] of [
    ["湘S(2023)045号", "湘S(2023)045号"],
    ["审图号：GS（2019）1822号", "GS(2019)1822号"],
    ["GS京(2022)1061号", "GS京(2022)1061号"],
    [" 审图号:湘潭S (2020) 3号 ", "湘潭S(2020)3号"],
  ] as const)
    expect(approvalOf(text)).toBe(read);
  for (const text of ["", "无", "2023-045", "GS(23)1号", "湘S(2023)号", "<b>GS(2019)1822号</b>"])
    expect(approvalOf(text)).toBeNull();
});

it("北在上，东在右，宽一千；一度经线按中间的纬度收窄", () => {
  const map = drawn([area("东河区", square(112, 60)), area("西山区", square(111, 60))]);
  // at 60.5° a degree of longitude is cos 60.5° = 0.4924 of one of latitude: 1000 wide for 2 × 0.4924
  expect(map).toMatchObject({ width: 1000, height: 1016 });
  expect(map.areas).toEqual([
    {
      place: "p-east",
      path: "M500 1015.4L1000 1015.4L1000 0L500 0L500 1015.4Z",
      label: { x: 750, y: 508 },
    },
    {
      place: "p-west",
      path: "M0 1015.4L500 1015.4L500 0L0 0L0 1015.4Z",
      label: { x: 250, y: 508 },
    },
  ]);
});

it("名字写在区里：马蹄形的也是，有洞的也是", () => {
  const horseshoe: Position[] = [
    ...([
      [0, 0],
      [3, 0],
      [3, 3],
      [2, 3],
      [2, 1],
      [1, 1],
      [1, 3],
      [0, 3],
      [0, 0],
    ] as Position[]),
  ];
  const [east, west] = drawn([area("东河区", horseshoe), area("西山区", square(5, 0, 3), square(6, 1))]).areas as [
    DrawnMap["areas"][0],
    DrawnMap["areas"][0],
  ];
  const degree = 1000 / 8;
  expect(Math.round(east.label.x / degree / 0.5)).toSatisfy((halves: number) => [1, 5].includes(halves));
  expect(Math.round(west.label.x / degree / 0.5)).toSatisfy((halves: number) => [11, 15].includes(halves));
});

it("没有名称的线照画，不算区县", () => {
  const map = drawn([
    area("东河区", square(1, 1)),
    area("西山区", square(0, 1)),
    area(null, square(0, 0)),
    {
      name: null,
      rings: [],
      lines: [
        [
          [0, 0],
          [2, 0],
        ],
      ],
    },
  ]);
  expect(map.areas).toHaveLength(2);
  expect(map.lines.match(/M/g)).toHaveLength(2);
  expect(map.lines.match(/Z/g)).toHaveLength(1);
});

it("规则库里没有的区县、地图里缺的区县：指名说出来", () => {
  expect(drawMap([area("东河区", square(0, 0)), area("南湖区", square(1, 0))], districts)).toMatchObject({
    refused: "mapUnknownDistrict",
    sentence: "地图里的“南湖区”在规则库里没有同名的区县。",
  });
  expect(drawMap([area("东河区", square(0, 0))], districts)).toMatchObject({
    refused: "mapDistrictMissing",
    sentence: "地图里没有“西山区”。",
  });
});

it("无论什么样的圈，画出来的都是有限的数，名字都在图里", () => {
  const ring = fc.array(
    fc.tuple(fc.double({ min: 73, max: 136, noNaN: true }), fc.double({ min: 3, max: 54, noNaN: true })),
    {
      minLength: 4,
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(ring, ring, (one, other) => {
      const map = drawn([area("东河区", one), area("西山区", other)]);
      expect(JSON.stringify(map)).not.toMatch(/NaN|Infinity|null/);
      for (const { label } of map.areas) {
        expect(label.x).toBeGreaterThanOrEqual(0);
        expect(label.x).toBeLessThanOrEqual(map.width);
        expect(label.y).toBeLessThanOrEqual(map.height + 1);
      }
    }),
  );
});
