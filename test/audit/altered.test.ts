import { describe, expect, test } from "vitest";
import { audit } from "../../src/audit/audit.ts";
import { assembleReport } from "../../src/report/assemble.ts";
import { alterations, printedReport } from "../world/alteredReport.ts";
import { contradicts } from "../world/measureIdentities.ts";
import { fullFacts, rulelessFacts, silentFacts, singleFacts } from "../world/report.ts";

describe("我们自己的月报", () => {
  test.each([fullFacts, silentFacts, singleFacts, rulelessFacts])("原样审核没有任何发现（$name）", (facts) => {
    expect(audit(printedReport(assembleReport(facts())).document)).toEqual([]);
  });

  test("逐个改动一个数：按指标恒等式应当矛盾的，至少九成五审得出来", { timeout: 120_000 }, () => {
    const report = assembleReport(fullFacts());
    const { figures } = printedReport(report);
    const tried = figures.map(({ text: printed }, at) => {
      const ways = alterations(printed);
      const text = ways[at % ways.length]!;
      return { at, text, isWrong: contradicts(figures, at, text) };
    });
    const wrong = tried.filter(({ isWrong }) => isWrong);
    const found = wrong.filter((one) => audit(printedReport(report, one).document).length > 0);
    console.log(`月报共印数 ${figures.length} 个，改动后按恒等式矛盾的 ${wrong.length} 个，审出 ${found.length} 个。`);
    expect(wrong.length).toBeGreaterThan(figures.length / 3);
    expect(found.length / wrong.length).toBeGreaterThanOrEqual(0.95);
  });
});
