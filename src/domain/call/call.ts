import type { Instant } from "../calendar/civil.ts";
import type { Rating } from "../rule/rulebook.ts";

/** 来电: one phone call, offered to the hotline, answered or abandoned. */
export interface CallState {
  id: string;
  version: number;
  offeredAt: Instant;
  /** when it entered the agents' queue; null: gave up in the voice menu */
  queuedAt: Instant | null;
  /** when a person answered; null: missed */
  answeredAt: Instant | null;
  endedAt: Instant;
  agent: string | null;
  contact: string | null;
  /** the leader answering day on which it was taken */
  leaderDay: string | null;
  /** 回拨: of a missed call, each attempt */
  callbacks: Callback[];
  /** 通话评价: of the call, not of the handling */
  rating: Rating | null;
  ratedAt: Instant | null;
}

/** 一次回拨 */
export interface Callback {
  at: Instant;
  by: string;
  reached: boolean;
}
