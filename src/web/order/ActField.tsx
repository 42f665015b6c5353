/** 表单的一栏, by its kind. */
import { Button, Input, Radio } from "antd";
import type { ComponentProps, ReactElement } from "react";
import { useMe } from "../shell/session.ts";
import { type Entry, faultIn } from "../ui/entry.ts";
import { Field } from "../ui/Field.tsx";
import { NumberInput } from "../ui/NumberField.tsx";
import { PickUnit } from "../ui/pickers.tsx";
import { when } from "../ui/when.ts";
import type { Order } from "./data.ts";
import { type FormField, rangeOf } from "./forms.ts";
import { type Entry as DirectoryEntry, Memorandum } from "./Memorandum.tsx";

interface ActFieldProps {
  field: FormField;
  order: Order;
  value: unknown;
  set(value: unknown): void;
  fault: string | null;
}

type Control = { id: string; "aria-describedby": string | undefined; "aria-invalid": boolean };
type Drawing = (props: ActFieldProps, control: Control) => ReactElement;

const unitOf = (value: unknown) => (value as { unit?: string } | null)?.unit ?? null;

const kinds: Record<FormField["kind"], Drawing> = {
  words: ({ value, set, field }, control) => (
    <>
      <Input.TextArea
        {...control}
        autoSize={{ minRows: 3, maxRows: 12 }}
        maxLength={5000}
        value={(value as string) ?? ""}
        onChange={({ target }) => set(target.value)}
      />
      {field.phrases ? <Phrases phrases={field.phrases} take={set} /> : null}
    </>
  ),
  line: ({ value, set }, control) => (
    <Input {...control} maxLength={200} value={(value as string) ?? ""} onChange={({ target }) => set(target.value)} />
  ),
  number: ({ value, set }, control) => (
    <NumberInput {...control} kind="count" value={(value as Entry | undefined) ?? null} set={set} />
  ),
  unit: ({ value, set, field, fault }, control) => (
    <PickUnit
      id={control.id}
      label={field.label}
      invalid={fault !== null}
      value={(value as string) ?? null}
      set={set}
    />
  ),
  subUnit: ({ value, set, field, fault }, control) => (
    <SubUnit id={control.id} label={field.label} invalid={fault !== null} value={(value as string) ?? null} set={set} />
  ),
  nextUnit: ({ value, set, field }, control) => (
    <PickUnit
      id={control.id}
      label={field.label}
      value={unitOf(value)}
      set={(unit) => set(unit === null ? null : { unit })}
    />
  ),
  choice: ({ value, set, field }, control) => (
    <Radio.Group
      {...control}
      aria-label={field.label}
      optionType="button"
      options={field.choices!.map(([one, label]) => ({ value: one, label }))}
      value={value as string | boolean}
      onChange={({ target }) => set(target.value)}
    />
  ),
  notice: ({ value, set, order }, control) => <Notices {...{ value, set, order }} control={control} />,
  memorandum: ({ value, set }, control) => (
    <Memorandum id={control.id} value={value as DirectoryEntry | null} set={set} />
  ),
};

const Phrases = ({ phrases, take }: { phrases: readonly string[]; take(phrase: string): void }) => (
  <ul className="phrases" aria-label="常用的话">
    {phrases.map((phrase) => (
      <li key={phrase}>
        <Button size="small" onClick={() => take(phrase)}>
          {phrase}
        </Button>
      </li>
    ))}
  </ul>
);
const SubUnit = (props: Omit<ComponentProps<typeof PickUnit>, "under">) => <PickUnit {...props} under={useMe().unit} />;

function Notices({
  value,
  set,
  order,
  control,
}: Pick<ActFieldProps, "value" | "set" | "order"> & { control: Control }) {
  const { platform } = useMe();
  const open = order.notices.filter(({ receipt }) => receipt === null);
  const words = { withdraw: "要撤单", amend: "改了诉求" };
  return (
    <Radio.Group
      {...control}
      options={open.map(({ no, kind, at }) => ({ value: no, label: `${when(at, platform.zone)} ${words[kind]}` }))}
      value={value as number}
      onChange={({ target }) => set(target.value)}
    />
  );
}

export function ActField(props: ActFieldProps) {
  const { field, value } = props;
  const unread = field.kind === "number" ? faultIn((value as Entry | undefined) ?? null, rangeOf(field)) : null;
  const fault = unread ?? props.fault;
  return (
    <Field label={field.label} fault={fault} {...(field.hint ? { hint: field.hint } : {})}>
      {(control) => kinds[field.kind]({ ...props, fault }, control)}
    </Field>
  );
}
