import { describe, expect, test } from "vitest";
import { foundIn } from "../../../../test/world/audited.ts";

const report = (checked: string) =>
  [
    `全年接到三类举报5000件，已核查${checked}件；查实3000件。`,
    "事故类举报1000件，已核查900件；查实600件。",
    "隐患类举报2500件，已核查2400件；查实1500件。",
    "违法类举报1500件，已核查1400件；查实900件。",
  ].join("\n");

const clauses = (people: string) =>
  `有效投诉150件，${people}人次。其中出境旅游94件，402人次；国内旅游54件，173人次；宾馆1件，1人次；景点1件，1人次。`;

describe("逐项的几个数", () => {
  test("各类的接到、核查、查实都加得起来", () => {
    expect(foundIn(report("4700"))).toEqual([]);
    expect(foundIn(clauses("577"))).toEqual([]);
  });

  test("接到和查实都加得起来，核查加不起来", () => {
    expect(foundIn(report("4710"))).toContain("high partsAndWhole 4710件 900件 2400件 1400件");
  });

  test("件数加得起来，同句的人次加不起来", () => {
    expect(foundIn(clauses("576"))).toContain("high partsAndWhole 576人次 402人次 173人次 1人次 1人次");
  });

  test("一项都加不起来的，说的是别的", () => {
    expect(foundIn(report("4710").replace("5000", "5600").replace("查实3000", "查实3900"))).toEqual([]);
  });
});
