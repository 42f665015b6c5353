/** 操作: one thing that the interface does, as data: where, who may, what comes in, what goes out, and how. */
import type { Readable } from "node:stream";
import type { z } from "zod";
import type { Role } from "../domain/access/role.ts";
import type { Errand } from "../domain/access/signOn.ts";
import type { Instant } from "../domain/calendar/civil.ts";
import type { Refused } from "../domain/refusal.ts";
import type { Visit } from "./visit.ts";

/** 'everyone': without signing in; 'signedIn': whoever has; else these roles. */
export type Permit = "everyone" | "signedIn" | readonly Role[];

/** 原样的答复: bytes as they are, streamed. */
export interface Content {
  type: string;
  /** saved under this name; null: shown */
  name: string | null;
  content: Readable | Uint8Array;
}

/** 答复 with the version that `If-Match` must name to change it. */
export interface Versioned<A> {
  version: number;
  answer: A;
}

/** 登录、退出的答复: the browser is given the session's token to keep, or loses it (null). */
export interface Signed<A> {
  cookie: { token: string; expiresAt: Instant } | null;
  answer: A;
}

/** 转到别处: the browser is sent on, and keeps what must come back with it. */
export interface Onward {
  location: string;
  errand: Errand;
}

/** 妨碍: why somebody who is signed in may do nothing else for now. */
export type Hindrance = "screenLocked" | "passwordTemporary";

type Schema = z.ZodType;
type In<S> = S extends Schema ? z.output<S> : undefined;
type Out<S> = S extends Schema ? z.input<S> : undefined;

interface Described<P, Q, B> {
  /** operationId */
  id: string;
  method: "GET" | "POST" | "PUT" | "DELETE";
  /** under /api/v1 */
  path: `/${string}`;
  summary: string;
  tag: string;
  permit: Permit;
  /** may be done even so */
  despite?: readonly Hindrance[];
  params?: P;
  query?: Q;
  body?: B;
}

export interface Asked<P = unknown, Q = unknown, B = unknown> {
  params: In<P>;
  query: In<Q>;
  body: In<B>;
}

type Handle<P, Q, B, R> = (asked: Asked<P, Q, B>, visit: Visit) => Promise<R | Refused>;

export interface Operation<P = unknown, Q = unknown, B = unknown, A = unknown> extends Described<P, Q, B> {
  answer?: A;
  /** asks for `If-Match` */
  changes?: boolean;
  /** sent twice under one `Idempotency-Key` it is done once; whatever `writes` is */
  repeatable?: boolean;
  /** its body is a file, as it comes */
  uploads?: boolean;
  /** whole in one transaction: the visit's database is that one */
  writes?: boolean;
  handle: Handle<P, Q, B, Out<A> | Versioned<Out<A>> | Signed<Out<A> | Content> | Onward | Content>;
}

/** 操作: lets the schemas type the handler. */
export const operation = <
  P extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  B extends Schema | undefined = undefined,
  A extends Schema | undefined = undefined,
>(
  one: Operation<P, Q, B, A>,
): Operation => one as unknown as Operation;
