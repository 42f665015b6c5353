import { expect, it } from "vitest";
import { rules } from "../../../test/world/orderSteps.ts";
import { limitsAhead } from "./limitsAhead.ts";

const at = Date.parse("2022-10-10T01:00:00Z");

it("派发前说清楚：几个工作日签收、几个工作日办结、最迟到哪天；复杂的更长，紧急的按小时", () => {
  const { acknowledge, resolve, resolveComplex } = limitsAhead({ urgent: false }, at, rules);
  expect([acknowledge.words, resolve.words, resolveComplex.words]).toEqual([
    "1 个工作日（至 10月11日 周二 24:00）",
    "5 个工作日（最迟至 10月19日 周三 24:00）",
    "10 个工作日（最迟至 10月26日 周三 24:00）",
  ]);
  const urgent = limitsAhead({ urgent: true }, at, rules);
  expect([urgent.acknowledge.words, urgent.resolve.words]).toEqual([
    "2 小时（至 10月10日 周一 11:00）",
    "24 小时（最迟至 10月11日 周二 11:00）",
  ]);
  expect(urgent.resolveComplex).toEqual(urgent.resolve);
});
