/** 月份: one month, never none. */
import { Input } from "antd";
import { Field } from "./Field.tsx";

export function MonthField({ month, set }: { month: string; set(month: string): void }) {
  return (
    <Field label="月份">
      {(control) => (
        <Input {...control} type="month" value={month} onChange={({ target }) => target.value && set(target.value)} />
      )}
    </Field>
  );
}
