/** 前台: the whole interface over a database, with a clock that only the test moves, as browsers and programs meet it. */
import Fastify, { type FastifyInstance, type InjectOptions } from "fastify";
import { sessionAuthenticate } from "../../src/api/access/authenticate.ts";
import { operations } from "../../src/api/operations.ts";
import { registerInterface } from "../../src/api/server.ts";
import type { Desk } from "../../src/api/visit.ts";
import type { Role } from "../../src/domain/access/role.ts";
import { openDesk } from "../../src/main/desk.ts";
import type { Database } from "../../src/store/database.ts";
import { createPlatform, markInstallation, type Platform } from "../../src/store/platform.ts";

export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what the test is about
  body: any;
  headers: Record<string, unknown>;
}

export interface FrontDoor {
  app: FastifyInstance;
  desk: Desk;
  clock: { now: number };
  /** what went wrong inside; a test that doesn't look for it must find it empty */
  faults: unknown[];
  /** `who`: a token from `signedIn`, or null */
  ask(who: string | null, method: "GET" | "POST" | "PUT" | "DELETE", path: string, body?: unknown): Promise<Answer>;
  /** as the demonstration's one click */
  signedIn(role: Role, unit?: string): Promise<string>;
}

export const yunling: Platform = {
  platform: "yunling",
  name: "云岭市",
  level: "city",
  zone: "Asia/Shanghai",
  origin: "live",
  books: ["national", "default"],
};

export interface Opening {
  now: number;
  platform?: Platform;
  demonstration?: boolean;
}

/** 开门: a platform that is there or is made, and the interface on it. */
export async function openFrontDoor(
  db: Database,
  { now, platform = yunling, demonstration = true }: Opening,
): Promise<FrontDoor> {
  const clock = { now };
  await createPlatform(db, platform, now);
  await markInstallation(db, demonstration, now);
  const desk = await openDesk(db, platform, () => clock.now);
  const app = Fastify();
  const faults: unknown[] = [];
  const authenticate = sessionAuthenticate(desk);
  await registerInterface(app, { desk, operations, authenticate, failed: (error) => void faults.push(error) });
  const ask = async (who: string | null, method: "GET" | "POST" | "PUT" | "DELETE", path: string, body?: unknown) => {
    const headers = who === null ? {} : { authorization: `Bearer ${who}` };
    return answerOf(app, {
      method,
      url: `/api/v1${path}`,
      headers,
      ...(body === undefined ? {} : { payload: body as object }),
    });
  };
  const signedIn = async (role: Role, unit?: string): Promise<string> =>
    (await ask(null, "POST", "/session/demonstration", { role, unit, bearer: true })).body.token;
  return { app, desk, clock, faults, ask, signedIn };
}

/** 任意一次访问, with headers of its own. */
export async function answerOf(app: FastifyInstance, options: InjectOptions): Promise<Answer> {
  const { statusCode, body, headers } = await app.inject({ remoteAddress: "127.0.0.1", ...options });
  return { status: statusCode, body: body === "" ? null : JSON.parse(body), headers };
}
