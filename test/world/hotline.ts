/** 云岭热线: an invented hotline that is open: its rules, its people, its clock, and the interface to all of it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Fastify, { type FastifyInstance } from "fastify";
import { onTestFinished } from "vitest";
import { sessionAuthenticate } from "../../src/api/access/authenticate.ts";
import { operations } from "../../src/api/operations.ts";
import { answerFailure, type Interface, registerInterface } from "../../src/api/server.ts";
import type { Role } from "../../src/domain/access/role.ts";
import { attachmentFolder } from "../../src/file/folder.ts";
import { openDesk } from "../../src/main/desk.ts";
import type { Database } from "../../src/store/database.ts";
import { createPlatform, markInstallation, type Platform } from "../../src/store/platform.ts";
import { addRules, ownBook } from "../../src/store/rules.ts";
import { cityNamed, rules } from "./city.ts";
import { migratedAt } from "./databases.ts";

/** 2022-10-10 是周一，09:00 */
export const MONDAY = Date.parse("2022-10-10T09:00:00+08:00");

export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what comes over the wire is looked at freely
  body: any;
  headers: Record<string, unknown>;
  raw: Buffer;
}

export type Method = "GET" | "POST" | "PUT" | "DELETE";

export interface Person {
  ask(method: Method, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
}

export interface Hotline {
  db: Database;
  platform: Platform;
  app: FastifyInstance;
  of: Interface;
  /** what the programme couldn't do: nothing, unless a test says so */
  faults: unknown[];
  at(time: string | number): void;
  now(): number;
  /** signed in as somebody of that role; a liaison of that unit */
  as(role: Role, unit?: string): Promise<Person>;
  /** whoever has that token */
  signedIn(token: string): Person;
  nobody: Person;
}

/** where uploads and attachments lie: a folder of the test's own, gone with the machine's temporary files */
function attachmentsHere() {
  const folder = mkdtempSync(join(tmpdir(), "rexian-attachments-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return { place: attachmentFolder(folder), folder };
}

/** 开张: on a migrated database with the release's books loaded. */
export async function openHotline(db: Database): Promise<Hotline> {
  const platform = cityNamed("云岭市", "yunling");
  await markInstallation(db, true, migratedAt);
  await createPlatform(db, platform, migratedAt);
  await addRules(db, ownBook(platform.platform), rules, "operator", migratedAt);
  return hotlineOf(db, platform, MONDAY);
}

/** 已有的热线 of a platform that is there, at that time */
export async function hotlineOf(db: Database, platform: Platform, opens: number): Promise<Hotline> {
  let now = opens;
  const desk = await openDesk(db, platform, attachmentsHere(), () => now);
  const faults: unknown[] = [];
  const of = {
    desk,
    operations,
    authenticate: sessionAuthenticate(desk),
    failed: (fault: unknown) => faults.push(fault),
  };
  const app = Fastify({
    forceCloseConnections: true,
    frameworkErrors: (error, _request, reply) => answerFailure(error, reply, of),
  });
  await registerInterface(app, of);
  await app.ready();

  const inject = async (method: Method, path: string, body: unknown, headers: Record<string, string>) => {
    const answer = await app.inject({
      method,
      url: `/api/v1${path}`,
      headers,
      // from elsewhere, where a test says so
      ...(headers["x-test-address"] === undefined ? {} : { remoteAddress: headers["x-test-address"] }),
      ...(body === undefined ? {} : { payload: body as object }),
    });
    const json = String(answer.headers["content-type"] ?? "").includes("json");
    return {
      status: answer.statusCode,
      body: json ? answer.json() : answer.body,
      headers: answer.headers,
      raw: answer.rawPayload,
    };
  };
  const asking = (ask: Person["ask"]): Person => ({
    ask,
    get: (path, headers) => ask("GET", path, undefined, headers),
    post: (path, body = {}, headers = {}) => ask("POST", path, body, headers),
  });
  const person = (own: Record<string, string>): Person =>
    asking((method, path, body, headers = {}) => inject(method, path, body, { ...own, ...headers }));
  const nobody = person({});
  const signedIn = (token: string): Person => person({ authorization: `Bearer ${token}` });
  return {
    db,
    platform,
    app,
    of,
    faults,
    nobody,
    signedIn,
    now: () => now,
    at: (time) => {
      now = typeof time === "number" ? time : Date.parse(time);
    },
    as: async (role, of) => {
      let token = "";
      const signIn = async () => {
        token = (await nobody.post("/session/demonstration", { role, unit: of, bearer: true })).body.token;
      };
      // days pass in a story: whoever was away signs in again
      const again = async (ask: (person: Person) => Promise<Answer>): Promise<Answer> => {
        const answer = await ask(signedIn(token));
        if (answer.status !== 401) return answer;
        await signIn();
        return ask(signedIn(token));
      };
      await signIn();
      return asking((method, path, body, headers) => again((one) => one.ask(method, path, body, headers)));
    },
  };
}
