import { expect, test } from "vitest";
import { linjiang } from "../../../test/world/linjiang.ts";
import { fullFacts } from "../../../test/world/report.ts";
import type { Ranking } from "../../domain/scorecard/ranking.ts";
import { assembleReport } from "../assemble.ts";
import { reportText } from "../render/text.ts";

const shown = (show: Ranking["show"]) => {
  const row = linjiang.rows.ranking!.find(({ key }) => key === "counties")!;
  const ranking = [...linjiang.rows.ranking!, { ...row, value: { ...row.value, show } }];
  const report = assembleReport({ ...fullFacts(), rulebook: { rows: { ...linjiang.rows, ranking } } });
  const block = report.appendices[1]!.blocks[0]!;
  const table = block.kind === "table" ? block.table : null;
  return { text: reportText(report), heads: table!.head[0]!.map(({ text }) => text), columns: table!.widths.length };
};

test("县级平台排名次：照已公布的样子", () => {
  const { text, heads } = shown("ranks");
  expect(text).toMatch(/青溪县（[\d.]+分）列第一/);
  expect(text).toContain("综合排名情况表");
  expect(heads[0]).toBe("排名");
});

test("只分档：没有名次，按目录的次序列，每家写明在哪一档", () => {
  const { text, heads, columns } = shown("grades");
  expect(text).not.toMatch(/列第|综合排名/);
  expect(text).toMatch(/青溪县（[\d.]+分）为“.+”，石桥市（[\d.]+分）为“.+”/);
  expect([heads[0], columns]).toEqual(["分档", 20]);
});

test("不排名也不分档：只有得分", () => {
  const { text, heads, columns } = shown("off");
  expect(text).not.toMatch(/列第|综合排名|分档/);
  expect(text).toMatch(/青溪县（[\d.]+分），石桥市（[\d.]+分）。/);
  expect([heads[0], columns]).toEqual(["县（市）", 19]);
});
