/** 工作台: who works where, on one page; each is fetched when somebody opens it. */
import type { ComponentType } from "react";
import type { Role } from "../../domain/access/role.ts";
import { firstOfReports } from "../report/draft/asked.ts";

export interface Workplace {
  path: string;
  name: string;
  /** one line for whoever chooses a role in the demonstration */
  says: string;
  /** whose it is, the first his own place; others may look in */
  roles: readonly Role[];
  load(): Promise<{ default: ComponentType }>;
  /** what takes long and is asked at once, by what the address says: it is asked while the page is being fetched */
  first?(search: URLSearchParams): { queryKey: readonly string[]; path: string } | null;
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
    path: "/dispatch",
    name: "派单台",
    says: "派发、裁定退单、批复延期、审核办结",
    roles: ["dispatcher", "office"],
    load: () => import("../dispatch/DispatchDesk.tsx"),
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
  {
    path: "/supervision",
    name: "督办台",
    says: "超期未办结、无人动过、互相推诿，催办和督办",
    roles: ["supervisor", "office"],
    load: () => import("../supervision/Supervision.tsx"),
  },
  {
    path: "/knowledge",
    name: "知识库",
    says: "检索、采用、报错；写条目、续期",
    roles: [
      "agent",
      "office",
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
  {
    path: "/cockpit",
    name: "驾驶舱",
    says: "现在、今天和本月，办得怎样，请您过目的事",
    roles: ["leader", "office", "supervisor", "analyst"],
    load: () => import("../cockpit/Cockpit.tsx"),
  },
  {
    path: "/wall",
    name: "大屏",
    says: "驾驶舱的数，挂在墙上看",
    roles: ["leader", "office", "supervisor", "analyst"],
    load: () => import("../cockpit/Wall.tsx"),
  },
  {
    path: "/reports",
    name: "月报",
    says: "定稿、签发、更正；存下的文件不再变",
    roles: ["analyst", "office", "leader", "supervisor"],
    load: () => import("../report/ReportDesk.tsx"),
    first: firstOfReports,
  },
  {
    path: "/audit",
    name: "审核",
    says: "已发布的报告，数字之间有没有矛盾",
    roles: ["analyst", "office"],
    load: () => import("../audit/AuditDesk.tsx"),
  },
  {
    path: "/inspection",
    name: "质检",
    says: "抽样、评分、异议和结果",
    roles: ["inspector", "office", "supervisor", "agent", "liaison"],
    load: () => import("../inspection/InspectionDesk.tsx"),
  },
  {
    path: "/office",
    name: "热线办",
    says: "会商、会议备忘录、约谈、通知单位",
    roles: ["office"],
    load: () => import("../office/OfficeDesk.tsx"),
  },
  {
    path: "/cases",
    name: "案例",
    says: "从账本里挑典型和疑难案例，改写，选入月报",
    roles: ["analyst", "office"],
    load: () => import("../reportCase/CaseDesk.tsx"),
  },
  {
    path: "/leader-days",
    name: "领导接听日",
    says: "安排接听日，看当天的来电、当场答复和交办",
    roles: ["office", "leader", "supervisor", "analyst", "agent"],
    load: () => import("../leaderDay/LeaderDayDesk.tsx"),
  },
  {
    path: "/scores",
    name: "考核",
    says: "得分和算式、与上月比、换一张评分表另算",
    roles: ["analyst", "office", "leader", "supervisor"],
    load: () => import("../score/ScoreDesk.tsx"),
  },
  {
    path: "/county",
    name: "县级平台",
    says: "县级平台报月报、答复异议；市里检查数据、评定准确度",
    roles: ["county", "office", "inspector", "analyst"],
    load: () => import("../county/CountyDesk.tsx"),
  },
  {
    path: "/mystery",
    name: "拨测",
    says: "给县级热线打电话、评分；县级平台提异议，热线办定分",
    roles: ["inspector", "office", "county", "analyst"],
    load: () => import("../mystery/MysteryDesk.tsx"),
  },
  {
    path: "/admin",
    name: "系统管理",
    says: "人员、单位、分类、派单目录、日历和规则，各有出处",
    roles: ["administrator", "office"],
    load: () => import("../admin/AdminDesk.tsx"),
  },
];

/** 单页: what is opened from a workplace, by whoever may see what is on it. */
export const sheets: readonly Pick<Workplace, "path" | "load">[] = [
  { path: "/print/$order", load: () => import("../print/PrintSheet.tsx") },
  { path: "/notices", load: () => import("../notice/NoticePage.tsx") },
  { path: "/mine", load: () => import("../mine/MinePage.tsx") },
];

/** 别人的工作台 at this address, which this role has no part in; null: it has, or there is none. */
export const ofOthers = (role: Role, at: string): Workplace | null =>
  workplaces.find(({ path, roles }) => (at === path || at.startsWith(`${path}/`)) && !roles.includes(role)) ?? null;

/** 本人的工作台: his own first, where he begins, then those that he may look in at. */
export const workplacesOf = (role: Role): Workplace[] =>
  workplaces
    .filter(({ roles }) => roles.includes(role))
    .toSorted((one, other) => Number(other.roles[0] === role) - Number(one.roles[0] === role));
