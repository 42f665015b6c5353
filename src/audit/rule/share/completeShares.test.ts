import { describe, expect, test } from "vitest";
import { foundIn } from "../../../../test/world/audited.ts";

const text = (mail: string) =>
  `二季度受理诉求20799件，办结率99%。\n渠道\n平台接收9627件，占46.29%；热线转来9302件，占44.72%；电话1017件，占4.89%；来信${mail}件，占3.51%；其他渠道122件，占0.59%。`;

describe("占比齐全的分项", () => {
  test("占比合计为百分之百，件数加起来就是总数", () => {
    expect(foundIn(text("731"))).toEqual([]);
  });

  test("占比合计为百分之百，件数加起来差一些", () => {
    expect(foundIn(text("730"))).toEqual(["medium partsAndWhole 20799件 9627件 9302件 1017件 730件 122件"]);
  });

  test("占比都以自己的和为底，总数另是一个", () => {
    expect(foundIn("受理诉求1010件。\n按类别分：噪声500个，占50.0%；停车300个，占30.0%；其他200个，占20.0%。")).toEqual(
      ["medium partsAndWhole 1010件 500个 300个 200个"],
    );
  });

  test("还有一项没有占比的，不算齐全", () => {
    expect(
      foundIn("受理诉求10000件。\n噪声5000件，占50.0%；停车3000件，占30.0%；其他1999件，占20.0%；邮件1件。"),
    ).toEqual([]);
  });
});
