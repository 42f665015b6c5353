import { describe, expect, it } from "vitest";
import { actors, person, someRequest } from "../../../test/world/orderSteps.ts";
import { acknowledged } from "../../../test/world/orderStory.ts";
import { system } from "../access/role.ts";
import type { LedgerEvent } from "../ledger/event.ts";
import type { OrderState } from "../order/order.ts";
import { applyRequest } from "./apply.ts";
import { accept, allowedOnRequest, decideRequest } from "./decide.ts";
import { type RequestAction, type RequestInput, requestLifecycle } from "./lifecycle.ts";
import type { RequestState } from "./request.ts";
import { routes, toldTo } from "./routes.ts";

const agent = person("agent");
const fold = (request: RequestState, answer: unknown) =>
  (answer as LedgerEvent[]).filter(({ id }) => id === request.id).reduce(applyRequest, request);
const other: RequestState = { ...someRequest, id: "01840000-0000-7000-8000-000000000002" };
const alone = (request: RequestState) => ({ request, order: null });
const T = "01840000-0000-7000-8000-00000000000f";

const inputs: { [A in Exclude<RequestAction, "dispatch">]: RequestInput[A] } = {
  resolve: { text: null },
  refuse: { reason: "已报警", route: "police", text: null },
  merge: { into: other, order: null },
  withdraw: { text: null },
  amend: { text: T },
  rate: { rating: "satisfied" },
  attach: { attachment: T, digest: "00" },
};

const settled: RequestState[] = [
  someRequest,
  ...(["firstContact", "withdrawn", "merged", "refused", "dispatched"] as const).map((outcome) => ({
    ...someRequest,
    outcome,
    settledAt: 5,
  })),
  { ...someRequest, repeats: [other.id] },
  { ...someRequest, outcome: "firstContact", settledAt: 5, rating: "satisfied", ratedAt: 6 },
];

describe("诉求的流程", () => {
  it("每种结果、每个动作、每个角色：按钮与决定一致，不能做的说出原因和下一步", () => {
    for (const request of settled)
      for (const by of actors)
        for (const seen of allowedOnRequest(alone(request), by, 10)) {
          if (seen.action === "dispatch") continue;
          const answer = decideRequest(alone(request), seen.action, inputs[seen.action] as never, by, 10);
          if (!seen.allowed)
            expect(answer).toMatchObject({ refused: seen.refused, next: expect.stringMatching(/。$/) });
          else if (by.role !== "system") expect(answer).toBeInstanceOf(Array);
          if (Array.isArray(answer))
            expect(answer.map(({ kind }) => kind)).toEqual(requestLifecycle[seen.action].leaves);
        }
  });

  it("受理：话务员可以登记，单位不能", () => {
    const {
      id,
      version,
      acceptedAt,
      outcome,
      rating,
      ratedAt,
      settledAt,
      order,
      refusal,
      amendments,
      repeats,
      ...data
    } = someRequest;
    expect(accept(id, data, agent, 3)).toMatchObject([{ kind: "requestAccepted", version: 1, at: 3 }]);
    expect(accept(id, data, person("liaison"), 3)).toMatchObject({ refused: "otherRole" });
  });

  it("不予受理：一定有去处，并且告诉当事人；没有去处的不能不受理", () => {
    const refused = fold(someRequest, decideRequest(alone(someRequest), "refuse", inputs.refuse, agent, 1));
    expect([refused.outcome, refused.refusal]).toEqual(["refused", { reason: "已报警", route: "police" }]);
    const nowhere = { ...inputs.refuse, route: "nowhere" };
    expect(decideRequest(alone(someRequest), "refuse", nowhere, agent, 1)).toMatchObject({ refused: "lawfulRoute" });
    for (const route of Object.keys(routes)) expect(toldTo(route as never)).toMatch(/。您的来电已登记。$/);
  });

  it("并单：两边都留下事件；不能并入自己、已结束的，也不能再并走已有并入的", () => {
    const events = decideRequest(alone(someRequest), "merge", inputs.merge, agent, 1);
    expect([fold(someRequest, events).mergedInto, fold(other, events).repeats]).toEqual([other.id, [someRequest.id]]);
    const into = (one: RequestState) =>
      decideRequest(alone(someRequest), "merge", { into: one, order: null }, agent, 1);
    expect(into(someRequest)).toMatchObject({ refused: "otherMatter" });
    expect(into({ ...other, outcome: "withdrawn" })).toMatchObject({ refused: "openMatter" });
    const carrying = { ...someRequest, repeats: [T] };
    expect(decideRequest(alone(carrying), "merge", inputs.merge, agent, 1)).toMatchObject({ refused: "noRepeats" });
  });

  it("修改诉求：派发之后也可以，最后的文字为准", () => {
    const dispatched: RequestState = { ...someRequest, outcome: "dispatched", settledAt: 5, order: T };
    const amended = fold(dispatched, decideRequest(alone(dispatched), "amend", { text: T }, agent, 7));
    expect(amended.amendments).toEqual([{ at: 7, text: T }]);
  });

  it("工单归档或撤单以后，不能再修改诉求、上传附件；请另行登记", () => {
    const request: RequestState = { ...someRequest, outcome: "dispatched", settledAt: 5, order: T };
    const { order } = acknowledged();
    const ended: OrderState[] = [
      { ...order, closedAt: 8 },
      { ...order, withdrawnAt: 8 },
    ];
    for (const action of ["amend", "attach"] as const) {
      const decided = (one: OrderState) =>
        decideRequest({ request, order: one }, action, inputs[action] as never, agent, 9);
      expect(decided(order)).toBeInstanceOf(Array);
      for (const one of ended)
        expect(decided(one)).toMatchObject({ refused: "orderOpen", next: expect.stringContaining("登记新的诉求") });
    }
  });

  it("评价一次；系统只能记未评价", () => {
    const answered: RequestState = { ...someRequest, outcome: "firstContact", settledAt: 5 };
    expect(decideRequest(alone(answered), "rate", { rating: "satisfied" }, system, 9)).toMatchObject({
      refused: "onlyLapses",
    });
    const rated = fold(answered, decideRequest(alone(answered), "rate", { rating: "neutral" }, person("citizen"), 9));
    expect(decideRequest(alone(rated), "rate", { rating: "satisfied" }, person("citizen"), 10)).toMatchObject({
      refused: "notRated",
    });
  });
});
