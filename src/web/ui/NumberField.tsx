/** 填数的一栏: what was typed stays as it was typed; what can't be taken is said beside it, and never made into another number. */
import { Input } from "antd";
import { type Entry, faultIn, isBlank, type Range } from "./entry.ts";
import { Field } from "./Field.tsx";

interface NumberInputProps extends Pick<Range, "kind"> {
  value: Entry;
  set(entry: string): void;
  disabled?: boolean;
  size?: "small" | "middle";
}

/** the control alone, for a field that is drawn elsewhere; whoever draws it says what `faultIn` says */
export const NumberInput = ({ kind, value, set, ...control }: NumberInputProps) => (
  <Input
    {...control}
    inputMode={kind === "count" ? "numeric" : "decimal"}
    value={value ?? ""}
    onChange={({ target }) => set(target.value)}
  />
);

interface NumberFieldProps extends Range, NumberInputProps {
  label: string;
  /** its name stands elsewhere, as in a table: it is only read out */
  unseen?: boolean;
  hint?: string;
  /** said where nothing was filled in */
  lacks?: string | null;
}

export const NumberField = ({ label, unseen, hint, lacks, least, most, ...input }: NumberFieldProps) => (
  <Field
    label={label}
    unseen={unseen ?? false}
    fault={isBlank(input.value) ? lacks : faultIn(input.value, { kind: input.kind, least, most })}
    {...(hint ? { hint } : {})}
  >
    {(control) => <NumberInput {...input} {...control} />}
  </Field>
);
