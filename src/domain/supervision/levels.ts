/** 督办的级别: what each colour is called, since when, and who hears of it. */
import type { Level } from "../order/clock.ts";

export type Hears = "unit" | "supervisor" | "office" | "leader";

export const supervisionLevels: Record<Level, { name: string; since: string; hears: readonly Hears[] }> = {
  blue: { name: "蓝色督办", since: "用去时限的大部分", hears: ["unit"] },
  yellow: { name: "黄色督办", since: "到期", hears: ["unit", "supervisor"] },
  red: { name: "红色督办", since: "超期数日", hears: ["unit", "supervisor", "office"] },
  summon: { name: "约谈", since: "超期一周左右", hears: ["unit", "supervisor", "office", "leader"] },
};
