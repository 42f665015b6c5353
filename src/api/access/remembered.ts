/**
 * 记住的会话: looked up once for a moment's requests. Whoever ends, locks or changes one forgets it here, so that this process
 * knows at once; another process of the same database notices when the moment is over.
 */
import type { Instant } from "../../domain/calendar/civil.ts";
import type { Session } from "../../store/access/session.ts";

export interface Known {
  session: Session;
  /** his unit with its sub-units; null for the hotline's people */
  units: readonly string[] | null;
  /** how long he may do nothing, in milliseconds */
  idle: number;
  readAt: Instant;
}

const MOMENT = 2_000;
const MOST = 10_000;
const known = new Map<string, Known>();

const keyOf = (platform: string, digest: Buffer) => `${digest.toString("base64")} ${platform}`;

/** 记住 under the token's digest, on its platform only. */
export function remember(platform: string, digest: Buffer, one: Known): void {
  if (known.size >= MOST) known.clear();
  known.set(keyOf(platform, digest), one);
}

/** 想起; null: not known, or not for sure any more. */
export function recall(platform: string, digest: Buffer, at: Instant): Known | null {
  const one = known.get(keyOf(platform, digest));
  return one !== undefined && at - one.readAt < MOMENT && at >= one.readAt ? one : null;
}

/** 忘掉 every session of an account. */
export function forgetAccount(account: string): void {
  for (const [key, { session }] of known) if (session.account === account) known.delete(key);
}
