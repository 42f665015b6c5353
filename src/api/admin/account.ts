/** 账号的样子和规矩, for the operations on accounts. */
import type { z } from "zod";
import type { accountView } from "../../contract/admin/account.ts";
import { type Role, roleNames } from "../../domain/access/role.ts";
import { rolesOfUnits } from "../../domain/access/units.ts";
import type { Rules } from "../../domain/order/rules.ts";
import { type Refused, refuse } from "../../domain/refusal.ts";
import { inForce } from "../../domain/rule/inForce.ts";
import type { Account } from "../../store/access/account.ts";
import { lockedAmong } from "../../store/access/accounts.ts";
import { lockoutOf } from "../access/lockout.ts";
import { iso, isoOrNull } from "../time.ts";
import type { Visit } from "../visit.ts";

export const accountNotFound = refuse("notFound", "没有这个账号。", "请核对编号。");

/** 角色和单位是否相配 on that day; null: they are. */
export function unitFault(
  { role, unit }: { role: Role; unit: string | null },
  { rulebook, dateOf }: Rules,
  at: number,
): Refused | null {
  if (rolesOfUnits.includes(role) !== (unit !== null))
    return refuse("invalid", "联络员和县级平台的人要有单位，其他角色没有单位。", "请改正。");
  // a platform that has ended keeps its months, and whoever answers for them
  if (role === "county" && !rulebook.rows.county?.some(({ value }) => value.unit === unit))
    return refuse("unknownCounty", `没有哪个县级平台的单位是“${unit}”。`, "请先在规则里写明县级平台的单位。");
  return unit === null || inForce(rulebook, "unit", unit, dateOf(at))
    ? null
    : refuse("unknownUnit", `没有代码为“${unit}”的承办单位。`, "请从单位表里选。");
}

/** 账号给管理员看的样子 */
export async function accountViews(
  accounts: readonly Account[],
  { db, platform, rules, at }: Visit,
): Promise<z.input<typeof accountView>[]> {
  const book = await rules();
  const numbers = accounts.map(({ number }) => number);
  const locked = await lockedAmong(db, platform.platform, numbers, lockoutOf(book, at), at);
  return accounts.map(({ id, number, name, role, unit, temporary, createdAt, disabledAt }) => ({
    ...{ id, number, name, role: role as Exclude<Role, "citizen" | "system">, roleName: roleNames[role], unit },
    unitName: unit === null ? null : (inForce(book.rulebook, "unit", unit, book.dateOf(at))?.value.name ?? unit),
    passwordTemporary: temporary,
    locked: locked.has(number),
    createdAt: iso(createdAt),
    disabledAt: isoOrNull(disabledAt),
  }));
}
