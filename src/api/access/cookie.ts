/** 会话的 cookie: scripts can't read it, other sites can't send it, and off this machine it goes by TLS only. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Instant } from "../../domain/calendar/civil.ts";
import type { Signed } from "../operation.ts";
import { isToken } from "./token.ts";

const NAME = "rexian_session";

type Cookies = Record<string, string | undefined>;

export const hasCookie = (cookies: Cookies): boolean => cookies[NAME] !== undefined;

/** 带来的凭证: of a program in its header, of a browser in its cookie; null: none that could be one. */
export function tokenOf({ headers, cookies }: Pick<FastifyRequest, "headers" | "cookies">): string | null {
  const token = headers.authorization?.match(/^Bearer (\S+)$/i)?.[1] ?? (headers.authorization ? "" : cookies[NAME]);
  return token !== undefined && isToken(token) ? token : null;
}

/** 给出或收回 cookie; for how long, not until when: the browser's clock may be wrong, and a demonstration has its own. */
export function setCookie(reply: FastifyReply, cookie: Signed<unknown>["cookie"], secure: boolean, at: Instant): void {
  const options = { httpOnly: true, sameSite: "strict" as const, secure, path: "/" };
  if (cookie === null) reply.clearCookie(NAME, options);
  else reply.setCookie(NAME, cookie.token, { ...options, maxAge: Math.floor((cookie.expiresAt - at) / 1000) });
}
