/** 后台: what every job is given. */

import type { Instant } from "../domain/calendar/civil.ts";
import type { Telephony } from "../domain/call/exchange.ts";
import type { OngoingCall } from "../domain/call/ongoing.ts";
import type { Id } from "../domain/ledger/event.ts";
import type { SmsGateway } from "../domain/notice/sms.ts";
import type { AttachmentPlace } from "../domain/order/attachment.ts";
import type { Rules } from "../domain/order/rules.ts";
import type { Database } from "../store/database.ts";
import type { NewNotice } from "../store/notice/notices.ts";
import type { Platform } from "../store/platform.ts";

export interface Worker {
  db: Database;
  platform: Platform;
  /** inside a transaction through that one */
  rules(db?: Database): Promise<Rules>;
  now(): Instant;
  newId(): Id;
  /** null: none is configured; messages wait */
  gateway: SmsGateway | null;
  telephony: Telephony;
  attachments: { place: AttachmentPlace };
  /** tells the desks how a call stands */
  rings(call: OngoingCall): void;
  /** tells the desks a notice that no event of the ledger brings */
  tells(notice: NewNotice): void;
  /** where citizens' browsers find the platform: 'https://12345.example' */
  address: string;
  /** what one order or one message couldn't do, while the rest goes on */
  failed(job: string, error: unknown): void;
}

/**
 * 一项后台工作: does whatever there is to do by now. What is left to do stands in rows, and is taken from there in the same
 * transaction as its effect, so that a run that dies is simply run again, here or in another process.
 */
export interface Job {
  name: string;
  /** milliseconds from the end of one run to the next */
  every: number;
  run(worker: Worker, signal: AbortSignal): Promise<void>;
}
