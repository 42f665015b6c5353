/** 认人: the session that a request brings, and why it doesn't do. */
import type { FastifyRequest } from "fastify";
import { unitsUnder } from "../../domain/access/units.ts";
import type { Instant } from "../../domain/calendar/civil.ts";
import type { Rules } from "../../domain/order/rules.ts";
import { type Refused, refuse } from "../../domain/refusal.ts";
import { type Session, sessionSeen, sessionUnder } from "../../store/access/session.ts";
import type { Hindrance } from "../operation.ts";
import type { Authenticate } from "../server.ts";
import type { Desk, Viewer } from "../visit.ts";
import { tokenOf } from "./cookie.ts";
import { type Known, recall, remember } from "./remembered.ts";
import { digestOf } from "./token.ts";

const MINUTE = 60_000;

const notSignedIn = refuse("notSignedIn", "还没有登录。", "请先登录。");
const expired = refuse("sessionExpired", "登录已过期。", "请重新登录。");

const hindrances: Record<Hindrance, { holds(session: Session): boolean; refused: Refused }> = {
  screenLocked: {
    holds: ({ screenLocked }) => screenLocked,
    refused: refuse("screenLocked", "屏幕已锁定。", "请输入口令解锁。"),
  },
  passwordTemporary: {
    holds: ({ temporary }) => temporary,
    refused: refuse("passwordTemporary", "口令是管理员给的。", "请先改成自己的口令。"),
  },
};

/**
 * 看到谁的: a unit's people its own and its sub-units' matters, a county's those of its place's unit (none where it has none), the
 * hotline's people all.
 */
export function unitsOf(
  rules: Rules,
  { role, unit }: Pick<Session, "role" | "unit">,
  at: Instant,
): readonly string[] | null {
  if (unit === null) return role === "county" ? [] : null;
  return unitsUnder(rules.rulebook, unit, rules.dateOf(at));
}

async function lookUp(desk: Desk, digest: Buffer, at: Instant): Promise<Known | null> {
  const before = recall(desk.platform.platform, digest, at);
  if (before) return before;
  const session = await sessionUnder(desk.db, desk.platform.platform, digest);
  if (!session) return null;
  const rules = await desk.rules();
  const idle = rules.threshold("sessionIdleMinutes", at) * MINUTE;
  const known = { session, units: unitsOf(rules, session, at), idle, readAt: at };
  remember(desk.platform.platform, digest, known);
  return known;
}

const isOver = ({ session: { expiresAt, seenAt }, idle }: Known, at: Instant): boolean =>
  at >= expiresAt || at - seenAt >= idle;

const viewerOf = ({ session, units }: Known): Viewer => ({
  account: session.account,
  number: session.number,
  role: session.role,
  unit: session.unit,
  units,
  session,
});

/** 认人 for a running platform: by the token in the cookie or the header `Authorization: Bearer`. */
export const sessionAuthenticate =
  (desk: Desk): Authenticate =>
  async (request: FastifyRequest, { despite = [] }) => {
    const token = tokenOf(request);
    if (token === null) return notSignedIn;
    const [digest, at] = [digestOf(token), desk.now()];
    const known = await lookUp(desk, digest, at);
    if (known === null || known.session.disabledAt !== null) return notSignedIn;
    const { session } = known;
    if (isOver(known, at)) return expired;
    for (const [name, { holds, refused }] of Object.entries(hindrances))
      if (holds(session) && !despite.includes(name as Hindrance)) return refused;
    if (at - session.seenAt >= MINUTE) {
      await sessionSeen(desk.db, desk.platform.platform, digest, at);
      session.seenAt = at;
    }
    return viewerOf(known);
  };
