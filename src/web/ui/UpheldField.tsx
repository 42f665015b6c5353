/** 成立不成立: null until somebody has chosen. */
import { Radio } from "antd";
import { Field } from "./Field.tsx";

interface Props {
  value: boolean | null;
  set(upheld: boolean): void;
  tried: boolean;
}

export function UpheldField({ value, set, tried }: Props) {
  return (
    <Field label="异议成立吗" fault={tried && value === null ? "还没有选成立不成立。" : null}>
      {(control) => (
        <Radio.Group
          {...control}
          aria-label="异议成立吗"
          optionType="button"
          options={[
            { value: true, label: "成立" },
            { value: false, label: "不成立" },
          ]}
          value={value}
          onChange={({ target }) => set(target.value)}
        />
      )}
    </Field>
  );
}
