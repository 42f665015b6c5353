import { expect, it } from "vitest";
import type { FiguresFile } from "../../domain/measure/figures.ts";
import { withCountyNames } from "./countyNames.ts";

const late = (count: number) => ({ count });

it("评分行没有名称：按拨测的迟接数认出是哪个平台", () => {
  const file = {
    countyPlatforms: {
      mysteryCalls: {
        callsEach: 4,
        answeredAfter15s: [
          { platform: "甲县", ...late(2) },
          { platform: "乙县", ...late(0) },
        ],
      },
    },
    appendix2: { rows: [{ mysteryCall: { connection: 10 } }, { mysteryCall: { connection: 7.5 } }] },
  } as FiguresFile;
  expect(withCountyNames(file, []).appendix2?.rows?.map(({ platform }) => platform)).toEqual(["乙县", "甲县"]);
});

it("二十几个没有名称的平台，有一个谁都对不上：各得一个名称，一个不重，立刻就有", () => {
  const names = Array.from({ length: 24 }, (_, at) => ({ platform: `第${at}县`, ...late(0) }));
  const rows = names.map((_, at) => ({ mysteryCall: { connection: at === 23 ? 3 : 10 } }));
  const file = { countyPlatforms: { mysteryCalls: { callsEach: 4, answeredAfter15s: names } }, appendix2: { rows } };
  const filled = withCountyNames(file as FiguresFile, []).appendix2?.rows?.map(({ platform }) => platform);
  expect(new Set(filled)).toEqual(new Set(names.map(({ platform }) => platform)));
});
