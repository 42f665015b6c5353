/** 演示账号: one for each role, for each county platform, and a liaison for each unit; they have no password and exist in a demonstration only. */
import { hash } from "node:crypto";
import { type Role, roleNames, roles } from "../../domain/access/role.ts";
import type { Instant } from "../../domain/calendar/civil.ts";
import { idFrom } from "../../domain/ledger/id.ts";
import type { Rules } from "../../domain/order/rules.ts";
import { allInForce } from "../../domain/rule/inForce.ts";
import { addAccounts, type NewAccount } from "../../store/access/account.ts";
import type { Database } from "../../store/database.ts";

const desks = roles.filter((role) => !["citizen", "system", "liaison"].includes(role));

/** 演示账号的工号 of a role, of a unit's liaison, or of the county whose place that unit is. */
export const demonstrationNumber = (role: Role, unit: string | null): string =>
  unit === null ? `demo-${role}` : role === "county" ? `demo-county-${unit}` : `demo-${unit}`;

/** 补齐演示账号: makes those that are not there yet; returns how many. */
export function ensureDemonstrationAccounts(
  db: Database,
  platform: string,
  rules: Rules,
  now: Instant,
): Promise<number> {
  const account = (role: Role, unit: string | null, name: string): NewAccount => {
    const number = demonstrationNumber(role, unit);
    const id = idFrom(hash("sha256", JSON.stringify([platform, number]), "buffer"), now);
    return { id, number, name, role, unit, password: null, temporary: false };
  };
  const counties = allInForce(rules.rulebook, "county", rules.dateOf(now));
  const units = allInForce(rules.rulebook, "unit", rules.dateOf(now));
  return addAccounts(
    db,
    platform,
    [
      ...desks.map((role) => account(role, null, `演示${roleNames[role]}`)),
      ...counties.flatMap(({ value: { name, unit } }) => (unit ? [account("county", unit, `${name}演示账号`)] : [])),
      ...units.map(({ key, value }) => account("liaison", key, `${value.name}演示联络员`)),
    ],
    now,
  );
}
