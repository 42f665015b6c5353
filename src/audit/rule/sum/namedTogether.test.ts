import { describe, expect, test } from "vitest";
import { foundIn, toldIn } from "../../../../test/world/audited.ts";

describe("点名的几个合计", () => {
  const districts = "承办量集中在五个区：北濠区6213件、东渡区5127件、南塘区4016件、西溪区3120件、中洲区2208件。";

  test("前面各印了件数的两个区，合起来不是所印的", () => {
    const text = (both: string) => `${districts}其中北濠区、东渡区两区合计承办${both}件。`;
    expect(foundIn(text("11430"))).toEqual(["high partsAndWhole 11430件 6213件 5127件"]);
    expect(foundIn(text("11340"))).toEqual([]);
  });

  test("同一件事在前一段列过的几个单位", () => {
    const units = "超期工单共9件，分别为：甲局3件、乙乡2件、丙局2件、丁镇1件、戊局1件。\n";
    expect(toldIn(`${units}甲局、乙乡、丙局3个单位共超期6件。`)).toEqual(["partsAndWhole 6件 3件 2件 2件"]);
    expect(toldIn(`${units}甲局、乙乡、丙局3个单位共超期7件。`)).toEqual([]);
    expect(toldIn(`${units}甲局、乙乡、丙局3个单位共退回6件。`)).toEqual([]);
  });

  test("点名的没有都印出件数，或者说的个数与点名的不同，不作声", () => {
    expect(foundIn(`${districts}其中北濠区、开发区两区合计承办11430件。`)).toEqual([]);
    expect(foundIn(`${districts}其中北濠区、东渡区三区合计承办11430件。`)).toEqual([]);
  });

  test("几段时长合不成总的时长", () => {
    const text = (all: string) => `一次通话由三段组成：问候12秒，记录96秒，核对24秒，合计${all}秒。`;
    expect(foundIn(text("142"))).toEqual(["high partsAndWhole 142秒 12秒 96秒 24秒"]);
    expect(foundIn(text("132"))).toEqual([]);
  });

  test("应办结的都办结了，其余的是另一个总数的", () => {
    expect(
      foundIn("截至9月10日，8月份举报件应办结361件，按期办结361件，按期办结率100%，其余51件尚在办理期限内。"),
    ).toEqual([]);
  });
});
