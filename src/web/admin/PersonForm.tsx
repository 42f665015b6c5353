/** 账号的表单: a number for good, a name, a role, and a unit where the role has one. */
import { Input, Select } from "antd";
import { useState } from "react";
import { rolesOfUnits } from "../../domain/access/units.ts";
import { useDraft } from "../shell/draft.ts";
import { Act } from "../ui/Act.tsx";
import { Failure } from "../ui/Failure.tsx";
import { Field } from "../ui/Field.tsx";
import { PickUnit } from "../ui/pickers.tsx";
import { type Account, type StaffRole, staffRoles } from "./account.tsx";
import { useAdminSend } from "./sending.ts";

export interface Person {
  number: string;
  name: string;
  role: StaffRole | null;
  unit: string | null;
}

const EMPTY: Person = { number: "", name: "", role: null, unit: null };
const hasUnit = (role: StaffRole | null) => role !== null && rolesOfUnits.includes(role);

interface FieldsProps {
  person: Person;
  set(person: Person): void;
  tried: boolean;
  /** the number of an account that is there stays */
  fresh: boolean;
}

export const lacks = ({ number, name, role, unit }: Person): boolean =>
  number.trim() === "" || name.trim() === "" || role === null || (hasUnit(role) && unit === null);

export function PersonFields({ person, set, tried, fresh }: FieldsProps) {
  const fault = (missing: boolean, what: string) => (tried && missing ? `还差${what}。` : null);
  return (
    <>
      {fresh ? (
        <Field
          label="工号"
          hint="字母、数字、汉字、“_”“-”“.”，以后不能改"
          fault={fault(person.number.trim() === "", "工号")}
        >
          {(control) => (
            <Input
              {...control}
              maxLength={32}
              value={person.number}
              onChange={({ target }) => set({ ...person, number: target.value })}
            />
          )}
        </Field>
      ) : null}
      <Field label="姓名" fault={fault(person.name.trim() === "", "姓名")}>
        {(control) => (
          <Input
            {...control}
            maxLength={50}
            value={person.name}
            onChange={({ target }) => set({ ...person, name: target.value })}
          />
        )}
      </Field>
      <Field label="角色" fault={fault(person.role === null, "角色")}>
        {({ id }) => (
          <Select
            id={id}
            showSearch={{ optionFilterProp: "label" }}
            options={staffRoles}
            value={person.role}
            onChange={(role) => set({ ...person, role, unit: hasUnit(role) ? person.unit : null })}
          />
        )}
      </Field>
      {hasUnit(person.role) ? (
        <Field label="单位" fault={fault(person.unit === null, "单位")}>
          {({ id }) => <PickUnit id={id} label="单位" value={person.unit} set={(unit) => set({ ...person, unit })} />}
        </Field>
      ) : null}
    </>
  );
}

export function NewPerson({ opened }: { opened(id: string, number: string): void }) {
  const draft = useDraft<Person>("admin.person", EMPTY);
  const [tried, setTried] = useState(false);
  const { send, error, busy } = useAdminSend<Person, Account>(["accounts"]);
  const submit = async () => {
    setTried(true);
    if (lacks(draft.value)) return;
    const account = await send("/accounts", { ...draft.value, number: draft.value.number.trim() });
    if (!account) return;
    draft.clear();
    opened(account.id, account.number);
  };
  return (
    <form className="panel in form" aria-label="新增账号" onSubmit={(event) => event.preventDefault()}>
      <h2>新增账号</h2>
      {error ? <Failure error={error} /> : null}
      <PersonFields person={draft.value} set={draft.set} tried={tried} fresh />
      <div className="row">
        <Act words="新增" press="Ctrl+Enter" primary busy={busy} onAct={submit} />
        <span className="meta">新增以后再给初始口令，才能登录。</span>
      </div>
    </form>
  );
}
