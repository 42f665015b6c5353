/** 人员账号: who may come in, as what. */
import { Input, Select } from "antd";
import { usePlace } from "../shell/place.ts";
import { Act } from "../ui/Act.tsx";
import { type Column, Listing } from "../ui/Listing.tsx";
import { type Account, type StaffRole, State, staffRoles } from "./account.tsx";
import { NewPerson } from "./PersonForm.tsx";
import { PersonPane } from "./PersonPane.tsx";

const columns: Column<Account>[] = [
  { head: "工号", cell: ({ number }) => number, width: "120px" },
  { head: "姓名", cell: ({ name }) => name, width: "32%" },
  {
    head: "角色",
    cell: ({ roleName, unitName }) => (
      <>
        {roleName}
        {unitName ? <span className="meta">　{unitName}</span> : null}
      </>
    ),
  },
  { head: "状态", cell: (account) => <State account={account} />, width: "110px" },
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
