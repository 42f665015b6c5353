/** 谁做的: 'dispatcher:3' or 'unit:u09:demo-u09' as people say it. */
import { type Role, roleNames } from "../../domain/access/role.ts";

const OTHER: Record<string, string> = { unit: "联络员" };

export function actorWords(by: string): string {
  const [who = "", ...rest] = by.split(":");
  const name = roleNames[who as Role] ?? OTHER[who] ?? who;
  const number = who === "unit" ? rest[1] : rest[0];
  return number ? `${name} ${number}` : name;
}
