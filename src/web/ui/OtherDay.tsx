/** 另算的表单: which month, and by what held on which day. */
import { Input } from "antd";
import { useState } from "react";
import type { CivilDate } from "../../domain/calendar/civil.ts";
import { Act } from "./Act.tsx";
import { Field } from "./Field.tsx";

interface OtherDayProps {
  label: string;
  /** what is asked of the day */
  dayLabel: string;
  first: { month: string; day: CivilDate };
  busy: boolean;
  ask(month: string, day: CivilDate): void;
}

export function OtherDay({ label, dayLabel, first, busy, ask }: OtherDayProps) {
  const [{ month, day }, set] = useState(first);
  return (
    <form className="form in" aria-label={label} onSubmit={(event) => event.preventDefault()}>
      <div className="row fields">
        <Field label="哪个月">
          {(control) => (
            <Input
              {...control}
              type="month"
              value={month}
              onChange={({ target }) => set({ day, month: target.value || month })}
            />
          )}
        </Field>
        <Field label={dayLabel}>
          {(control) => (
            <Input
              {...control}
              type="date"
              value={day}
              onChange={({ target }) => set({ month, day: target.value || day })}
            />
          )}
        </Field>
      </div>
      <div className="row">
        <Act words="另算" busy={busy} onAct={() => ask(month, day)} />
      </div>
    </form>
  );
}
