/** 规则的一栏, by its kind. */
import { Checkbox, Input, InputNumber, Radio, Select } from "antd";
import type { ReactElement } from "react";
import { Act } from "../ui/Act.tsx";
import { Field } from "../ui/Field.tsx";
import { PickPlace, PickUnit, useRules } from "../ui/pickers.tsx";
import { useUnitGroups } from "./ruleData.ts";
import type { RuleField } from "./ruleFields.ts";
import type { Values } from "./ruleWords.ts";

interface InputProps {
  field: RuleField;
  value: unknown;
  set(value: unknown): void;
  fault: string | null;
}
type Control = { id: string; "aria-describedby": string | undefined; "aria-invalid": boolean };
type Drawing = (props: InputProps, control: Control) => ReactElement;

const asLines: Drawing = ({ value, set, field: { names = {} } }, control) => (
  <Input.TextArea
    {...control}
    autoSize={{ minRows: 2, maxRows: 14 }}
    value={((value as string[]) ?? []).map((one) => names[one] ?? one).join("\n")}
    onChange={({ target }) => set(target.value === "" ? [] : target.value.split("\n"))}
  />
);

/** more than these are folded into a list */
const FEW = 4;

const asRadios: Drawing = ({ value, set, field }, control) => (
  <Radio.Group
    {...control}
    aria-label={field.label}
    options={field.choices!.map(([one, label]) => ({ value: one, label }))}
    value={value}
    onChange={({ target }) => set(target.value)}
  />
);

/** by its place, since one of the values may be null */
const asSelect: Drawing = ({ value, set, field }, { id }) => (
  <Select
    id={id}
    options={field.choices!.map(([, label], at) => ({ value: at, label }))}
    value={field.choices!.findIndex(([one]) => one === (value ?? null))}
    onChange={(at) => set(field.choices![at]![0])}
  />
);

function PickGroup({ id, value, set }: { id: string; value: string | null; set(value: unknown): void }) {
  const { data = [] } = useUnitGroups();
  return (
    <Select
      id={id}
      options={data.map(({ key, title }) => ({ value: key, label: title }))}
      value={value}
      onChange={(next) => set(next ?? null)}
    />
  );
}

/** 大类 */
function PickParent({ id, value, set }: { id: string; value: string | null; set(value: unknown): void }) {
  const { data = [] } = useRules("category");
  const options = data
    .filter((row) => row.value.parent === null && !row.value.retired)
    .map(({ key, value: { name } }) => ({ value: key, label: name }));
  return (
    <Select
      id={id}
      allowClear
      showSearch={{ optionFilterProp: "label" }}
      options={options}
      value={value}
      onChange={(next) => set(next ?? null)}
    />
  );
}

const drawings: Partial<Record<RuleField["kind"], Drawing>> = {
  line: ({ value, set }, control) => (
    <Input {...control} maxLength={200} value={(value as string) ?? ""} onChange={({ target }) => set(target.value)} />
  ),
  words: ({ value, set }, control) => (
    <Input.TextArea
      {...control}
      autoSize={{ minRows: 2, maxRows: 8 }}
      maxLength={5000}
      value={(value as string) ?? ""}
      onChange={({ target }) => set(target.value)}
    />
  ),
  number: ({ value, set, field: { most, least } }, control) => (
    <InputNumber
      {...control}
      min={least ?? 0}
      max={most ?? 1_000_000}
      precision={0}
      value={(value as number) ?? null}
      onChange={set}
    />
  ),
  hundredths: ({ value, set, field: { most, least } }, control) => (
    <InputNumber
      {...control}
      min={(least ?? 0) / 100}
      max={(most ?? 1_000_000) / 100}
      precision={2}
      value={typeof value === "number" ? value / 100 : null}
      onChange={(given) => set(given === null ? null : Math.round(given * 100))}
    />
  ),
  choice: (props, control) => (props.field.choices!.length > FEW ? asSelect(props, control) : asRadios(props, control)),
  many: ({ value, set, field }) => (
    <Checkbox.Group
      aria-label={field.label}
      options={field.choices!.map(([one, label]) => ({ value: one!, label }))}
      value={(value as string[]) ?? []}
      onChange={set}
    />
  ),
  unit: ({ value, set, field }, { id }) => (
    <PickUnit id={id} label={field.label} value={(value as string) ?? null} set={set} />
  ),
  place: ({ value, set, field }, { id }) => (
    <PickPlace id={id} label={field.label} value={(value as string) ?? null} set={set} />
  ),
  unitGroup: ({ value, set }, { id }) => <PickGroup id={id} value={(value as string) ?? null} set={set} />,
  category: ({ value, set }, { id }) => <PickParent id={id} value={(value as string) ?? null} set={set} />,
  lines: asLines,
  dates: asLines,
};

/** 停用 from the row's day on, and who takes its place */
function Retired({ value, set }: Pick<InputProps, "value" | "set">) {
  const retired = value as { successor?: string } | undefined;
  return (
    <div className="stack">
      <Checkbox checked={Boolean(retired)} onChange={({ target }) => set(target.checked ? {} : undefined)}>
        自这天起停用：不再接新的，手里的继续办完
      </Checkbox>
      {retired ? (
        <Field label="由谁接替（代码，可以不写）">
          {(control) => (
            <Input
              {...control}
              maxLength={100}
              value={retired.successor ?? ""}
              onChange={({ target }) => set(target.value === "" ? {} : { successor: target.value })}
            />
          )}
        </Field>
      ) : null}
    </div>
  );
}

interface FieldsProps {
  fields: readonly RuleField[];
  value: Values;
  set(value: Values): void;
  missing: readonly string[];
}

function Rows({ field, value, set, missing }: Omit<InputProps, "fault"> & { missing: readonly string[] }) {
  const rows = (value as Values[]) ?? [];
  const put = (at: number, row: Values) => set(rows.map((one, index) => (index === at ? row : one)));
  return (
    <div className="stack nested">
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have nothing else that stays
        <fieldset key={at}>
          <legend>
            第 {at + 1} {field.one}
          </legend>
          <RuleFields fields={field.fields!} value={row} set={(next) => put(at, next)} missing={missing} />
          <Act
            words={`去掉第 ${at + 1} ${field.one}`}
            small
            onAct={() => set(rows.filter((_, index) => index !== at))}
          />
        </fieldset>
      ))}
      <div>
        <Act words={`加一${field.one}`} small onAct={() => set([...rows, {}])} />
      </div>
    </div>
  );
}

export function RuleFields({ fields, value, set, missing }: FieldsProps) {
  return (
    <>
      {fields
        .filter((field) => !field.when || field.when(value))
        .map((field) => {
          const { name, label, kind, hint } = field;
          const own = { value: value[name], set: (next: unknown) => set({ ...value, [name]: next }) };
          if (kind === "retired") return <Retired key={name} {...own} />;
          if (kind === "tick")
            return (
              <Checkbox key={name} checked={own.value === true} onChange={({ target }) => own.set(target.checked)}>
                {label}
              </Checkbox>
            );
          if (kind === "group" || kind === "rows")
            return (
              <div key={name} className="field">
                <span className="label">{label}</span>
                {kind === "rows" ? (
                  <Rows field={field} {...own} missing={missing} />
                ) : (
                  <div className="nested">
                    <RuleFields
                      fields={field.fields!}
                      value={(own.value as Values) ?? {}}
                      set={own.set}
                      missing={missing}
                    />
                  </div>
                )}
              </div>
            );
          const fault = missing.includes(label) && isBlank(own.value) ? `还差${label}。` : null;
          return (
            <Field key={name} label={label} fault={fault} {...(hint ? { hint } : {})}>
              {(control) => drawings[kind]!({ field, ...own, fault }, control)}
            </Field>
          );
        })}
    </>
  );
}

const isBlank = (value: unknown) =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
