import { describe, expect, it } from "vitest";
import { person, processRulebook, rules, someRequest } from "../../../test/world/orderSteps.ts";
import {
  acknowledged,
  at,
  attempt,
  begin,
  caller,
  desk,
  does,
  kinds,
  rated,
  refusal,
  resolved,
  type Story,
  T,
  u1,
} from "../../../test/world/orderStory.ts";
import { system } from "../access/role.ts";
import type { LedgerEvent } from "../ledger/event.ts";
import { unitClock } from "./clock.ts";
import { clockWords } from "./clockWords.ts";
import { allowed, decide } from "./decide.ts";
import { due } from "./due.ts";
import { rulesOf } from "./rules.ts";
import { stageOf } from "./stage.ts";

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
    due(acknowledged().order, at(when), rules).flatMap(({ action, input }) =>
      action === "supervise" ? [input.level] : [],
    );

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

  it("派单后、签收期限前4小时催办一次", () => {
    const story = begin("2022-10-10 09:00");
    expect(due(story.order, at("2022-10-11 19:59"), rules)).toEqual([]);
    expect(due(story.order, at("2022-10-11 20:00"), rules).map(({ action }) => action)).toEqual(["remind"]);
  });

  it("十个工作日没人动也没退单的报警一次；动过以后重新算", () => {
    const [before, when] = ["2022-10-24 23:59", "2022-10-25 00:00"];
    const story = begin("2022-10-10 09:00");
    const alarms = (one: Story, moment: string) =>
      due(one.order, at(moment), rules).filter(({ action }) => action === "alarm").length;
    expect([alarms(story, before), alarms(story, when)]).toEqual([0, 1]);
    expect(refusal(attempt(story, before, system, "alarm", {}))).toBe("unmoved");
    const alarmed = does(story, when, system, "alarm", {});
    expect([alarmed.order.alarmedAt, alarms(alarmed, "2022-12-30 09:00")]).toEqual([at(when), 0]);
    expect(refusal(attempt(alarmed, "2022-12-30 09:00", system, "alarm", {}))).toBe("notYetAlarmed");
    const moved = does(alarmed, "2022-10-26 09:00", u1, "contact", { text: null });
    expect([alarms(moved, "2022-11-09 23:59"), alarms(moved, "2022-11-10 00:00")]).toEqual([0, 1]);
  });

  it("返工的从返工起算：答复等了很久才审核、退回，不会一退回就报警", () => {
    let story = does(acknowledged(), "2022-10-11 10:00", u1, "resolve", {
      solved: true,
      internalText: null,
      publicText: T,
    });
    story = does(story, "2022-11-01 10:00", desk, "demandRework", { text: T });
    const alarms = (moment: string) => due(story.order, at(moment), rules).some(({ action }) => action === "alarm");
    expect([alarms("2022-11-01 10:00"), alarms("2022-11-15 23:59"), alarms("2022-11-16 00:00")]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it("申请退单等裁定的不报警；驳回退单以后从驳回起算", () => {
    let story = does(acknowledged(), "2022-10-11 10:00", u1, "requestReturn", {
      reason: "职责不符",
      text: T,
      bulk: null,
    });
    const alarms = (moment: string) => due(story.order, at(moment), rules).some(({ action }) => action === "alarm");
    expect([stageOf(story.order), alarms("2022-11-30 09:00")]).toEqual(["returning", false]);
    expect(refusal(attempt(story, "2022-11-30 09:00", system, "alarm", {}))).toBe("otherStage");
    story = does(story, "2022-10-20 10:00", desk, "rejectReturn", { text: T });
    expect([alarms("2022-11-03 23:59"), alarms("2022-11-04 00:00")]).toEqual([false, true]);
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
