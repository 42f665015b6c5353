/** 一栏: a label that belongs to its control, and what is wrong with it said at the control. */
import { type ReactElement, useId } from "react";

interface FieldProps {
  label: string;
  /** its name stands elsewhere, as in a table: it is only read out */
  unseen?: boolean;
  fault?: string | null | undefined;
  hint?: string;
  children(control: { id: string; "aria-describedby": string | undefined; "aria-invalid": boolean }): ReactElement;
}

export function Field({ label, unseen = false, fault, hint, children }: FieldProps) {
  const id = useId();
  const about = fault || hint ? `${id}-about` : undefined;
  return (
    <div className="field">
      <label htmlFor={id} className={unseen ? "unseen" : undefined}>
        {label}
      </label>
      {children({ id, "aria-describedby": about, "aria-invalid": Boolean(fault) })}
      {fault ? (
        <p className="fault" id={about}>
          {fault}
        </p>
      ) : hint ? (
        <p className="meta" id={about}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}
