/** 人员账号: who may come in, as what. */
import { Input, Select } from "antd";
import type { z } from "zod";
import type { accountView } from "../../contract/admin/account.ts";
import { roleNames } from "../../domain/access/role.ts";
import { usePlace } from "../shell/place.ts";
import { Act } from "../ui/Act.tsx";
import { type Column, Listing } from "../ui/Listing.tsx";
import { NewPerson } from "./PersonForm.tsx";
import { PersonPane } from "./PersonPane.tsx";

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

const columns: Column<Account>[] = [
  { head: "工号", cell: ({ number }) => number, width: "130px" },
  { head: "姓名", cell: ({ name }) => name, width: "100px" },
  {
    head: "角色",
    cell: ({ roleName, unitName }) => (
      <>
        {roleName}
        {unitName ? <span className="meta">　{unitName}</span> : null}
      </>
    ),
  },
  { head: "状态", cell: (account) => <State account={account} />, width: "150px" },
];

const uses = [
  { value: "", label: "全部" },
  { value: "false", label: "在用" },
  { value: "true", label: "已停用" },
];

export function People() {
  const [{ person, q, role, disabled }, go] = usePlace();
  const query = { q, role, disabled };
  const narrowed = Object.values(query).some(Boolean);
  return (
    <>
      <section className="panel" aria-label="账号">
        <header>
          <h2>人员账号</h2>
          <Input
            className="narrow"
            aria-label="工号或姓名里的字"
            placeholder="工号或姓名"
            allowClear
            value={q ?? ""}
            onChange={({ target }) => go({ q: target.value || undefined })}
          />
          <Select
            className="narrow"
            aria-label="角色"
            allowClear
            placeholder="全部角色"
            options={staffRoles}
            value={(role as StaffRole) ?? null}
            onChange={(next) => go({ role: next ?? undefined })}
          />
          <Select
            aria-label="在用还是停用"
            options={uses}
            value={disabled ?? ""}
            onChange={(next) => go({ disabled: next || undefined })}
          />
          <span className="end">
            <Act words="新增账号" press="Alt+A" onAct={() => go({ person: "new" })} />
          </span>
        </header>
        <Listing<Account>
          noun="accounts"
          path="/accounts"
          query={query}
          what="账号"
          columns={columns}
          empty={
            narrowed ? (
              <Act words="清除筛选" onAct={() => go({ q: undefined, role: undefined, disabled: undefined })} />
            ) : (
              "还没有账号。请新增。"
            )
          }
          open={({ id, number }) => go({ person: id, number })}
          opened={person ?? null}
        />
      </section>
      <section className="stack" aria-label="这个人">
        {person === "new" ? <NewPerson opened={(id, number) => go({ person: id, number })} /> : null}
        {person && person !== "new" ? <PersonPane key={person} id={person} /> : null}
        {person ? null : <p className="panel empty">从清单里选一个人，或者新增账号。</p>}
      </section>
    </>
  );
}
