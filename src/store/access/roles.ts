import { readFileSync } from "node:fs";
import { Refusal, refuse } from "../../domain/refusal.ts";
import type { Database } from "../database.ts";

const written = ["policies.sql", "words.sql"].map((name) => readFileSync(new URL(name, import.meta.url), "utf8"));

const ROLES = ["rexian_desk", "rexian_unit"] as const;

/** What an administrator runs once for the whole server, where the program's user may not. */
const statementsFor = (user: string): string =>
  [...ROLES.map((role) => `create role ${role} nologin;`), `grant ${ROLES.join(", ")} to "${user}";`].join("\n");

/** Another database of the same server may make them at the same moment. */
const creation = `do $$ begin
${ROLES.map((role) => `  if not exists (select from pg_roles where rolname = '${role}') then create role ${role} nologin; end if;`).join("\n")}
exception when duplicate_object or unique_violation then null;
end $$`;

const membership = `do $$ begin
${ROLES.map((role) => `  if not pg_has_role(current_user, '${role}', 'member') then execute format('grant ${role} to %I', current_user); end if;`).join("\n")}
exception when unique_violation then null;
end $$`;

/**
 * 数据库角色: makes the two roles that people read through and says what each sees. Refuses (`rolesMissing`, with the SQL for
 * the administrator) where the program's user may not make them.
 */
export async function ensureRoles(db: Database): Promise<void> {
  const [{ user }] = (await db.query<{ user: string }>("select current_user as user")) as [{ user: string }];
  try {
    await db.query(creation);
    await db.query(membership);
  } catch (error) {
    if ((error as { code?: string }).code !== "42501") throw error;
    throw new Refusal(
      refuse(
        "rolesMissing",
        "数据库用户没有建立角色的权限。",
        `请管理员执行一次：\n${statementsFor(user)}\n再运行 rexian migrate。`,
      ),
    );
  }
  for (const script of written) await db.script(script);
}
