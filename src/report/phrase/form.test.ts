import { describe, expect, test } from "vitest";
import { fullFacts, silentFacts, singleFacts } from "../../../test/world/report.ts";
import type { Measured } from "../../domain/measure/measured.ts";
import { type PrintedForm, printedForms } from "../../domain/report/template.ts";
import { figurePaths } from "../draft/figurePaths.ts";
import { fits, usualForm } from "./form.ts";

const figure = (kind: Measured["kind"], value: number | null, earlier?: string): Measured => ({
  ...{ measure: "requests.accepted", kind, value, month: "2022-10", cohort: "" },
  ...(earlier === undefined ? {} : { earlier: { value: 1, month: earlier } }),
});
const fitting = (of: Measured): PrintedForm[] => printedForms.filter((form) => fits(form, of));

describe("印法合不合那个数", () => {
  test.each([
    ["件数", figure("count", 3), ["number", "size", "count"]],
    ["件数的增减", figure("count", -3, "2022-09"), ["number", "size", "count", "movement"]],
    ["比率", figure("percent", 9960), ["number", "size", "rate"]],
    ["得分", figure("score", 9960), ["number", "size"]],
    ["环比", figure("change", 100, "2022-09"), ["number", "size", "monthOnMonth", "restated"]],
    ["同比", figure("points", 100, "2021-10"), ["number", "size", "yearOnYear", "restated"]],
    ["无可比的", figure("change", null), ["number", "size", "monthOnMonth", "yearOnYear", "restated"]],
  ])("%s", (_, of, forms) => expect(fitting(of)).toEqual(forms));

  test.each([
    ["完整的一个月", fullFacts],
    ["没有数据", silentFacts],
    ["只有一件", singleFacts],
  ])("%s：数字表给出的印法都合", (_, facts) => {
    for (const [path, of] of figurePaths(facts())) expect([path, fits(usualForm(of), of)]).toEqual([path, true]);
  });
});
