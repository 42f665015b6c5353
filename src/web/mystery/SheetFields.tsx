/** 评分的各栏: how fast it was answered, and the points of each item that was heard. */
import { Checkbox } from "antd";
import { heardKeys, ratedNames, unheardNames } from "../../domain/county/mysterySheet.ts";
import { NumberField } from "../ui/NumberField.tsx";
import { type Call, points, rangeOf, secondsRange, type Typed } from "./data.ts";

interface Props {
  full: Call["full"];
  value: Typed;
  set(value: Typed): void;
  tried: boolean;
}

export function SheetFields({ full, value, set, tried }: Props) {
  return (
    <div className="sheet-fields">
      <NumberField
        {...secondsRange}
        label="几秒接通"
        lacks={tried && value.answered ? "还差几秒接通。" : null}
        hint={`接通情况（满分 ${points(full.connection)} 分）由它得出`}
        disabled={!value.answered}
        value={value.answered ? value.seconds : null}
        set={(seconds) => set({ ...value, seconds })}
      />
      <Checkbox
        checked={!value.answered}
        onChange={({ target }) => set({ ...value, answered: !target.checked, seconds: null })}
      >
        没有接通
      </Checkbox>
      {heardKeys(value.answered).map((key) => (
        <NumberField
          key={key}
          {...rangeOf(full, key)}
          label={`${ratedNames[key]}（满分 ${points(full[key])}）`}
          lacks={tried ? `还没有评${ratedNames[key]}。` : null}
          value={value[key]}
          set={(next) => set({ ...value, [key]: next })}
        />
      ))}
      {value.answered ? null : (
        <p className="meta" role="status">
          没有接通，{unheardNames(false).join("、")}没有听到，不评，不得分。
        </p>
      )}
    </div>
  );
}
