/** 会话的样子: as the interface shows it. */
import type { z } from "zod";
import type { session } from "../../contract/access/session.ts";
import { roleNames } from "../../domain/access/role.ts";
import { inForce } from "../../domain/rule/inForce.ts";
import { iso } from "../time.ts";
import type { Viewer, Visit } from "../visit.ts";

export type SessionView = z.input<typeof session>;

type Who = Required<Pick<Viewer, "role" | "unit" | "units" | "session">>;

/** 描述会话 of somebody on this platform. */
export async function describeSession(
  { platform, demonstration, rules, at }: Visit,
  { role, unit, units, session }: Who,
): Promise<SessionView> {
  const { rulebook, dateOf } = await rules();
  return {
    number: session.number,
    name: session.name,
    role,
    roleName: roleNames[role],
    unit,
    unitName: unit === null ? null : (inForce(rulebook, "unit", unit, dateOf(at))?.value.name ?? unit),
    units: units && [...units],
    screenLocked: session.screenLocked,
    passwordTemporary: session.temporary,
    expiresAt: iso(session.expiresAt),
    platform: { name: platform.name, zone: platform.zone },
    demonstration,
  };
}
