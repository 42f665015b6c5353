/** 我的设置 on the wire. */
import { z } from "zod";

const press = z.string().min(1).max(12);

export const ownSettings = z
  .object({
    scheme: z.enum(["light", "dark", "system"]).default("system").describe("明暗；system：照系统的"),
    textSize: z.enum(["usual", "large", "largest"]).default("usual").describe("字的大小"),
    keys: z.record(press, press).default({}).describe("改了的快捷键：原来的键 → 改成的键"),
  })
  .meta({ id: "OwnSettings" });
