/** 去统一认证时留在浏览器里的: for ten minutes, for the way back only; other sites' pages may lead back, scripts can't read it. */
import type { FastifyReply } from "fastify";
import { z } from "zod";
import type { Errand } from "../../domain/access/signOn.ts";

const NAME = "rexian_errand";
const options = (secure: boolean) => ({
  ...{ httpOnly: true, sameSite: "lax" as const, secure, path: "/api/v1/session/oidc", maxAge: 600 },
});
const shape = z.object({ state: z.string(), nonce: z.string(), verifier: z.string() });

/** 留下 */
export const keepErrand = (reply: FastifyReply, errand: Errand, secure: boolean) =>
  reply.setCookie(NAME, Buffer.from(JSON.stringify(errand)).toString("base64url"), options(secure));

/** 取回; null: nothing was left, or it isn't ours. */
export function errandIn(header: string | undefined): Errand | null {
  const kept = header?.match(new RegExp(`(?:^|; ?)${NAME}=([\\w-]+)`))?.[1];
  if (kept === undefined) return null;
  try {
    return shape.safeParse(JSON.parse(Buffer.from(kept, "base64url").toString())).data ?? null;
  } catch {
    return null;
  }
}
