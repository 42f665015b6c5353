import { expect, test } from "vitest";
import { chooseCases } from "./caseChoice.ts";
import type { CaseFacts, TrailStep } from "./caseFacts.ts";

const step = (what: TrailStep["what"], rest: Partial<TrailStep> = {}): TrailStep => ({
  on: "2023-10-08",
  what,
  unit: "市住建局",
  late: false,
  text: null,
  ...rest,
});
const matter = (topic: string, ...trail: TrailStep[]): CaseFacts => ({
  citizen: null,
  acceptedOn: "2023-10-08",
  topic,
  place: null,
  request: null,
  trail: [step("dispatched"), ...trail],
});
const pleased = [step("resolved", { text: "已解决" }), step("followedUp", { rating: "satisfied" })];
const returned = step("returnRequested");
const late = step("returnRequested", { late: true });

test("典型案例：未退单、未超期、有结果、评价满意，事项不重复", () => {
  const candidates = [
    matter("甲", ...pleased),
    matter("甲", ...pleased),
    matter("乙", step("resolved"), step("followedUp", { rating: "satisfied" })),
    matter("丙", step("resolved", { text: "已解决", late: true }), step("followedUp", { rating: "satisfied" })),
    matter("丁", ...pleased.slice(0, 1), step("followedUp", { rating: "neutral" })),
    matter("戊", ...pleased),
  ];
  expect(chooseCases(candidates).typical).toEqual([candidates[0], candidates[5]]);
});

test("疑难案例：超期多的在前，再看退单次数", () => {
  const candidates = [
    matter("甲", returned),
    matter("乙", returned, returned),
    matter("丙", late, late),
    matter("丁", late),
    matter("戊"),
  ];
  expect(chooseCases(candidates, 4).difficult.map(({ topic }) => topic)).toEqual(["丙", "丁", "乙", "甲"]);
});

test("没有合适的就不选", () => expect(chooseCases([matter("甲")])).toEqual({ typical: [], difficult: [] }));
