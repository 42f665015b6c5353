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
    path: "/unit",
    name: "承办单位台",
    says: "签收、联系当事人、办结反馈、申请退单和延期",
    roles: ["liaison"],
    load: () => import("../order/UnitDesk.tsx"),
  },
  {
    path: "/inspection",
    name: "质检",
    says: "抽样、评分、异议和结果",
    roles: ["inspector", "office", "supervisor", "agent", "liaison"],
    load: () => import("../inspection/InspectionDesk.tsx"),
  },
  {
    path: "/knowledge",
    name: "知识库",
    says: "检索、采用、报错；写条目、续期",
    roles: [
      "office",
      "agent",
      "dispatcher",
      "followUp",
      "supervisor",
      "inspector",
      "liaison",
      "administrator",
      "analyst",
      "leader",
      "county",
    ],
    load: () => import("../knowledge/KnowledgeDesk.tsx"),
  },
];

/** 本人的工作台: the first is where he begins. */
export const workplacesOf = (role: Role): Workplace[] => workplaces.filter(({ roles }) => roles.includes(role));
