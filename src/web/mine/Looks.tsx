/** 样子: light or dark, how large the text is; seen at once, kept with the account. */
import { Radio } from "antd";
import { type Settings, useChoose, useSettings } from "../shell/settings.ts";
import { Failure } from "../ui/Failure.tsx";
import { Field } from "../ui/Field.tsx";

const schemes: { value: Settings["scheme"]; label: string }[] = [
  { value: "light", label: "亮色" },
  { value: "dark", label: "暗色" },
  { value: "system", label: "照系统的" },
];
const sizes: { value: Settings["textSize"]; label: string }[] = [
  { value: "usual", label: "标准" },
  { value: "large", label: "大" },
  { value: "largest", label: "特大" },
];

export function Looks() {
  const { scheme, textSize } = useSettings();
  const { choose, error } = useChoose();
  return (
    <section className="panel" aria-label="样子">
      <header>
        <h2>样子</h2>
        <span className="meta">随账号走，换一台电脑也一样</span>
      </header>
      <div className="in form">
        {error ? <Failure error={error} /> : null}
        <Field label="明暗">
          {({ id }) => (
            <Radio.Group
              id={id}
              aria-label="明暗"
              optionType="button"
              options={schemes}
              value={scheme}
              onChange={({ target }) => choose({ scheme: target.value })}
            />
          )}
        </Field>
        <Field label="字的大小">
          {({ id }) => (
            <Radio.Group
              id={id}
              aria-label="字的大小"
              optionType="button"
              options={sizes}
              value={textSize}
              onChange={({ target }) => choose({ textSize: target.value })}
            />
          )}
        </Field>
      </div>
    </section>
  );
}
