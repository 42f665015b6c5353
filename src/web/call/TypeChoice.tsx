/** 诉求类型: by its digit, told by the key's place, whatever the input method writes. */
import { Radio } from "antd";
import type { KeyboardEvent } from "react";
import { composing } from "../shell/keys.ts";
import { NotYet } from "../ui/NotYet.tsx";
import { useRules } from "../ui/pickers.tsx";

interface TypeChoiceProps {
  control: { id: string; "aria-describedby": string | undefined };
  value: string | null;
  choose(type: string): void;
}

export function TypeChoice({ control, value, choose }: TypeChoiceProps) {
  const kinds = useRules("requestType");
  const types = (kinds.data ?? []).map(({ key }) => key);
  if (!kinds.data) return <NotYet what="诉求类型" of={kinds} />;
  const press = (event: KeyboardEvent) => {
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
    if (!digit || event.ctrlKey || event.altKey || composing(event.nativeEvent)) return;
    const type = types[Number(digit) - 1];
    if (type === undefined) return;
    event.preventDefault();
    choose(type);
    // else Tab would stop at the chosen one first
    event.currentTarget.querySelectorAll("input")[Number(digit) - 1]?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the choices inside it
    <div onKeyDown={press}>
      <Radio.Group
        {...control}
        aria-label="诉求类型"
        optionType="button"
        value={value}
        onChange={({ target }) => choose(target.value)}
        options={types.map((type, at) => ({
          value: type,
          label: (
            <>
              <span className="digit" aria-hidden="true">
                {at + 1}
              </span>
              {type}
            </>
          ),
        }))}
      />
    </div>
  );
}
