/** 规则的各栏, in the order of the eye: each by itself, groups and rows of them within. */
import { Checkbox, Input } from "antd";
import { Act } from "../ui/Act.tsx";
import { Field } from "../ui/Field.tsx";
import { RuleTable } from "./RuleTable.tsx";
import { type InputProps, OneField } from "./ruleDrawing.tsx";
import type { RuleField } from "./ruleFields.ts";
import type { Values } from "./ruleWords.ts";

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

function Rows({ field, value, set, missing }: InputProps & { missing: readonly string[] }) {
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
          const { name, label, kind } = field;
          const own = { value: value[name], set: (next: unknown) => set({ ...value, [name]: next }) };
          if (kind === "retired") return <Retired key={name} {...own} />;
          if (kind === "tick")
            return (
              <Checkbox key={name} checked={own.value === true} onChange={({ target }) => own.set(target.checked)}>
                {label}
              </Checkbox>
            );
          if (kind === "group" || kind === "rows" || kind === "table")
            return (
              <div key={name} className="field">
                <span className="label">{label}</span>
                {kind === "table" ? <RuleTable field={field} {...own} missing={missing} /> : null}
                {kind === "rows" ? <Rows field={field} {...own} missing={missing} /> : null}
                {kind === "group" ? (
                  <div className="nested">
                    <RuleFields
                      fields={field.fields!}
                      value={(own.value as Values) ?? {}}
                      set={own.set}
                      missing={missing}
                    />
                  </div>
                ) : null}
              </div>
            );
          return <OneField key={name} field={field} {...own} missing={missing} />;
        })}
    </>
  );
}
