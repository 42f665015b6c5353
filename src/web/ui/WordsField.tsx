/** 一段话: grows with what is typed. */
import { Input } from "antd";
import { Field } from "./Field.tsx";

interface Props {
  label: string;
  value: string;
  set(value: string): void;
  fault?: string | null;
  focus?: boolean;
}

export function WordsField({ label, value, set, fault = null, focus = false }: Props) {
  return (
    <Field label={label} fault={fault}>
      {(control) => (
        <Input.TextArea
          {...control}
          autoFocus={focus}
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={2000}
          value={value}
          onChange={({ target }) => set(target.value)}
        />
      )}
    </Field>
  );
}
