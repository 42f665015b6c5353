/** 评分的各栏: how fast it was answered, and the points of each item. */
import { Checkbox, InputNumber } from "antd";
import { ratedKeys, ratedNames } from "../../domain/county/mysterySheet.ts";
import { Field } from "../ui/Field.tsx";
import { type Call, points, type Typed } from "./data.ts";

interface Props {
  full: Call["full"];
  value: Typed;
  set(value: Typed): void;
  tried: boolean;
}

export function SheetFields({ full, value, set, tried }: Props) {
  return (
    <div className="sheet-fields">
      <Field
        label="几秒接通"
        fault={tried && value.answered && value.seconds === null ? "还差几秒接通。" : null}
        hint={`接通情况（满分 ${points(full.connection)} 分）由它得出`}
      >
        {(control) => (
          <InputNumber
            {...control}
            min={0}
            max={3600}
            precision={0}
            disabled={!value.answered}
            value={value.answered ? value.seconds : null}
            onChange={(seconds) => set({ ...value, seconds })}
          />
        )}
      </Field>
      <Checkbox
        checked={!value.answered}
        onChange={({ target }) => set({ ...value, answered: !target.checked, seconds: null })}
      >
        没有接通
      </Checkbox>
      {ratedKeys.map((key) => (
        <Field
          key={key}
          label={`${ratedNames[key]}（满分 ${points(full[key])}）`}
          fault={tried && value[key] === null ? `还没有评${ratedNames[key]}。` : null}
        >
          {(control) => (
            <InputNumber
              {...control}
              min={0}
              max={full[key] / 100}
              precision={2}
              value={value[key]}
              onChange={(next) => set({ ...value, [key]: next })}
            />
          )}
        </Field>
      ))}
    </div>
  );
}
