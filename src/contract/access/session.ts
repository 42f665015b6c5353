import { z } from "zod";
import { accountNumber } from "../../domain/access/password.ts";
import { roles } from "../../domain/access/role.ts";
import { code, instant } from "../value.ts";

export const role = z.enum(roles).describe("角色");
/** what a person has: neither the citizen nor the clock signs in */
export const staffRole = z.enum(roles.filter((one) => one !== "citizen" && one !== "system")).describe("角色");
export const number = z
  .string()
  .regex(accountNumber, "工号由 1 到 32 个字母、数字、汉字、“_”“-”“.”组成")
  .describe("工号");
/** as typed: neither trimmed nor otherwise changed */
export const password = z.string().min(1).max(200).describe("口令");
const unit = code.describe("承办单位代码");

const bearer = z.boolean().default(false).describe("给程序用：凭证在答复里，不设 cookie");

export const signInBody = z.object({ number, password, bearer });

export const demonstrationBody = z.object({ role: staffRole, unit: unit.optional(), bearer });

const place = z.object({ code: z.string(), name: z.string() });

/** 演示里能以谁登录; null where there is no demonstration. */
export const demonstrationView = z
  .object({
    units: z.array(place).describe("承办单位，各有一个联络员"),
    counties: z.array(place).describe("县级平台，代码是所在地区的单位"),
  })
  .nullable()
  .meta({ id: "Demonstration" });

export const unlockBody = z.object({ password: password.optional().describe("口令；演示账号没有口令") });

export const changePasswordBody = z.object({ old: password, new: password });

/** 会话: who is signed in. */
export const session = z
  .object({
    number: z.string(),
    name: z.string(),
    role,
    roleName: z.string(),
    unit: z.string().nullable(),
    unitName: z.string().nullable(),
    units: z.array(z.string()).nullable().describe("本单位和下级单位；null：热线人员"),
    screenLocked: z.boolean(),
    passwordTemporary: z.boolean(),
    expiresAt: instant,
    platform: z.object({ name: z.string(), zone: z.string() }),
    demonstration: z.boolean(),
    token: z.string().optional().describe("只在要求 bearer 的登录答复里"),
  })
  .meta({ id: "Session" });
