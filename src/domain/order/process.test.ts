import { describe, expect, it } from "vitest";
import { liaison, person, processRulebook, rules, someRequest } from "../../../test/world/orderSteps.ts";
import { type Actor, system } from "../access/role.ts";
import type { LedgerEvent } from "../ledger/event.ts";
import type { Refused } from "../refusal.ts";
import type { Action, ActionInput } from "./action.ts";
import { applyOrder } from "./apply.ts";
import { matterClock, unitClock } from "./clock.ts";
import { clockWords, matterDay } from "./clockWords.ts";
import { allowed, decide } from "./decide.ts";
import { dispatch } from "./dispatch.ts";
import { due, isUnmoved } from "./due.ts";
import type { OrderState } from "./order.ts";
import { rulesOf } from "./rules.ts";
import { stageOf } from "./stage.ts";

/** '2022-10-08 09:30' in the platform's zone */
const at = (text: string) => Date.parse(`${text.replace(" ", "T")}:00+08:00`);
const T = "01840000-0000-7000-8000-00000000000f";
const [desk, office, caller] = [person("dispatcher"), person("office"), person("followUp")];
const [u1, u2, u3] = ["u1", "u2", "u3"].map(liaison) as [Actor, Actor, Actor];

interface Story {
  order: OrderState;
  events: LedgerEvent[];
}

function begin(when: string, unit = "u1", request = someRequest, complex = false): Story {
  const to = { unit, basis: null, topic: null, complex };
  const events = dispatch({ request, id: T, number: "W1", ...to }, desk, at(when), rules) as LedgerEvent[];
  return { order: applyOrder(null, events[1]!), events };
}

const attempt = <A extends Exclude<Action, "dispatch">>(
  { order }: Story,
  when: string,
  by: Actor,
  action: A,
  input: ActionInput[A],
) => decide(order, action, input, by, at(when), rules);

/** Does it, and returns the story that follows; throws where it is refused. */
function does<A extends Exclude<Action, "dispatch">>(
  story: Story,
  when: string,
  by: Actor,
  action: A,
  input: ActionInput[A],
): Story {
  const events = attempt(story, when, by, action, input);
  if (!Array.isArray(events)) throw new Error(`${action} ${when}: ${events.refused} ${events.sentence}`);
  const own = events.filter(({ subject }) => subject === "order");
  return { order: own.reduce<OrderState>(applyOrder, story.order), events: [...story.events, ...events] };
}

const refusal = (answer: LedgerEvent[] | Refused) => (Array.isArray(answer) ? null : answer.refused);
const kinds = ({ events }: Story) => events.map(({ kind }) => kind);
const acknowledged = (unit = u1, when = "2022-10-10 10:00") =>
  does(begin("2022-10-10 09:00", unit.unit!), when, unit, "acknowledge", {});
const resolved = (when = "2022-10-12 10:00") => {
  const informed = does(acknowledged(), "2022-10-12 09:00", u1, "inform", { text: null });
  return does(informed, when, u1, "resolve", { solved: true, internalText: null, publicText: T });
};
const rated = (rating: "satisfied" | "dissatisfied") =>
  does(resolved(), "2022-10-13 10:00", caller, "concludeFollowUp", {
    channel: "phone",
    rating,
    solved: null,
    text: null,
  });

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
    does(story, when, by, "requestReturn", { reason: "notCompetent", text: T, bulk: null });

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

describe("延期、反馈、审核、回访、重办、归档", () => {
  it("延期只申请一次，在期限之前，最多与原期限相同，从起算日合计", () => {
    const ask = (amount: number, when = "2022-10-14 09:00") =>
      attempt(acknowledged(), when, u1, "requestExtension", { amount, text: T });
    expect(refusal(ask(6))).toBe("withinOriginalLimit");
    expect(refusal(ask(5, "2022-10-18 00:00"))).toBe("beforeDeadline");
    let story = does(acknowledged(), "2022-10-14 09:00", u1, "requestExtension", { amount: 5, text: T });
    story = does(story, "2022-10-14 10:00", desk, "grantExtension", {});
    expect(story.order.assignments[0]!.dueAt).toBe(at("2022-10-25 00:00"));
    expect(refusal(attempt(story, "2022-10-14 11:00", u1, "requestExtension", { amount: 1, text: T }))).toBe(
      "extensionNotAsked",
    );
  });

  it("没有联系反馈当事人也能办结，但说明计入；过期办结同样", () => {
    const seen = (when: string, story: Story) =>
      allowed(story.order, u1, at(when), rules).find((a) => a.action === "resolve");
    expect(seen("2022-10-12 09:00", acknowledged())).toMatchObject({ counted: { code: "notInformed" } });
    const informed = does(acknowledged(), "2022-10-12 09:00", u1, "inform", { text: null });
    expect(seen("2022-10-12 10:00", informed)).toEqual({ action: "resolve", allowed: true });
    expect(seen("2022-10-19 10:00", informed)).toMatchObject({ counted: { code: "pastDeadline" } });
  });

  it("满意的工单：签收、联系、办结、审核、回访满意、系统归档", () => {
    let story = does(resolved(), "2022-10-12 16:00", desk, "passReview", {});
    story = does(story, "2022-10-13 10:00", caller, "concludeFollowUp", {
      channel: "phone",
      rating: "satisfied",
      solved: true,
      text: null,
    });
    expect(due(story.order, at("2022-10-13 10:00"), rules)).toEqual([{ action: "close", input: {} }]);
    story = does(story, "2022-10-13 10:00", system, "close", {});
    expect(kinds(story)).toEqual([
      ...["requestDispatched", "orderDispatched", "orderAcknowledged", "citizenInformed", "orderResolved"],
      ...["resolutionPassed", "followUpConcluded", "orderClosed"],
    ]);
    expect(clockWords(unitClock(story.order, at("2022-10-20 10:00"), rules), at("2022-10-20 10:00"), rules)).toBe(
      "按时办结",
    );
  });

  it("返工退回单位，期限不变", () => {
    const story = does(resolved(), "2022-10-12 16:00", desk, "demandRework", { text: T });
    expect([stageOf(story.order), story.order.reworks, story.order.assignments[0]!.dueAt]).toEqual([
      "handling",
      1,
      at("2022-10-18 00:00"),
    ]);
  });

  it("短信回访：办结即发，48小时无人评价由系统记未评价；电话三次未接通为止", () => {
    let story = resolved();
    expect(due(story.order, at("2022-10-12 10:00"), rules)).toEqual([
      { action: "attemptFollowUp", input: { channel: "sms" } },
    ]);
    story = does(story, "2022-10-12 10:00", system, "attemptFollowUp", { channel: "sms" });
    const silence = { channel: "sms", rating: "noResponse", solved: null, text: null } as const;
    expect(refusal(attempt(story, "2022-10-14 09:59", system, "concludeFollowUp", silence))).toBe("followUpLapsed");
    expect(due(story.order, at("2022-10-14 10:00"), rules)).toEqual([{ action: "concludeFollowUp", input: silence }]);
    expect(refusal(attempt(story, "2022-10-13 10:00", caller, "attemptFollowUp", { channel: "phone" }))).toBe(
      "attemptsLeft",
    );
  });

  it("不满意的才能重办，新的一轮有新的期限；系统不替人归档不满意的", () => {
    expect(refusal(attempt(rated("satisfied"), "2022-10-14 09:00", desk, "reopen", { text: T }))).toBe("dissatisfied");
    expect(refusal(attempt(rated("dissatisfied"), "2022-10-14 09:00", system, "close", {}))).toBe("decidedByPerson");
    let story = does(rated("dissatisfied"), "2022-10-14 09:00", desk, "reopen", { text: T });
    expect([story.order.round, story.order.reopenDueAt, stageOf(story.order)]).toEqual([
      2,
      at("2022-10-22 00:00"),
      "handling",
    ]);
    story = does(story, "2022-10-18 09:00", u1, "resolve", { solved: true, internalText: null, publicText: T });
    story = does(story, "2022-10-19 09:00", caller, "concludeFollowUp", {
      channel: "phone",
      rating: "satisfied",
      solved: true,
      text: null,
    });
    expect([story.order.rating, story.order.reopenRating]).toEqual(["dissatisfied", "satisfied"]);
  });
});

describe("催办、督办、撤单", () => {
  const levels = (when: string) =>
    due(acknowledged().order, at(when), rules).map(({ input }) => (input as { level?: string }).level);

  it("用去八成蓝色，到期黄色，超2个工作日红色，超5个约谈；由规则定", () => {
    expect(levels("2022-10-14 23:59")).toEqual([]);
    expect(levels("2022-10-15 00:00")).toEqual(["blue"]);
    expect(levels("2022-10-17 23:59")).toEqual(["blue"]);
    expect(levels("2022-10-18 00:00")).toEqual(["yellow"]);
    expect(levels("2022-10-20 00:00")).toEqual(["red"]);
    expect(levels("2022-10-25 00:00")).toEqual(["summon"]);
  });

  it("时钟的话：待签收、剩几日、今天到期、超几日、约谈", () => {
    const words = (story: Story, when: string) => clockWords(unitClock(story.order, at(when), rules), at(when), rules);
    expect(words(begin("2022-10-10 09:00"), "2022-10-11 11:00")).toBe("待签收，剩 13 小时（至 10月11日 周二 24:00）");
    expect(words(acknowledged(), "2022-10-12 10:00")).toBe("剩 3 个工作日（至 10月17日 周一 24:00）");
    expect(words(acknowledged(), "2022-10-17 10:26")).toBe("今天到期，剩 13 小时 34 分（至 10月17日 周一 24:00）");
    expect(words(acknowledged(), "2022-10-18 10:00")).toBe("超 1 个工作日");
    expect(words(acknowledged(), "2022-10-20 10:00")).toBe("超 3 个工作日，已督办");
    expect(words(acknowledged(), "2022-10-27 10:00")).toBe("超 8 个工作日，约谈");
  });

  it("越过已公布的放假安排，期限是暂定的", () => {
    const years = (processRulebook.rows.calendarYear ?? []).filter(({ key }) => key <= "2022");
    const short = rulesOf({ rows: { ...processRulebook.rows, calendarYear: years } }, "Asia/Shanghai");
    const events = decide(begin("2022-12-29 09:00").order, "acknowledge", {}, u1, at("2022-12-29 10:00"), short);
    expect((events as LedgerEvent<"orderAcknowledged">[])[0]!.data.provisional).toBe(true);
  });

  it("派单后、签收期限前4小时催办一次；十个工作日没人动的报警", () => {
    const story = begin("2022-10-10 09:00");
    expect(due(story.order, at("2022-10-11 19:59"), rules)).toEqual([]);
    expect(due(story.order, at("2022-10-11 20:00"), rules).map(({ action }) => action)).toEqual(["remind"]);
    expect([
      isUnmoved(story.order, at("2022-10-24 23:59"), rules),
      isUnmoved(story.order, at("2022-10-25 00:00"), rules),
    ]).toEqual([false, true]);
  });

  it("撤单先告知联络员，等它回执；拒绝也是回执；单位没有签收的不必等", () => {
    const withdraw = { request: { ...someRequest, version: 2 }, text: null };
    const agent = person("agent");
    expect(refusal(attempt(acknowledged(), "2022-10-11 09:00", agent, "withdraw", withdraw))).toBe("withdrawalTold");
    let story = does(acknowledged(), "2022-10-11 09:00", agent, "giveNotice", { kind: "withdraw", text: T });
    expect(refusal(attempt(story, "2022-10-11 10:00", agent, "withdraw", withdraw))).toBe("withdrawalAnswered");
    story = does(story, "2022-10-11 11:00", u1, "answerNotice", { no: 1, receipt: "refused", text: T });
    story = does(story, "2022-10-11 12:00", agent, "withdraw", withdraw);
    expect([stageOf(story.order), kinds(story).slice(-2)]).toEqual([
      "withdrawn",
      ["orderWithdrawn", "requestWithdrawn"],
    ]);
    const fresh = does(begin("2022-10-10 09:00"), "2022-10-10 10:00", agent, "giveNotice", {
      kind: "withdraw",
      text: T,
    });
    expect(refusal(attempt(fresh, "2022-10-10 11:00", agent, "withdraw", withdraw))).toBe(null);
  });
});
