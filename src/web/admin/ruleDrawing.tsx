/** 规则的一栏, by its kind: what it is written in, with its label and what is wrong with it. */
import { Checkbox, Input, Radio, Select } from "antd";
import type { ReactElement } from "react";
import { faultIn } from "../ui/entry.ts";
import { Field } from "../ui/Field.tsx";
import { NumberInput } from "../ui/NumberField.tsx";
import { PickPlace, PickUnit, useRules } from "../ui/pickers.tsx";
import { useUnitGroups } from "./ruleData.ts";
import type { RuleField } from "./ruleFields.ts";
import { entryOf, isNumber, rangeOf } from "./ruleWords.ts";

export interface InputProps {
  field: RuleField;
  value: unknown;
  set(value: unknown): void;
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

const asNumber: Drawing = ({ value, set, field }, control) => (
  <NumberInput {...control} kind={rangeOf(field).kind} value={entryOf(field, value)} set={set} />
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
const asSelect: Drawing = ({ value, set, field: { choices = [] } }, { id }) => {
  const chosen = choices.findIndex(([one]) => one === (value ?? null));
  return (
    <Select
      id={id}
      options={choices.map(([, label], at) => ({ value: at, label }))}
      value={chosen === -1 ? null : chosen}
      onChange={(at) => set(choices[at]![0])}
    />
  );
};

/** in a table: the whole of it is to be read there, on as many lines as it takes; it is still one line */
const asWrapped: Drawing = ({ value, set }, control) => (
  <Input.TextArea
    {...control}
    autoSize={{ minRows: 1 }}
    maxLength={200}
    value={(value as string) ?? ""}
    onChange={({ target }) => set(target.value.replaceAll("\n", ""))}
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
  number: asNumber,
  hundredths: asNumber,
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

/** what is drawn otherwise where there is little room */
const narrowly: typeof drawings = { line: asWrapped, choice: asSelect };

const isBlank = (value: unknown) =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

interface OneFieldProps extends InputProps {
  missing: readonly string[];
  /** as narrow as it can be: in a table */
  narrow?: boolean;
}

export function OneField({ field, value, set, missing, narrow }: OneFieldProps) {
  const { label, kind, hint } = field;
  const lacks = missing.includes(label) && isBlank(value) ? `还差${label}。` : null;
  const fault = isNumber(field) ? (faultIn(entryOf(field, value), rangeOf(field)) ?? lacks) : lacks;
  const draw = (narrow && narrowly[kind]) || drawings[kind]!;
  return (
    <Field label={label} fault={fault} {...(hint ? { hint } : {})}>
      {(control) => draw({ field, value, set }, control)}
    </Field>
  );
}
