import { expect, test } from "vitest";
import type { Measured } from "../../../domain/measure/measured.ts";
import { explained } from "../../../report/phrase/origin.ts";
import { worked } from "./worked.ts";

const figure = (kind: Measured["kind"], more: Partial<Measured> = {}) => {
  const one: Measured = { measure: "calls.offered", kind, value: -936, month: "2022-11", cohort: "来电", ...more };
  const rows = explained(one).map(([label]) => ({ label }));
  return worked({ numerator: one.numerator ?? null, denominator: one.denominator ?? null, rows });
};
const counts = { numerator: 49_680, denominator: 54_808 };

test("一个数旁边的算式就是它的算法：环比是差除以上期，率是相除，率之差说是本期的", () => {
  expect(figure("change", counts)).toBe("（49,680 − 54,808）÷ 54,808");
  expect(figure("percent", counts)).toBe("49,680 ÷ 54,808");
  expect(figure("points", counts)).toBe("本期 49,680 ÷ 54,808");
  expect(figure("count")).toBeNull();
});
