/** 一栏: a label, what to know, the control, and what is wrong with it. */
import { type InputHTMLAttributes, type ReactElement, useId } from "react";

interface EntryProps {
  label: string;
  hint?: string;
  fault?: string | null;
  children(control: { id: string; "aria-describedby"?: string; "aria-invalid": boolean }): ReactElement;
}

export function Entry({ label, hint, fault, children }: EntryProps) {
  const id = useId();
  const about = [hint ? `${id}-hint` : "", fault ? `${id}-fault` : ""].filter(Boolean).join(" ");
  return (
    <div className="entry">
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {fault ? (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      ) : null}
      {children({ id, "aria-invalid": Boolean(fault), ...(about ? { "aria-describedby": about } : {}) })}
    </div>
  );
}

type LineProps = Omit<EntryProps, "children"> &
  Pick<InputHTMLAttributes<HTMLInputElement>, "type" | "inputMode" | "autoComplete" | "maxLength"> & {
    value: string;
    set(value: string): void;
  };

/** 一行字 */
export const Line = ({ label, hint, fault, set, ...input }: LineProps) => (
  <Entry label={label} {...(hint ? { hint } : {})} fault={fault ?? null}>
    {(control) => <input {...control} {...input} onChange={({ target }) => set(target.value)} />}
  </Entry>
);

interface ChoicesProps<T extends string> {
  legend: string;
  name: string;
  options: readonly { value: T; words: string; more?: string }[];
  value: T | null;
  set(value: T): void;
  fault?: string | null;
  wide?: boolean;
}

/** 选一个: each as large as a thumb */
export function Choices<T extends string>({ legend, name, options, value, set, fault, wide }: ChoicesProps<T>) {
  return (
    <fieldset className={wide ? "choices wide" : "choices"}>
      <legend>{legend}</legend>
      {fault ? <p className="fault">{fault}</p> : null}
      {options.map((one) => (
        <label key={one.value}>
          <input type="radio" name={name} checked={value === one.value} onChange={() => set(one.value)} />
          <span>
            {one.words}
            {one.more ? <span className="hint">{one.more}</span> : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
