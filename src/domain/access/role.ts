/** 角色: who takes part. 'system' is the clock: what happens because time has passed. */
export const roles = [
  "agent",
  "dispatcher",
  "liaison",
  "followUp",
  "supervisor",
  "inspector",
  "analyst",
  "office",
  "leader",
  "county",
  "citizen",
  "administrator",
  "system",
] as const;

export type Role = (typeof roles)[number];

/** 角色的称呼 */
export const roleNames: Record<Role, string> = {
  agent: "话务员",
  dispatcher: "派单员",
  liaison: "承办单位联络员",
  followUp: "回访员",
  supervisor: "督办员",
  inspector: "质检员",
  analyst: "分析员",
  office: "热线办",
  leader: "领导",
  county: "县级平台",
  citizen: "市民",
  administrator: "管理员",
  system: "系统",
};

/** 行事的人: `by` is what the ledger notes ('dispatcher:3', 'unit:u09'); `unit` is set for liaisons only. */
export interface Actor {
  role: Role;
  by: string;
  unit: string | null;
}

/** 市民: whoever calls or has a link; who he is, no event says. */
export const citizen: Actor = { role: "citizen", by: "citizen", unit: null };

/** 系统: acts by the clock alone. */
export const system: Actor = { role: "system", by: "system", unit: null };
