/** 一次访问: who asks, when, and what is at hand to answer. */
import type { IncomingHttpHeaders } from "node:http";
import type { Actor, Role } from "../domain/access/role.ts";
import type { SignOn } from "../domain/access/signOn.ts";
import type { Instant } from "../domain/calendar/civil.ts";
import type { Telephony } from "../domain/call/exchange.ts";
import type { Id } from "../domain/ledger/event.ts";
import type { SmsGateway } from "../domain/notice/sms.ts";
import type { AttachmentPlace } from "../domain/order/attachment.ts";
import type { Rules } from "../domain/order/rules.ts";
import type { InventMatter } from "../domain/request/invented.ts";
import type { Session } from "../store/access/session.ts";
import type { Database } from "../store/database.ts";
import type { NextNumber } from "../store/numbers.ts";
import type { Platform } from "../store/platform.ts";

/** 登录的人 */
export interface Viewer {
  /** 账号 */
  account: Id;
  /** 工号: what the ledger notes him by; no personal data */
  number: string;
  role: Role;
  /** his own unit, a county's that of its place; null for the hotline's people */
  unit: string | null;
  /** his unit with its sub-units; null for the hotline's people */
  units: readonly string[] | null;
  /** of whoever came in by one */
  session?: Session;
}

/** 服务台: the running platform that the interface answers for. */
export interface Desk {
  db: Database;
  platform: Platform;
  demonstration: boolean;
  /** rules in force, read again when they have changed; inside a transaction through that one */
  rules(db?: Database): Promise<Rules>;
  now(): Instant;
  newId(): Id;
  attachments: {
    place: AttachmentPlace;
    /** where uploads are received */
    folder: string;
  };
  telephony: Telephony;
  /** 短信网关; null: none is set up, nobody sends a message */
  gateway: SmsGateway | null;
  /** 编诉求; null: nothing is simulated */
  invent: InventMatter | null;
  /** 统一认证; null: none is set up */
  signOn: SignOn | null;
  /** 前面有反向代理: it ends TLS and says where visitors come from; nobody counts as being at this machine */
  behindProxy: boolean;
  /** the next printed number of a day */
  number: NextNumber;
}

export interface Visit extends Desk {
  viewer: Viewer;
  actor: Actor;
  at: Instant;
  /** the version that the change is meant for; null: not said */
  ifMatch: number | null;
  /** who asks from where, for the access log */
  address: string;
  /** asked on this very machine */
  local: boolean;
  headers: IncomingHttpHeaders;
  /** decides and saves in one transaction; for an operation that isn't whole in one */
  decide<T>(work: (visit: Visit) => Promise<T>): Promise<T>;
  /** the operation's answer, for it to be looked at while nothing is certain yet: throws where it isn't as its schema says */
  promised<T>(answer: T): T;
  /** what is told on screens when the transaction stands, where no event brings it */
  told: (() => void)[];
  /** the same visit inside a transaction */
  within(tx: Database): Visit;
  /** answers `read` as this viewer: through the door, never past it */
  see<T>(read: (db: Database) => Promise<T>): Promise<T>;
}

/** 行事的人 as the ledger names him; a county's people act for nobody's unit. */
export const actorOf = ({ role, number, unit }: Viewer): Actor => ({
  role,
  unit: role === "liaison" ? unit : null,
  by: role === "citizen" ? "citizen" : role === "liaison" ? `unit:${unit}:${number}` : `${role}:${number}`,
});

/** 没有登录的人 */
export const nobody: Viewer = {
  account: "00000000-0000-0000-0000-000000000000",
  number: "",
  role: "citizen",
  unit: null,
  units: [],
};
