/** 一行字: a reason, a source, a note. */
import { Input } from "antd";
import { Field } from "./Field.tsx";

interface Props {
  label: string;
  value: string;
  set(value: string): void;
  fault?: string | null;
  hint?: string;
  focus?: boolean;
}

export function LineField({ label, value, set, fault = null, hint = "", focus = false }: Props) {
  return (
    <Field label={label} fault={fault} hint={hint}>
      {(control) => (
        <Input
          {...control}
          autoFocus={focus}
          maxLength={200}
          value={value}
          onChange={({ target }) => set(target.value)}
        />
      )}
    </Field>
  );
}
