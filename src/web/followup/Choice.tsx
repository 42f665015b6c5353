/** 用键选: a group whose answers have a key each, while the focus is in it. */
import { Radio } from "antd";
import { type KeyboardEvent, type Ref, useId } from "react";
import { composing } from "../shell/keys.ts";

interface ChoiceProps<V> {
  label: string;
  /** each with its key as `code` names it, and as it is printed */
  answers: readonly { value: V; words: string; code: string; cap: string }[];
  value: V | null;
  set(value: V): void;
  /** why it isn't asked yet */
  grey?: string | null;
  here?: Ref<HTMLDivElement>;
}

export function Choice<V extends string | boolean>({ label, answers, value, set, grey, here }: ChoiceProps<V>) {
  const id = useId();
  const choose = (next: V) => grey || set(next);
  const press = (event: KeyboardEvent) => {
    const { code } = event.nativeEvent;
    if (composing(event.nativeEvent) || event.altKey || event.ctrlKey || event.metaKey) return;
    const answer = answers.find((one) => one.code === code || one.code.replace("Digit", "Numpad") === code);
    if (!answer) return;
    event.preventDefault();
    event.stopPropagation();
    choose(answer.value);
  };
  return (
    <div className="field" ref={here}>
      <span className="label" id={id}>
        {label}
      </span>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the group within */}
      <div onKeyDown={press}>
        <Radio.Group
          aria-labelledby={id}
          aria-disabled={Boolean(grey)}
          optionType="button"
          value={value}
          onChange={({ target }) => choose(target.value)}
          options={answers.map((one) => ({
            value: one.value,
            label: (
              <>
                {one.words}
                <span className="cap" data-cap={one.cap} />
              </>
            ),
          }))}
        />
      </div>
      {grey ? <p className="second">{grey}</p> : null}
    </div>
  );
}
