import { describe, expect, test } from "vitest";
import { audit } from "../../src/audit/audit.ts";
import { assembleReport } from "../../src/report/assemble.ts";
import { figureTrial, nameTrial, shareFound, trialWords } from "../world/alteredAudit.ts";
import { printedReport } from "../world/alteredReport.ts";
import { fullFacts, rulelessFacts, silentFacts, singleFacts } from "../world/report.ts";

describe("我们自己的月报", () => {
  test.each([fullFacts, silentFacts, singleFacts, rulelessFacts])("原样审核没有任何发现（$name）", (facts) => {
    expect(audit(printedReport(assembleReport(facts())).document)).toEqual([]);
  });

  test("逐个改动一个数：按指标恒等式应当矛盾的，至少九成五审得出来", { timeout: 1_200_000 }, () => {
    const found = figureTrial(assembleReport(fullFacts()), 1);
    console.log(trialWords("改一个数", found));
    expect(found.wrong.length).toBeGreaterThan(found.figures / 3);
    expect(shareFound(found), found.missed.map(({ said }) => said).join("\n")).toBeGreaterThanOrEqual(0.95);
  });

  test("对调相邻两行的名称：别处印着其中一行的数的，至少九成五审得出来", { timeout: 600_000 }, () => {
    const found = nameTrial(assembleReport(fullFacts()), 1);
    console.log(trialWords("对调两行的名称", found));
    expect(found.wrong.length).toBeGreaterThan(0);
    expect(shareFound(found), found.missed.map(({ said }) => said).join("\n")).toBeGreaterThanOrEqual(0.95);
  });
});
