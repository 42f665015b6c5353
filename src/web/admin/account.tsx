/** 账号: as the wire has it, and how it stands. */
import type { z } from "zod";
import type { accountView } from "../../contract/admin/account.ts";
import { roleNames } from "../../domain/access/role.ts";

export type Account = z.output<typeof accountView>;
export type StaffRole = Account["role"];

export const staffRoles = Object.entries(roleNames)
  .filter(([role]) => role !== "citizen" && role !== "system")
  .map(([value, label]) => ({ value: value as StaffRole, label }));

export const State = ({ account }: { account: Account }) => (
  <>
    {account.disabledAt ? <span className="tag">已停用</span> : <span className="tag green">在用</span>}
    {account.locked ? <span className="tag red">锁定</span> : null}
    {account.passwordTemporary ? <span className="tag amber">初始口令未改</span> : null}
  </>
);
