import { describe, expect, it } from "vitest";
import { liaison, rules, someRequest } from "../../../test/world/orderSteps.ts";
import {
  acknowledged,
  at,
  attempt,
  begin,
  desk,
  does,
  kinds,
  office,
  refusal,
  type Story,
  T,
  u1,
  u2,
  u3,
} from "../../../test/world/orderStory.ts";
import type { Actor } from "../access/role.ts";
import type { Refused } from "../refusal.ts";
import { matterClock, unitClock } from "./clock.ts";
import { clockWords, matterDay } from "./clockWords.ts";
import { allowed } from "./decide.ts";
import { dispatch } from "./dispatch.ts";
import { stageOf } from "./stage.ts";

describe("派发与签收", () => {
  it("只有派单员和热线办可以派发；已有结果的诉求不能再派", () => {
    const to = { request: someRequest, id: T, number: "W1", unit: "u1", basis: null, topic: null };
    expect(refusal(dispatch(to, u1, at("2022-10-10 09:00"), rules))).toBe("otherRole");
    const settled = { ...to, request: { ...someRequest, outcome: "withdrawn" as const } };
    expect(refusal(dispatch(settled, desk, at("2022-10-10 09:00"), rules))).toBe("requestSettled");
    expect(refusal(dispatch({ ...to, unit: "x" }, desk, at("2022-10-10 09:00"), rules))).toBe("unitKnown");
  });

  it("签收后5个工作日办结，复杂事项10个，国庆放假不计、调休上班的周末计入", () => {
    const story = does(begin("2022-09-29 09:00"), "2022-09-29 15:00", u1, "acknowledge", {});
    expect(story.order.assignments[0]!.dueAt).toBe(at("2022-10-12 00:00"));
    const complex = does(begin("2022-09-29 09:00", "u1", someRequest, true), "2022-09-29 15:00", u1, "acknowledge", {});
    expect(complex.order.assignments[0]!.dueAt).toBe(at("2022-10-19 00:00"));
  });

  it("一个工作日不签收，视同在期限终点签收，办理和退单的期限都从那时起算；不签收争取不到时间", () => {
    const story = begin("2022-10-10 09:00");
    expect(refusal(attempt(story, "2022-10-12 10:00", u1, "acknowledge", {}))).toBe("notYetAcknowledged");
    const late = does(story, "2022-10-17 10:00", u1, "requestReturn", { reason: "r", text: T, bulk: null });
    const [part] = late.order.assignments;
    expect([part!.deemed, part!.acknowledgedAt, part!.dueAt]).toEqual([
      true,
      at("2022-10-12 00:00"),
      at("2022-10-20 00:00"),
    ]);
    expect(late.order.returns[0]!.late).toBe(true);
    expect(kinds(late).slice(2)).toEqual(["orderAcknowledged", "returnRequested"]);
  });

  it("紧急的以小时计：2小时签收，24小时办结", () => {
    const urgent = begin("2022-10-10 09:00", "u1", { ...someRequest, urgent: true });
    expect(unitClock(urgent.order, at("2022-10-10 09:30"), rules).dueAt).toBe(at("2022-10-10 11:00"));
    const taken = does(urgent, "2022-10-10 09:30", u1, "acknowledge", {});
    expect(taken.order.assignments[0]!.dueAt).toBe(at("2022-10-11 09:30"));
    expect(clockWords(unitClock(taken.order, at("2022-10-10 10:00"), rules), at("2022-10-10 10:00"), rules)).toBe(
      "剩 23 小时 30 分（至 10月11日 周二 09:30）",
    );
  });

  it("协办各自签收、向主办反馈；主办才能办结；区里转给街道后街道可以办", () => {
    let story = does(acknowledged(), "2022-10-10 11:00", desk, "assist", { unit: "u2" });
    expect(refusal(attempt(story, "2022-10-10 11:00", desk, "assist", { unit: "u2" }))).toBe("notYetPart");
    story = does(story, "2022-10-10 12:00", u2, "acknowledge", {});
    expect(
      refusal(attempt(story, "2022-10-10 13:00", u2, "resolve", { solved: true, internalText: null, publicText: T })),
    ).toBe("leads");
    story = does(story, "2022-10-10 13:00", u2, "reportPart", { text: T });
    expect(stageOf(story.order)).toBe("handling");
    expect(refusal(attempt(story, "2022-10-10 14:00", u1, "handOn", { unit: "u3" }))).toBe("subUnit");
    story = does(story, "2022-10-10 14:00", u1, "handOn", { unit: "s1" });
    story = does(story, "2022-10-11 14:00", liaison("s1"), "contact", { text: null });
    expect(story.order.assignments[0]).toMatchObject({
      unit: "u1",
      subUnit: "s1",
      contactedAt: at("2022-10-11 14:00"),
    });
  });

  it("派错了可以改派，原单位只能看", () => {
    const story = does(acknowledged(), "2022-10-11 09:00", desk, "redispatch", { unit: "u2", basis: null, text: T });
    expect(story.order.assignments.map(({ endedBy }) => endedBy)).toEqual(["redispatch", null]);
    const answer = attempt(story, "2022-10-11 10:00", u1, "inform", { text: null }) as Refused;
    expect(answer.sentence).toBe("这件工单已移交市住建局。");
  });
});

describe("退单、核实、会商", () => {
  const asksReturn = (story: Story, when: string, by: Actor) =>
    does(story, when, by, "requestReturn", { reason: "不归本单位", text: T, bulk: null });

  it("签收后两个工作日内退单不算超期，之后仍可退，按钮说明记为超期", () => {
    const seen = (when: string) =>
      allowed(acknowledged().order, u1, at(when), rules).find((a) => a.action === "requestReturn");
    expect(seen("2022-10-12 23:59")).toEqual({ action: "requestReturn", allowed: true });
    expect(seen("2022-10-13 00:00")).toMatchObject({
      allowed: true,
      counted: { sentence: "退单期已于10月12日 周三 24:00截止。仍可申请，记为超期退单，计入本单位。" },
    });
  });

  it("疑难一：9月30日受理，11月2日超期退单，第三方核实，再派，再退，驳回；办理时钟没有停过", () => {
    let story = does(begin("2022-09-30 10:00"), "2022-09-30 14:00", u1, "acknowledge", {});
    story = asksReturn(story, "2022-11-02 09:00", u1);
    story = does(story, "2022-11-02 10:00", desk, "askVerification", { unit: "u2", text: null });
    expect(refusal(attempt(story, "2022-11-02 11:00", u3, "answerVerification", { competent: true, text: T }))).toBe(
      "verificationAsked",
    );
    story = does(story, "2022-11-04 15:00", u2, "answerVerification", { competent: false, text: T });
    story = does(story, "2022-11-04 16:00", desk, "acceptReturn", { to: { unit: "u1", basis: null }, text: T });
    story = does(story, "2022-11-04 17:00", u1, "acknowledge", {});
    story = asksReturn(story, "2022-11-08 11:00", u1);
    const due = story.order.assignments[1]!.dueAt;
    story = does(story, "2022-11-09 09:00", desk, "rejectReturn", { text: T });
    expect(story.order.returns.map(({ late, ruling }) => [late, ruling])).toEqual([
      [true, "accepted"],
      [false, "rejected"],
    ]);
    expect(story.order.returns[0]!.verifications).toEqual([
      { unit: "u2", askedAt: at("2022-11-02 10:00"), answeredAt: at("2022-11-04 15:00"), competent: false },
    ]);
    expect([story.order.assignments[1]!.dueAt, stageOf(story.order)]).toEqual([due, "handling"]);
  });

  it("疑难二：10月14日派、11月9日退（超期），11月10日改派并签收，11月15日再退（超期）", () => {
    let story = does(begin("2022-10-14 09:00", "u2"), "2022-10-14 10:00", u2, "acknowledge", {});
    story = asksReturn(story, "2022-11-09 10:00", u2);
    story = does(story, "2022-11-09 16:00", desk, "acceptReturn", { to: null, text: T });
    expect(stageOf(story.order)).toBe("returned");
    story = does(story, "2022-11-10 09:00", desk, "redispatch", { unit: "u3", basis: null, text: null });
    story = does(story, "2022-11-10 10:00", u3, "acknowledge", {});
    story = asksReturn(story, "2022-11-15 10:00", u3);
    expect(story.order.returns.map(({ late }) => late)).toEqual([true, true]);
    const now = at("2022-11-15 10:00");
    expect(unitClock(story.order, now, rules).from).toBe(at("2022-11-10 10:00"));
    expect(matterDay(matterClock(story.order, now, rules), now, rules)).toBe("第 22 个工作日");
  });

  it("第一次退单不会商；第二次可以，会商确定的主办不能再退", () => {
    let story = asksReturn(acknowledged(), "2022-10-11 09:00", u1);
    expect(refusal(attempt(story, "2022-10-11 10:00", desk, "convene", { text: null }))).toBe("returnedAgain");
    story = does(story, "2022-10-11 10:00", desk, "acceptReturn", { to: { unit: "u2", basis: null }, text: null });
    story = does(story, "2022-10-11 11:00", u2, "acknowledge", {});
    story = asksReturn(story, "2022-10-12 09:00", u2);
    story = does(story, "2022-10-12 10:00", desk, "convene", { text: null });
    const conclusion = { unit: "u1", directory: "c1", text: T };
    expect(refusal(attempt(story, "2022-10-14 10:00", desk, "concludeArbitration", conclusion))).toBe("otherRole");
    story = does(story, "2022-10-14 10:00", office, "concludeArbitration", conclusion);
    expect(story.order.assignments.at(-1)).toMatchObject({ unit: "u1", basis: "arbitration" });
    story = does(story, "2022-10-14 11:00", u1, "acknowledge", {});
    expect(refusal(attempt(story, "2022-10-17 09:00", u1, "requestReturn", { reason: "r", text: T, bulk: null }))).toBe(
      "notSettledByArbitration",
    );
  });

  it("批量退单：同一批的每件都超期，同一批号", () => {
    const returned = Array.from({ length: 3 }, () =>
      does(acknowledged(), "2022-11-20 09:00", u1, "requestReturn", { reason: "r", text: T, bulk: T }),
    );
    expect(returned.map(({ order }) => [order.returns[0]!.bulk, order.returns[0]!.late])).toEqual(
      Array(3).fill([T, true]),
    );
  });
});
