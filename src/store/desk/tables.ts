/** 各台清单的表 as the query builder sees them. */
import type { RunningLimit } from "../../domain/order/order.ts";
import type { Stage } from "../../domain/order/stage.ts";
import type { Cause, UnitTask } from "../../domain/order/unitTask.ts";
import type { At, Json, MaybeAt } from "../tables.ts";

export interface WorklistTable {
  platform: string;
  work_order: string;
  request: string;
  number: string;
  stage: Stage;
  lead: string;
  category: string;
  urgent: boolean;
  supervision: string | null;
  dispatched_at: At;
  due_at: MaybeAt;
  moved_at: At;
  extension_pending: boolean;
  returned_again: boolean;
  turn_at: At;
  limit_in: RunningLimit["in"] | null;
  limit_amount: number | null;
}

export interface OrderUnitTable {
  platform: string;
  unit: string;
  work_order: string;
  request: string;
  seen_until: MaybeAt;
  stage: Stage;
  category: string;
  moved_at: At;
  dispatched_at: At;
  due_at: MaybeAt;
  turn_at: At;
  limit_in: RunningLimit["in"] | null;
  limit_amount: number | null;
  task: UnitTask;
  cause: Cause | null;
}

export interface UnitRequestTable {
  platform: string;
  unit: string;
  request: string;
  accepted_at: At;
  type: string;
  category: string;
  channel: string;
  place: string | null;
  words: string | null;
}

export interface RequestTextTable {
  platform: string;
  request: string;
  accepted_at: At;
  words: string;
}

export interface IdempotencyTable {
  platform: string;
  account: string;
  key: string;
  digest: Uint8Array;
  answer: Json<unknown>;
  created_at: At;
}
