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

  test("总数在几段以前，占比与它相符，加起来却差一些", () => {
    const report = (other: string) =>
      [
        "二季度接收投诉举报20799件，其中投诉15926件；举报4873件。",
        "投诉按时初查，举报按时核查。",
        "网络消费较多。",
        "渠道",
        `平台接收9627件，占46.29%；热线转来9302件，占44.72%；所里电话1017件，占4.89%；来信731件，占3.51%；上门104件，占0.50%；其他渠道${other}。`,
      ].join("\n");
    expect(foundIn(report("18件，占0.09%"))).toEqual([]);
    expect(foundIn(report("6件，占0.03%"))).toEqual([
      "medium partsAndWhole 20799件 9627件 9302件 1017件 731件 104件 6件",
    ]);
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
