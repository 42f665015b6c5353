import { expect, it } from "vitest";
import { rules, someRequest } from "../../../test/world/orderSteps.ts";
import { acknowledged, at, begin, does, u1 } from "../../../test/world/orderStory.ts";
import { unitClock } from "./clock.ts";
import { limitDays } from "./limitDays.ts";

const WEEK = " 一二三四五六日";

function strip(acknowledgedAt: string, now: string): string[] {
  const { order } = does(begin(`${acknowledgedAt.slice(0, 10)} 08:30`), acknowledgedAt, u1, "acknowledge", {});
  const clock = unitClock(order, at(now), rules);
  return limitDays(clock, rules.dateOf(at(now)), rules).map(({ kind, from, to, weekday, no, makeUp, today, last }) =>
    [
      from === to ? `${from.slice(5)}周${WEEK[weekday]}` : `${from.slice(5)}至${to.slice(5)}`,
      { start: "签收", counted: `第${no}日`, weekend: "周末不计", holiday: "放假不计" }[kind],
      ...(makeUp ? ["班"] : []),
      ...(today ? ["今天"] : []),
      ...(last ? ["到期"] : []),
    ].join(" "),
  );
}

it("国庆放假合在一起不计，调休的周末算一日，今天和到期的一天都标出", () => {
  expect(strip("2022-09-29 10:00", "2022-10-10 09:00")).toEqual([
    "09-29周四 签收",
    "09-30周五 第1日",
    "10-01至10-07 放假不计",
    "10-08周六 第2日 班",
    "10-09周日 第3日 班",
    "10-10周一 第4日 今天",
    "10-11周二 第5日 到期",
  ]);
});

it("平常的周末不计", () => {
  expect(strip("2022-10-12 10:00", "2022-10-15 09:00")).toEqual([
    "10-12周三 签收",
    "10-13周四 第1日",
    "10-14周五 第2日",
    "10-15至10-16 周末不计 今天",
    "10-17周一 第3日",
    "10-18周二 第4日",
    "10-19周三 第5日 到期",
  ]);
});

it("按小时计的没有日子；长得画不下的也没有", () => {
  const urgent = does(
    begin("2022-10-10 09:00", "u1", { ...someRequest, urgent: true }),
    "2022-10-10 10:00",
    u1,
    "acknowledge",
    {},
  );
  const now = at("2022-10-10 11:00");
  expect(limitDays(unitClock(urgent.order, now, rules), rules.dateOf(now), rules)).toEqual([]);
  const clock = unitClock(acknowledged().order, now, rules);
  expect(limitDays({ ...clock, dueAt: clock.from + 200 * 86_400_000 }, rules.dateOf(now), rules)).toEqual([]);
});
