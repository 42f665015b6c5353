import { expect, it } from "vitest";
import { rules, someRequest } from "../../../test/world/orderSteps.ts";
import { progressOf } from "./progress.ts";

it("从旧系统来的：先反映的人撤回了，后来并入的人看到的不是“按您的要求”", () => {
  const first = { ...someRequest, outcome: "withdrawn" as const, settledAt: 5 };
  const second = { ...someRequest, id: "01840000-0000-7000-8000-000000000002", mergedInto: first.id };
  const last = (of: typeof first | null) =>
    progressOf(
      { request: of ? { ...second, outcome: "merged" } : first, order: null },
      of && { request: of, order: null },
      rules,
      9,
    ).at(-1);
  expect(last(null)?.says).toBe("已按您的要求撤回，不再办理。");
  expect(last(first)?.says).toBe("这件事已由先反映的人撤回。您要继续反映，请重新登记，或者拨打 12345。");
});
