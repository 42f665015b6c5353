/** 一次: a create that is sent twice under one `Idempotency-Key` is done once, and answered twice alike. */
import { hash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import type { FastifyRequest } from "fastify";
import { isRefused, type Refused, refuse } from "../domain/refusal.ts";
import { answerUnder, claim, keepAnswer } from "../store/access/idempotency.ts";
import type { Operation } from "./operation.ts";
import type { Visit } from "./visit.ts";

const digestOf = ({ method, url, headers, body }: FastifyRequest): Buffer =>
  hash("sha256", JSON.stringify([method, url, headers["if-match"] ?? null, body ?? null]), "buffer");

/** 请求的键 of its headers; null: none. Refuses what is no key. */
export function keyOf(headers: IncomingHttpHeaders): string | null | Refused {
  const key = headers["idempotency-key"];
  if (key === undefined) return null;
  return typeof key === "string" && /^[\x21-\x7e]{1,200}$/.test(key)
    ? key
    : refuse("invalid", "Idempotency-Key 只能是 1 到 200 个可见的英文字符。", "请换一个。");
}

export const keyReused = refuse("keyReused", "这个 Idempotency-Key 已用于另一个请求。", "请为每个请求用一个新的。");

/** 只做一次: inside the visit's transaction, so that what was done and its answer are kept together or not at all. */
export async function once(
  { db, platform: { platform }, viewer, at }: Visit,
  { method }: Operation,
  request: FastifyRequest,
  act: () => Promise<unknown>,
): Promise<unknown> {
  const key = keyOf(request.headers);
  if (method !== "POST" || key === null) return act();
  if (typeof key !== "string") return key;
  const owner = { platform, account: viewer.account, key };
  const digest = digestOf(request);
  if (!(await claim(db, owner, digest, at))) {
    const kept = await answerUnder(db, owner);
    if (kept && digest.equals(kept.digest)) return kept.answer ?? undefined;
    return keyReused;
  }
  const answer = await act();
  if (!isRefused(answer)) await keepAnswer(db, owner, answer);
  return answer;
}
