import { expect, it } from "vitest";
import { rules, someRequest } from "../../../test/world/orderSteps.ts";
import { acknowledged, at, begin, desk, does, type Story, T, u1 } from "../../../test/world/orderStory.ts";
import { type ClockState, unitClock } from "./clock.ts";
import { pastWindow, soonWindow } from "./clockWindow.ts";
import { worklistRow } from "./worklist.ts";

const HOUR = 3_600_000;

/** 在哪个窗口里: as the list asks it of the deadline and of the limit beside it */
function windowOf({ order }: Story, now: number): string {
  const { dueAt, limitIn, limitAmount } = worklistRow(order);
  const [due, overdue, soon] = [
    pastWindow("due", now, rules),
    pastWindow("overdue", now, rules),
    soonWindow(now, rules),
  ];
  if (dueAt! <= overdue.until) return "overdue";
  if (dueAt! > due.after! && dueAt! <= due.until) return "due";
  const amount = limitAmount ?? soon.usual;
  const left = amount - Math.floor((amount * soon.percent) / 100);
  const begun =
    limitIn === "hours"
      ? now + (amount * HOUR * (100 - soon.percent)) / 100
      : soon[limitIn ?? "workingDays"][left - 1]!;
  return dueAt! <= begun ? "soon" : "";
}

const windows: Partial<Record<ClockState, string>> = { blue: "soon", yellow: "due", red: "overdue", summon: "overdue" };

const orders: [string, () => Story][] = [
  ["一般的，5 个工作日", () => acknowledged()],
  [
    "复杂的，10 个工作日",
    () => does(begin("2022-10-10 09:00", "u1", someRequest, true), "2022-10-10 10:00", u1, "acknowledge", {}),
  ],
  [
    "紧急的，24 小时",
    () =>
      does(
        begin("2022-10-10 09:00", "u1", { ...someRequest, urgent: true }),
        "2022-10-10 10:00",
        u1,
        "acknowledge",
        {},
      ),
  ],
  ["节前签收的", () => does(begin("2022-09-28 09:00"), "2022-09-29 10:00", u1, "acknowledge", {})],
  [
    "延期的",
    () => {
      const asked = does(acknowledged(), "2022-10-11 10:00", u1, "requestExtension", { amount: 5, text: T });
      return does(asked, "2022-10-11 11:00", desk, "grantExtension", {});
    },
  ],
];

it.each(orders)("%s：临期、到期、超期，按期限找到的与时钟说的每个钟头都一样", (_, tell) => {
  const story = tell();
  const from = at("2022-09-29 10:30");
  const seen = new Set<string>();
  for (let now = Math.max(from, story.order.dispatchedAt + 2 * HOUR); now < at("2022-11-15 00:00"); now += HOUR) {
    const { state } = unitClock(story.order, now, rules);
    const found = windowOf(story, now);
    expect(found, new Date(now).toISOString()).toBe(windows[state] ?? "");
    seen.add(found);
  }
  expect([...seen]).toEqual(["", "soon", "due", "overdue"]);
});
