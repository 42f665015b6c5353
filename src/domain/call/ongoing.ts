/** 进行中的来电: step by step as the exchange tells it, until its end is recorded. */
import type { Instant } from "../calendar/civil.ts";
import type { EventData, Id } from "../ledger/event.ts";
import { type Refused, refuse } from "../refusal.ts";

export const callSteps = {
  offered: "呼入",
  queued: "排队",
  ringing: "振铃",
  answered: "通话中",
  abandoned: "未接",
  ended: "已结束",
} as const;

type CallStep = keyof typeof callSteps;

/** 通话评价的按键: of the call, not of the handling. */
export type CallRating = "satisfied" | "neutral" | "dissatisfied";

/** 信号: what the exchange says has happened. */
export interface CallSignal {
  step: CallStep;
  at: Instant;
  /** at whose desk it rings, null for every agent's; or who answered */
  agent?: string | null;
  /** with the end: the key that the caller pressed when asked how the call was; null or absent: none */
  rating?: CallRating | null;
}

export interface OngoingCall {
  id: Id;
  step: CallStep;
  /** whoever calls; his number is sealed */
  contact: Id | null;
  agent: string | null;
  offeredAt: Instant;
  queuedAt: Instant | null;
  answeredAt: Instant | null;
  endedAt: Instant | null;
}

const follows: Record<CallStep, readonly CallStep[]> = {
  offered: ["queued", "abandoned"],
  queued: ["ringing", "abandoned"],
  ringing: ["answered", "abandoned"],
  answered: ["ended"],
  abandoned: [],
  ended: [],
};

/** 呼入: where every call begins. */
export const offered = (id: Id, contact: Id | null, at: Instant): OngoingCall => ({
  id,
  step: "offered",
  contact,
  agent: null,
  offeredAt: at,
  queuedAt: null,
  answeredAt: null,
  endedAt: null,
});

export const isOver = ({ step }: OngoingCall): boolean => follows[step].length === 0;

/** 下一步: refuses a signal that can't follow, such as a second agent's answer. */
export function followSignal(call: OngoingCall, { step, at, agent }: CallSignal): OngoingCall | Refused {
  if (!follows[call.step].includes(step))
    return refuse(
      "otherStep",
      `这个来电现在是“${callSteps[call.step]}”，不能转为“${callSteps[step]}”。`,
      "请看最新情况。",
    );
  return {
    ...call,
    step,
    agent: agent === undefined ? call.agent : agent,
    queuedAt: step === "queued" ? at : call.queuedAt,
    answeredAt: step === "answered" ? at : call.answeredAt,
    endedAt: step === "ended" || step === "abandoned" ? at : call.endedAt,
  };
}

/** 接听: by an agent at whose desk it rings. */
export function mayAnswer({ step, agent }: OngoingCall, by: string): Refused | null {
  if (step !== "ringing")
    return refuse("notRinging", `这个来电现在是“${callSteps[step]}”，不能接听。`, "请看最新情况。");
  return agent === null || agent === by ? null : refuse("otherAgent", "这个来电在别的话务员那里振铃。", "请等他接听。");
}

/** 挂断: by the agent who answered. */
export function mayHangUp({ step, agent }: OngoingCall, by: string): Refused | null {
  if (step !== "answered") return refuse("notAnswered", "这个来电没有在通话。", "请看最新情况。");
  return agent === by ? null : refuse("otherAgent", "这个来电由别的话务员接听。", "请由他挂断。");
}

/** 通话记录 of a call that is over; a missed one was nobody's. */
export const endedCall = ({
  contact,
  agent,
  offeredAt,
  queuedAt,
  answeredAt,
  endedAt,
}: OngoingCall): EventData["callEnded"] => ({
  offeredAt,
  queuedAt,
  answeredAt,
  endedAt: endedAt!,
  agent: answeredAt === null ? null : agent,
  contact,
  leaderDay: null,
});
