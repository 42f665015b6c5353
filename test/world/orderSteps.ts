/** 随机办理: actors, inputs and rules for walks through a work order's life. */
import { calendar } from "../../rulebook/national/calendar.ts";
import { limits } from "../../rulebook/national/limits.ts";
import { assumed, since } from "../../rulebook/row.ts";
import type { Actor, Role } from "../../src/domain/access/role.ts";
import { roles } from "../../src/domain/access/role.ts";
import type { Action, ActionInput } from "../../src/domain/order/action.ts";
import type { OrderState } from "../../src/domain/order/order.ts";
import { rulesOf } from "../../src/domain/order/rules.ts";
import type { RequestState } from "../../src/domain/request/request.ts";
import { assemble } from "../../src/domain/rule/inForce.ts";
import type { Rating } from "../../src/domain/rule/rulebook.ts";

const SOURCE = "测试用虚构城市";
const mode = (channel: "sms" | "phone", attempts: number, windowHours: number) =>
  assumed("followUpMode", "mode", { channel, attempts, windowHours, reason: "" }, SOURCE);
const unit = (key: string, name: string, parent?: string) =>
  assumed("unit", key, { name, group: "g", order: 1, shortNames: [], listedWhenIdle: false, parent }, SOURCE);

export const processRulebook = assemble([
  [calendar, limits].flat(),
  [
    unit("u1", "东河区"),
    unit("u2", "市住建局"),
    unit("u3", "市城管局"),
    unit("s1", "桂花街道", "u1"),
    mode("phone", 3, 72),
    since(mode("sms", 1, 48), "2022-10-01", "2022-12-01"),
  ],
]);
export const rules = rulesOf(processRulebook, "Asia/Shanghai");

export const person = (role: Role, id = 1): Actor => ({ role, by: `${role}:${id}`, unit: null });
export const liaison = (code: string): Actor => ({ role: "liaison", by: `unit:${code}`, unit: code });
export const units = ["u1", "u2", "u3", "s1"];
export const actors: Actor[] = [
  ...units.map(liaison),
  ...roles
    .filter((role) => role !== "liaison")
    .map((role) => (role === "system" ? { role, by: "system", unit: null } : person(role))),
];

export const someRequest: RequestState = {
  id: "01840000-0000-7000-8000-000000000001",
  version: 1,
  number: "N1",
  acceptedAt: 0,
  type: "投诉",
  tree: "t1",
  category: "c1",
  channel: "phone",
  place: null,
  urgent: false,
  confidential: false,
  contact: null,
  text: null,
  call: null,
  hotEvent: null,
  leaderDay: null,
  outcome: "pending",
  settledAt: null,
  order: null,
  mergedInto: null,
  repeats: [],
  refusal: null,
  amendments: [],
  rating: null,
  ratedAt: null,
};

const of = <T>(list: readonly T[], n: number): T => list[n % list.length]!;
const TEXT = "01840000-0000-7000-8000-00000000000f";
const ratings: Rating[] = ["satisfied", "neutral", "dissatisfied", "dissatisfied", "noResponse"];
const channels = ["sms", "phone"] as const;

type Draw = (n: number, order: OrderState) => unknown;

/** What an actor might say, sensible or not. */
const said: { [A in Action]: (n: number, order: OrderState) => ActionInput[A] } = {
  dispatch: (n) => ({
    request: someRequest,
    id: TEXT,
    number: "W1",
    unit: of(units, n),
    basis: null,
    complex: n % 5 === 0,
    topic: null,
  }),
  assist: (n) => ({ unit: of([...units, "unknown"], n) }),
  handOn: (n) => ({ unit: of(["s1", "s1", "u2"], n) }),
  acknowledge: () => ({}),
  deemAcknowledged: () => ({}),
  contact: () => ({ text: null }),
  requestReturn: (n) => ({ reason: "不归本单位", text: TEXT, bulk: n % 4 ? null : TEXT }),
  askVerification: (n) => ({ unit: of(units, n), text: null }),
  answerVerification: (n) => ({ competent: n % 2 === 0, text: TEXT }),
  acceptReturn: (n) => ({
    to: n % 3 ? { unit: of([...units, "unknown"], n), basis: null, complex: n % 2 === 0 } : null,
    text: null,
  }),
  rejectReturn: () => ({ text: TEXT }),
  convene: () => ({ text: null }),
  concludeArbitration: (n) => ({ unit: of(units, n), directory: null, text: TEXT }),
  redispatch: (n) => ({ unit: of(units, n), basis: null, text: TEXT }),
  requestExtension: (n) => ({ amount: (n % 12) - 1, text: TEXT }),
  grantExtension: () => ({}),
  refuseExtension: () => ({ text: TEXT }),
  inform: () => ({ text: null }),
  resolve: (n) => ({ solved: n % 3 > 0, internalText: null, publicText: TEXT }),
  reportPart: () => ({ text: TEXT }),
  passReview: () => ({}),
  demandRework: () => ({ text: TEXT }),
  attemptFollowUp: (n) => ({ channel: of(channels, n) }),
  concludeFollowUp: (n) => ({ channel: of(channels, n), rating: of(ratings, n), solved: null, text: null }),
  reopen: () => ({ text: TEXT }),
  remind: () => ({ text: null }),
  alarm: () => ({}),
  supervise: (n) => ({ level: of(["blue", "yellow", "red", "summon"] as const, n), text: null }),
  attach: () => ({ attachment: "01840000-0000-7000-8000-0000000000aa", digest: "00" }),
  logContact: (n) => ({ unit: of(units, n), result: of(["reached", "refused"] as const, n), text: null }),
  giveNotice: (n) => ({ kind: of(["withdraw", "amend"] as const, n), text: TEXT }),
  answerNotice: (n, order) => ({
    no: 1 + (n % (order.notices.length + 1)),
    receipt: of(["confirmed", "refused"] as const, n),
    text: null,
  }),
  withdraw: () => ({ request: someRequest, text: null }),
  close: () => ({}),
};

export const inputFor = (action: Action, n: number, order: OrderState) => (said[action] as Draw)(n, order) as never;
