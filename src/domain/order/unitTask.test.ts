import { expect, it } from "vitest";
import {
  acknowledged,
  begin,
  desk,
  does,
  rated,
  resolved,
  type Story,
  T,
  u1,
  u2,
  u3,
} from "../../../test/world/orderStory.ts";
import { orderUnits } from "./worklist.ts";

const answer = { solved: true, internalText: null, publicText: T };
const returned = { reason: "otherDuty", text: T, bulk: null };

/** 各单位: what each has to do, and why it came back */
const tasks = ({ order }: Story) =>
  Object.fromEntries(
    orderUnits(order).map(({ unit, task, cause }) => [unit, cause === null ? task : `${task} ${cause}`]),
  );

it("派来先签收，签收后办理，退单等裁定，驳回后接着办，办结了没有要做的", () => {
  const sent = begin("2022-10-10 09:00");
  expect(tasks(sent)).toEqual({ u1: "acknowledge" });
  const taken = does(sent, "2022-10-10 10:00", u1, "acknowledge", {});
  expect(tasks(taken)).toEqual({ u1: "handle" });
  const asked = does(taken, "2022-10-11 10:00", u1, "requestReturn", returned);
  expect(tasks(asked)).toEqual({ u1: "ruling" });
  const rejected = does(asked, "2022-10-11 11:00", desk, "rejectReturn", { text: T });
  expect(tasks(rejected)).toEqual({ u1: "handle rejected" });
  expect(tasks(does(rejected, "2022-10-12 10:00", u1, "resolve", answer))).toEqual({ u1: "none" });
});

it("请第三方核实的，要它答复；答复了就没有它的事", () => {
  const asked = does(acknowledged(), "2022-10-11 10:00", u1, "requestReturn", returned);
  const verifying = does(asked, "2022-10-11 11:00", desk, "askVerification", { unit: "u3", text: null });
  expect(tasks(verifying)).toEqual({ u1: "ruling", u3: "verify" });
  const told = does(verifying, "2022-10-11 12:00", u3, "answerVerification", { competent: true, text: T });
  expect(tasks(told)).toEqual({ u1: "ruling", u3: "none" });
});

it("协办的自己签收，反馈后没有要做的；主办的照旧", () => {
  const both = does(acknowledged(), "2022-10-10 11:00", desk, "assist", { unit: "u2" });
  expect(tasks(both)).toEqual({ u1: "handle", u2: "acknowledge" });
  const joined = does(both, "2022-10-10 12:00", u2, "acknowledge", {});
  expect(tasks(joined)).toEqual({ u1: "handle", u2: "handle" });
  expect(tasks(does(joined, "2022-10-11 12:00", u2, "reportPart", { text: T }))).toEqual({ u1: "handle", u2: "none" });
});

it("返工和重办说明缘由，再办结就没有了", () => {
  const again = does(resolved(), "2022-10-13 09:00", desk, "demandRework", { text: T });
  expect(tasks(again)).toEqual({ u1: "handle rework" });
  const reopened = does(rated("dissatisfied"), "2022-10-13 11:00", desk, "reopen", { text: T });
  expect(tasks(reopened)).toEqual({ u1: "handle reopened" });
  expect(tasks(does(reopened, "2022-10-14 11:00", u1, "resolve", answer))).toEqual({ u1: "none" });
});

it("没签收的按派发先后，签收了按期限先后；办结的按办结先后", () => {
  const turn = ({ order }: Story) => orderUnits(order)[0]!.turnAt;
  const sent = begin("2022-10-10 09:00");
  expect(turn(sent)).toBe(sent.order.dispatchedAt);
  const taken = acknowledged();
  expect(turn(taken)).toBe(taken.order.assignments[0]!.dueAt);
});
