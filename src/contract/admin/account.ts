/** 账号 on the wire. */
import { z } from "zod";
import { number, password, staffRole } from "../access/session.ts";
import { code, id, instant, line, pageOf, paging } from "../value.ts";

const name = line.max(50).describe("姓名");
const unit = code.nullish().transform((given) => given ?? null);

export const accountParams = z.object({ id });

export const newAccount = z
  .object({ number, name, role: staffRole, unit: unit.describe("联络员的承办单位代码；县级平台的人写所在地区的单位") })
  .meta({ id: "NewAccount" });

export const accountChange = z.object({ name, role: staffRole, unit }).meta({ id: "AccountChange" });

export const temporaryPassword = z.object({ password: password.describe("初始口令，本人第一次登录后要改") });

export const accountView = z
  .object({
    id,
    number: z.string(),
    name: z.string(),
    role: staffRole,
    roleName: z.string(),
    unit: z.string().nullable(),
    unitName: z.string().nullable(),
    passwordTemporary: z.boolean(),
    locked: z.boolean().describe("口令连续输错，暂时不能登录"),
    createdAt: instant,
    disabledAt: instant.nullable(),
  })
  .meta({ id: "Account" });

export const accountQuery = z.object({
  ...paging,
  q: line.optional().describe("工号或姓名里的字"),
  role: staffRole.optional(),
  unit: code.optional(),
  disabled: z.stringbool().optional().describe("只看停用的，或只看在用的"),
});

export const accountPage = pageOf(accountView).meta({ id: "AccountPage" });
