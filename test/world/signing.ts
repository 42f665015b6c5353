/** 登录的人和程序: accounts with a password of the hotline's, and requests with a token or a cookie of one's own. */
import type { InjectOptions } from "fastify";
import { passwordHash } from "../../src/api/access/password.ts";
import { addAccounts, type NewAccount } from "../../src/store/access/account.ts";
import type { Answer, Hotline } from "./hotline.ts";

export const password = "晨光-Kx7-早班组";
let hash: Promise<string> | null = null;

/** 账号 with that password; what isn't said is an agent's. */
export async function accounts({ db, platform, now }: Hotline, ...given: (Partial<NewAccount> & { number: string })[]) {
  hash ??= passwordHash(password);
  const kept = await hash;
  const all = given.map((one, at) => ({
    ...{ id: `00000000-0000-7000-8000-${String(at).padStart(12, "0")}`, name: "测试员", role: "agent" as const },
    ...{ unit: null, password: kept, temporary: false },
    ...one,
  }));
  await addAccounts(db, platform.platform, all, now());
}

/** 任意一次访问, with headers of its own. */
export async function answerOf({ app }: Hotline, options: InjectOptions): Promise<Omit<Answer, "raw">> {
  const { statusCode, body, headers } = await app.inject(options);
  return { status: statusCode, body: body === "" ? null : JSON.parse(body), headers };
}

/** 程序的访问, by its token. */
export const ask = (
  hotline: Hotline,
  who: string | null,
  method: "GET" | "POST" | "DELETE",
  path: string,
  body?: object,
) =>
  answerOf(hotline, {
    ...{ method, url: `/api/v1${path}`, headers: who === null ? {} : { authorization: `Bearer ${who}` } },
    ...(body === undefined ? {} : { payload: body }),
  });

/** 登录, answering whatever comes of it. */
export const signIn = (hotline: Hotline, number: string, given = password) =>
  ask(hotline, null, "POST", "/session", { number, password: given, bearer: true });
