/** 工作台: who works where, on one page; each is fetched when somebody opens it. */
import type { ComponentType } from "react";
import type { Role } from "../../domain/access/role.ts";

export interface Workplace {
  path: string;
  name: string;
  /** one line for whoever chooses a role in the demonstration */
  says: string;
  /** whose it is, the first his own place; others may look in */
  roles: readonly Role[];
  load(): Promise<{ default: ComponentType }>;
}

export const workplaces: readonly Workplace[] = [
  {
    path: "/calls",
    name: "接听台",
    says: "接电话、登记诉求、在线办结、并单、交派单台、回拨",
    roles: ["agent"],
    load: () => import("../call/CallDesk.tsx"),
  },
  {
    path: "/unit",
    name: "承办单位台",
    says: "签收、联系当事人、办结反馈、申请退单和延期",
    roles: ["liaison"],
    load: () => import("../order/UnitDesk.tsx"),
  },
  {
    path: "/follow-ups",
    name: "回访台",
    says: "打电话回访，记下评价和原因，建议重办",
    roles: ["followUp", "office"],
    load: () => import("../followup/FollowUpDesk.tsx"),
  },
];

/** 单页: what is opened from a workplace, by whoever may see what is on it. */
export const sheets: readonly Pick<Workplace, "path" | "load">[] = [
  { path: "/print/$order", load: () => import("../print/PrintSheet.tsx") },
];

/** 本人的工作台: the first is where he begins. */
export const workplacesOf = (role: Role): Workplace[] => workplaces.filter(({ roles }) => roles.includes(role));
