import type { Instant } from "../calendar/civil.ts";

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
}
